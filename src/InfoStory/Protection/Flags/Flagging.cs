using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Flags;

/// <summary>Keeps the flags of stories in step with their words.</summary>
public sealed class Flagging(InfoStoryContext db, Batch batch, IEnumerable<IFlagSource> sources, TimeProvider clock)
{
    /// <summary>The most stories that one run of the job looks at.</summary>
    public const int AtOnce = 100;

    private static readonly FlagPlace[] OfPublic = [FlagPlace.PublicTitle, FlagPlace.PublicText, FlagPlace.Facts];

    /// <summary>Flags what came in and was not looked at yet, those on hold first, then oldest first, each story in a save of its own.</summary>
    /// <returns>How many stories it flagged.</returns>
    public Task<int> FlagNewAsync(CancellationToken cancellation)
    {
        var waiting = db.Stories.Where(story => story.FlaggedAt == null)
            .OrderBy(story => story.State != StoryState.OnHold).ThenBy(story => story.Id).Select(story => story.Id);
        return batch.EachAsync(nameof(Flagging), waiting, AtOnce, id => id.Value, id => FlagOnceAsync(id, cancellation), cancellation);
    }

    /// <summary>
    /// Keeps the flags of a story that came in, once. Doing it twice, or two at once, changes nothing; a story taken back meanwhile keeps none.
    /// </summary>
    public async Task FlagToldAsync(Id<Story> id, CancellationToken cancellation)
    {
        try
        {
            await FlagOnceAsync(id, cancellation);
        }
        catch (Exception fault) when (fault is ConflictException or DbUpdateException)
        {
            // Another process flagged it, or its state changed: the next run looks again.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// Brings the flags of its public title, text and facts up to date: what is not there any more, and nobody dismissed, goes. What was dismissed stays
    /// dismissed.
    /// </summary>
    /// <returns>Every flag of the story.</returns>
    public async Task<IReadOnlyList<Flag>> FollowAsync(Story story, CancellationToken cancellation)
    {
        var found = await PublicAsync(story, await OffAsync(cancellation), cancellation);
        var kept = await db.Flags.Where(flag => flag.StoryId == story.Id && flag.DismissedAt == null && OfPublic.Contains(flag.In)).ToListAsync(cancellation);
        var gone = kept.Where(flag => !found.Exists(one => one.Key == flag.Key)).ToList();
        db.RemoveRange(gone);
        return (await KeepAsync(story.Id, found, cancellation)).FindAll(flag => !gone.Contains(flag));
    }

    /// <summary>
    /// Adds what a message of its author holds to what is saved with the story. Danger that was dismissed is open again: it was written once more.
    /// </summary>
    public async Task FollowMessageAsync(Id<Story> story, string text, CancellationToken cancellation)
    {
        var off = await OffAsync(cancellation);
        var found = FlagFinder.InMessage(text, cancellation).Where(flag => !off.Contains(flag.Rule.Name)).ToList();
        foreach (var flag in await KeepAsync(story, found, cancellation))
        {
            if (flag.Kind == FlagKind.Safeguarding && found.Exists(one => one.Key == flag.Key)) flag.Restore();
        }
    }

    /// <summary>
    /// Brings the flags of what its author wrote up to date with an answer that came after the story was sent: what is not there any more, and nobody
    /// dismissed, goes. Danger that was dismissed is open again where these words hold it.
    /// </summary>
    public async Task FollowAnswerAsync(Story story, string words, CancellationToken cancellation)
    {
        var found = await ToldAsync(story, await OffAsync(cancellation), cancellation);
        var kept = await db.Flags.Where(flag => flag.StoryId == story.Id && flag.In == FlagPlace.Told && flag.DismissedAt == null).ToListAsync(cancellation);
        db.RemoveRange(kept.Where(flag => !found.Exists(one => one.Key == flag.Key)));
        var written = FlagFinder.InMessage(words, cancellation);
        foreach (var flag in await KeepAsync(story.Id, found, cancellation))
        {
            if (flag.Kind == FlagKind.Safeguarding && written.Any(one => one.Key == flag.Key)) flag.Restore();
        }
    }

    /// <summary>
    /// Adds what the texts of the case study that draws on the story hold to what is saved with it, so that it can be dismissed. What they do not hold
    /// any more and nobody dismissed goes; what was dismissed in another public text of the story is not asked again.
    /// </summary>
    /// <returns>Every flag of the story.</returns>
    public async Task<IReadOnlyList<Flag>> FollowCaseStudyAsync(Id<Story> story, IEnumerable<PublicWords> texts, CancellationToken cancellation)
    {
        var found = (await FindAsync(texts, cancellation)).Select(one => one.Flag).ToList();
        var kept = await db.Flags.Where(flag => flag.StoryId == story).ToListAsync(cancellation);
        var dismissed = PublicFlags.Dismissed(kept);
        found.RemoveAll(flag => dismissed.Contains(PublicFlags.Seen(flag.Rule.Name, flag.Words)) && !kept.Exists(one => one.Key == flag.Key));
        db.RemoveRange(kept.Where(flag => flag.In == FlagPlace.CaseStudy && flag.DismissedAt is null && !found.Exists(one => one.Key == flag.Key)));
        return await KeepAsync(story, found, cancellation);
    }

    /// <summary>What the rules that are on see in words that are to be public, with the text of each. Nothing is changed.</summary>
    internal async Task<IReadOnlyList<(PublicWords In, FoundFlag Flag)>> FindAsync(IEnumerable<PublicWords> texts, CancellationToken cancellation)
    {
        var off = await OffAsync(cancellation);
        return
        [
            .. from text in texts
               from flag in FlagFinder.InPublic(text.Text, text.In, cancellation)
               where !off.Contains(flag.Rule.Name)
               select (text, flag),
        ];
    }

    /// <summary>What the rules see in a story now, kept or not: told words, public words and facts. Nothing is changed.</summary>
    internal async Task<IReadOnlyList<FoundFlag>> FindAsync(Story story, CancellationToken cancellation)
    {
        var off = await OffAsync(cancellation);
        return [.. await PublicAsync(story, off, cancellation), .. await ToldAsync(story, off, cancellation)];
    }

    /// <summary>Adds those that are not kept yet, and brings what is said of the others up to date.</summary>
    internal async Task<List<Flag>> KeepAsync(Id<Story> id, IReadOnlyList<FoundFlag> found, CancellationToken cancellation)
    {
        var kept = await db.Flags.Where(flag => flag.StoryId == id).ToListAsync(cancellation);
        foreach (var flag in found.DistinctBy(flag => flag.Key))
        {
            if (kept.Find(one => one.Key == flag.Key) is { } known)
                (known.Start, known.Detail, known.Version) = (flag.Start, flag.CutDetail, flag.Rule.Version);
            else kept.Add(db.Flags.Add(flag.ToFlag(id, clock.UtcNow)).Entity);
        }

        return kept;
    }

    private async Task<int> FlagOnceAsync(Id<Story> id, CancellationToken cancellation)
    {
        var story = await db.Stories.AsNoTracking().FirstOrDefaultAsync(story => story.Id == id && story.FlaggedAt == null, cancellation);
        if (story is null) return 0;

        var now = clock.UtcNow;
        if (story.State != StoryState.Withdrawn)
        {
            await KeepAsync(id, await FindAsync(story, cancellation), cancellation);
            db.AddRange(Shingles.Of(story.Told, cancellation).Keys.Distinct().Select(key => new StoryShingle { Key = key, StoryId = id }));
        }

        try
        {
            await db.SaveTogetherAsync(async () =>
            {
                // Not a change of the story: nobody who has it open is told that it changed.
                var marked = await db.Stories.Where(one => one.Id == id && one.FlaggedAt == null && one.State == story.State)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.FlaggedAt, now), cancellation);
                if (marked == 0) throw new ConflictException("The story was looked at by somebody else.");
            }, cancellation);
            return 1;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Stories.AnyAsync(one => one.Id == id && one.FlaggedAt == null, cancellation)) throw;

            // Another process put in the same flags and shingles first.
            return 0;
        }
    }

    private async Task<List<FoundFlag>> ToldAsync(Story story, HashSet<string> off, CancellationToken cancellation)
    {
        var written = await db.Messages.AsNoTracking().Where(message => message.StoryId == story.Id && message.FromAuthor)
            .OrderByDescending(message => message.Id).Select(message => message.Text).ToListAsync(cancellation);
        return
        [
            .. FlagFinder.InTold(story, written, cancellation).Concat(await BeyondAsync(story, cancellation))
                .Where(flag => flag.In == FlagPlace.Told && !off.Contains(flag.Rule.Name)),
        ];
    }

    private async Task<List<FoundFlag>> PublicAsync(Story story, HashSet<string> off, CancellationToken cancellation) =>
    [
        .. FlagFinder.InPublic(story.PublicTitle, FlagPlace.PublicTitle, cancellation)
            .Concat(FlagFinder.InPublic(story.PublicText == story.Told ? null : story.PublicText, FlagPlace.PublicText, cancellation))
            .Concat(await BeyondAsync(story, cancellation)).Where(flag => flag.In != FlagPlace.Told && !off.Contains(flag.Rule.Name)),
    ];

    private async Task<List<FoundFlag>> BeyondAsync(Story story, CancellationToken cancellation)
    {
        List<FoundFlag> found = [];
        foreach (var source in sources) found.AddRange(await source.FindAsync(story, cancellation));
        return found;
    }

    /// <summary>The names of the rules that are switched off.</summary>
    internal async Task<HashSet<string>> OffAsync(CancellationToken cancellation) =>
        [.. (await db.SwitchedOffRules.AsNoTracking().Select(rule => rule.Rule).ToListAsync(cancellation))
            .Where(rule => FlagRules.Find(rule) is { CanBeOff: true })];
}
