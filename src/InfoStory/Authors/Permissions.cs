using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>The author changes who may hear a story.</summary>
public sealed class Permissions(
    InfoStoryContext db, Batch batch, IValidator<GivePermission> rules, CaseStudyTakedown takedown, StoryLock storyLock, TimeProvider clock)
{
    /// <summary>So often a day an author changes who may hear one story; what only takes a permission away is never counted out.</summary>
    public const int MostADay = 30;

    /// <summary>The most case studies that one run takes down.</summary>
    public const int AtOnce = 200;

    /// <summary>
    /// Ends what the author no longer allows and begins what is allowed from now, each with today's wording and its own end, in one save.
    /// Where the website is no longer among it, what is public comes down with it; what an organisation was asked that it may not be asked any more is called
    /// off, and what somebody was sent who may not have it any more is called back. As easy as giving it (UK GDPR, article 7(3)).
    /// The same again within a day is no change.
    /// </summary>
    /// <param name="id">The story.</param>
    /// <param name="command">What is allowed from now on.</param>
    /// <param name="seen">What counted when the page was made (<see cref="SeenOf"/>); null for whatever counts now.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <exception cref="ValidationException">The answer breaks a rule; nothing is changed.</exception>
    /// <exception cref="NotFoundException">There is no such story.</exception>
    /// <exception cref="ConflictException">The story has been taken back, or the permission was changed since. The same change twice is one.</exception>
    /// <exception cref="TooManyException">It was changed <see cref="MostADay"/> times within a day, and this would allow something new.</exception>
    public async Task ChangeAsync(Id<Story> id, GivePermission command, string? seen, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(command, cancellation);
        await db.InsistAsync(() => db.TogetherAsync(() => ChangeOnceAsync(id, command, seen, cancellation), cancellation));
    }

    /// <summary>Changes who may hear a story, whatever counts now.</summary>
    /// <inheritdoc cref="ChangeAsync(Id{Story}, GivePermission, string, CancellationToken)"/>
    public Task ChangeAsync(Id<Story> id, GivePermission command, CancellationToken cancellation) => ChangeAsync(id, command, null, cancellation);

    /// <summary>Stands for what is allowed, for a form to carry; empty where only the team may hear the story.</summary>
    public static string SeenOf(IEnumerable<AllowedUntil> allowed) =>
        string.Join(' ', allowed.OrderBy(one => one.Audience).Select(one => $"{one.Audience}.{one.Months}.{one.Until:yyyyMMddHHmmssfff}"));

    /// <summary>Takes down what no permission stands for any more; no reader has seen it since the permission ended. Returns how many.</summary>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var ended = db.CaseStudies.Where(study => study.State == CaseStudyState.Published && study.PublicUntil <= now)
            .OrderBy(study => study.Id).Select(study => study.Id);
        return await batch.EachAsync(nameof(Permissions), ended, AtOnce, id => id.Value, id => EndOneAsync(id, now, cancellation), cancellation);
    }

    private async Task<int> EndOneAsync(Id<CaseStudy> id, DateTime now, CancellationToken cancellation)
    {
        var study = await db.CaseStudies.AsSplitQuery().Include(study => study.Stories).ThenInclude(drawn => drawn.Story!.Consents)
            .FirstOrDefaultAsync(study => study.Id == id && study.State == CaseStudyState.Published && study.PublicUntil <= now, cancellation);
        if (study is null) return 0;

        await TakeDownAsync([study], now, cancellation);
        await db.SaveOrConflictAsync(cancellation);
        return 1;
    }

    private async Task ChangeOnceAsync(Id<Story> id, GivePermission command, string? seen, CancellationToken cancellation)
    {
        // Whatever was sent before this moment is seen, and called back; who sends after it sees what is not allowed any more.
        await storyLock.HoldAsync(id, cancellation);
        var now = clock.UtcNow;
        var story = await db.Stories.Include(story => story.Consents).FindAsync(story => story.Id == id, cancellation);
        var counts = story.AllowedAt(now);
        var isOlder = seen is not null && seen != SeenOf(counts);
        var isSame = counts.Select(consent => consent.Audience).ToHashSet().SetEquals(command.Audiences) && counts.All(one => one.Months == command.Months);
        if (isOlder && !isSame)
            throw new ConflictException("Your permission was changed in another tab or on another device. Both are here. Save again if you mean yours.");

        // What a permission made public that ended by itself has still to come down, or the next one would show it again.
        var isOutlived = !story.Allows(Audience.Website, now) && await PublicOf(id).AnyAsync(cancellation);
        if (!isOutlived && (isOlder || story.AllowsAlready(command.Audiences, command.Months, now))) return;
        await MustNotBeTooOftenAsync(story, command, now, cancellation);

        story.Permit(command.Audiences, command.Months, now);

        var studies = await PublicOf(id).AsSplitQuery().Include(study => study.Stories).ThenInclude(drawn => drawn.Story!.Consents)
            .ToListAsync(cancellation);
        foreach (var study in studies)
        {
            if (UntilOf(study, now) is { } until) study.ShowUntil(until);
        }

        await TakeDownAsync(studies.FindAll(study => UntilOf(study, now) is null), now, cancellation, but: id);
        await takedown.LetGoOfForbiddenAsync(studies.FindAll(study => UntilOf(study, now) is not null), now, cancellation);
        db.Touch(story);
        db.History.Add(HistoryEntry.Of(story.Reference, HistoryAct.PermissionChanged, Actor.Author, now));
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>When the first of the permissions ends that a case study rests on; null where one does not stand now, whosever it is.</summary>
    private static DateTime? UntilOf(CaseStudy study, DateTime now)
    {
        var ends = study.Stories.ConvertAll(drawn => drawn.Story!.AllowedUntil(Audience.Website, now));
        return ends.Contains(null) ? null : ends.Min();
    }

    /// <summary>Takes them down together. Every author whose permission ended by itself is told so.</summary>
    /// <param name="but">The story whose author has just said what is allowed.</param>
    private async Task TakeDownAsync(List<CaseStudy> studies, DateTime now, CancellationToken cancellation, Id<Story>? but = null)
    {
        if (studies.Count == 0) return;

        studies.ForEach(study => study.Unpublish(now));
        db.History.AddRange(studies.SelectMany(study => study.Stories).Select(drawn => drawn.Story!).Distinct()
            .Where(story => story.Id != but && !story.Allows(Audience.Website, now))
            .Select(story => HistoryEntry.Of(story.Reference, HistoryAct.PermissionEnded, Actor.System, now)));
        await takedown.LetGoAsync(studies, now, cancellation);
    }

    private IQueryable<CaseStudy> PublicOf(Id<Story> id) =>
        db.CaseStudies.Where(db.DrawsOn(id)).Where(study => study.State == CaseStudyState.Published);

    private async Task MustNotBeTooOftenAsync(Story story, GivePermission command, DateTime now, CancellationToken cancellation)
    {
        var (reference, since) = (story.Reference, now.AddDays(-1));
        var changed = await db.History.CountAsync(
            entry => entry.Subject == reference && entry.Act == HistoryAct.PermissionChanged && entry.At > since, cancellation);
        if (changed < MostADay || story.AllowsMoreThan(command.Audiences, now)) return;

        throw new TooManyException(
            "You have changed who may hear your story many times today, so nothing is changed now. You can still take a permission away, "
            + "or change it again tomorrow.", TimeSpan.FromDays(1));
    }
}
