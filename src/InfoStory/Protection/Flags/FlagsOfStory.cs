using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Stories;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Flags;

/// <summary>One flag as the desk shows it.</summary>
public sealed record FlagOnDesk(
    string Key, FlagKind Kind, FlagPlace In, string Words, string Looks, string Why, string? Detail, string Rule, string Version, bool GuardsPublication,
    DismissReason? Dismissal, string? Remark, string? DismissedBy, DateTime? DismissedAt);

/// <summary>The flags of one story: what is open, what the public would see first, and what was dismissed.</summary>
public sealed record FlagsOnDesk(string Reference, IReadOnlyList<FlagOnDesk> Open, IReadOnlyList<FlagOnDesk> Dismissed)
{
    /// <summary>False where whoever looks may not see them.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>What the story is about, which whoever opens them is told first.</summary>
    public IReadOnlyList<ContentNote> ContentNotes { get; init; } = [];

    /// <inheritdoc cref="PublicFlags.SettledAsync"/>
    public IReadOnlyList<string> Settled { get; init; } = [];
}

/// <summary>Shows the flags of a story to the team, and dismisses them.</summary>
public sealed class FlagsOfStory(InfoStoryContext db, Flagging flagging, IValidator<DismissFlags> rules, StoryLock storyLock, TimeProvider clock)
{
    private const string OnHold = "Only a safeguarding lead sees this story while it is on hold.";
    private const string IsPublic = "A case study with these words is public. Take it down before you restore this flag.";

    /// <summary>What the rules see now, with what the team said to it. Looking changes nothing. On hold, only a safeguarding lead sees them.</summary>
    /// <exception cref="NotFoundException">There is no such story.</exception>
    public async Task<FlagsOnDesk> ShowAsync(string reference, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var story = await db.Stories.AsNoTracking().FindAsync(story => story.Reference == reference, cancellation);
        if (story.State == StoryState.Withdrawn || !story.State.MayBeReadBy(actor)) return new(reference, [], []) { IsShown = false };

        var kept = await db.Flags.AsNoTracking().Where(flag => flag.StoryId == story.Id).ToDictionaryAsync(flag => flag.Key, cancellation);
        var found = (await FoundAsync(story, actor, cancellation)).DistinctBy(flag => flag.Key).ToList();
        var seen = found.Select(flag => Shown(flag, kept.GetValueOrDefault(flag.Key)))
            .Concat(kept.Values.Where(flag => flag.In == FlagPlace.CaseStudy && FlagRules.Find(flag.Rule) is not null)
                .Select(flag => Shown(new(FlagRules.Of(flag.Rule), flag.In, flag.Words), flag))).ToList();
        return new(reference, [.. seen.Where(flag => flag.Dismissal is null)], [.. seen.Where(flag => flag.Dismissal is not null)])
        {
            ContentNotes = story.ContentNotes,
            Settled = PublicFlags.Settled(kept.Values, await flagging.OffAsync(cancellation)),
        };
    }

    /// <summary>As <see cref="ShowAsync"/>, on a page that shows nothing else: on hold, that they were read is put into the history.</summary>
    public async Task<FlagsOnDesk> OpenAsync(string reference, Actor actor, CancellationToken cancellation)
    {
        var flags = await ShowAsync(reference, actor, cancellation);
        var state = await db.Stories.Where(story => story.Reference == reference).Select(story => story.State).FirstOrDefaultAsync(cancellation);
        if (!flags.IsShown || StoryOnHold.Opening(reference, state, actor, clock.UtcNow) is not { } opening) return flags;

        db.History.Add(opening);
        await db.SaveChangesAsync(cancellation);
        return flags;
    }

    /// <summary>Keeps the ticked flags as dismissed, with the reason and by whom.</summary>
    /// <exception cref="ConflictException">One of them is not seen in the story any more, or the story is on hold or taken back.</exception>
    public async Task DismissAsync(string reference, DismissFlags command, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        await rules.ValidateAndThrowAsync(command, cancellation);
        await db.InsistAsync(() => DismissOnceAsync(reference, command, actor, cancellation));
    }

    /// <summary>The flag is open again.</summary>
    /// <exception cref="NotFoundException">No such flag was dismissed.</exception>
    /// <exception cref="ConflictException">It guards what is public.</exception>
    public async Task RestoreAsync(string reference, string key, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var story = await FindAsync(reference, actor, cancellation);
        var flag = await db.FlagsSeenBy(actor).FindAsync(
            flag => flag.StoryId == story.Id && flag.Key == key && flag.DismissedAt != null, cancellation);
        if (PublicFlags.Guards(flag.In))
        {
            if (story.State == StoryState.Published) throw new ConflictException(IsPublic);
            // Whoever publishes at this moment has seen it dismissed: one of us two is refused.
            db.Touch(story);
        }

        flag.Restore();
        db.History.Add(HistoryEntry.Of(reference, HistoryAct.FlagRestored, actor, clock.UtcNow));
        await db.SaveOrConflictAsync(cancellation);
    }

    private async Task DismissOnceAsync(string reference, DismissFlags command, Actor actor, CancellationToken cancellation)
    {
        var story = await FindAsync(reference, actor, cancellation);
        await flagging.FlagToldAsync(story.Id, cancellation);

        story = await FindAsync(reference, actor, cancellation);
        var found = await FoundAsync(story, actor, cancellation);
        var kept = await flagging.KeepAsync(story.Id, found, cancellation);
        var seen = await db.FlagsSeenBy(actor).Where(flag => flag.StoryId == story.Id).Select(flag => flag.Key).ToListAsync(cancellation);
        seen.AddRange(found.Select(flag => flag.Key));
        foreach (var key in command.Flags.Distinct())
        {
            var flag = kept.Find(flag => flag.Key == key && seen.Contains(key))
                ?? throw new ConflictException("The words of this story have changed since you opened it. Look at its flags again.");
            flag.Dismiss(command.Why!.Value, PlainText.TidyOrNull(command.Remark), actor, clock.UtcNow);
        }

        db.History.Add(HistoryEntry.Of(reference, command.Flags.Count == 1 ? HistoryAct.FlagDismissed : HistoryAct.FlagsDismissed, actor, clock.UtcNow));
        try
        {
            await storyLock.SaveAsync(story, cancellation);
        }
        catch (DbUpdateException)
        {
            throw new ConflictException("Somebody else looked at these flags at the same moment.");
        }
    }

    private async Task<Story> FindAsync(string reference, Actor actor, CancellationToken cancellation)
    {
        var story = await db.Stories.FindAsync(story => story.Reference == reference, cancellation);
        story.State.MustBeReadBy(actor, OnHold);
        return story.State == StoryState.Withdrawn ? throw new ConflictException("The author took this story back, so it has no flags any more.") : story;
    }

    /// <summary>What the rules see, without what names a story on hold to whoever is no lead.</summary>
    private async Task<IReadOnlyList<FoundFlag>> FoundAsync(Story story, Actor actor, CancellationToken cancellation) =>
        [.. (await flagging.FindAsync(story, cancellation)).Where(flag => !flag.NamesOnHold || actor.May(AccessPolicy.Safeguard))];

    private static FlagOnDesk Shown(FoundFlag flag, Flag? kept) => new(
        flag.Key, flag.Rule.Kind, flag.In, flag.Words, flag.Rule.Looks, flag.Rule.Why, flag.Detail,
        flag.Rule.Name, flag.Rule.Version, PublicFlags.Guards(flag.In),
        kept?.Dismissal, kept?.Remark, kept?.DismissedBy, kept?.DismissedAt);
}
