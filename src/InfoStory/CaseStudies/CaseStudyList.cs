using System.Linq.Expressions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Stories;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>One line of the team's list of case studies; <paramref name="Title"/> is null where a story that it draws on is on hold.</summary>
public sealed record CaseStudyRow(Id<CaseStudy> Id, string? Title, CaseStudyState State, bool WithAuthor, DateTime UpdatedAt, DateTime? PublishedAt)
{
    /// <summary>When it is published by itself; null where it is not scheduled.</summary>
    public DateTime? PublishAt { get; init; }

    /// <summary>It was scheduled, and is not published.</summary>
    public bool NotPublished { get; init; }

    /// <summary>Everyone reads it now, its title too.</summary>
    public bool IsPublic { get; init; }

    /// <summary>It is public, and it must be asked again whether somebody could find out who it is.</summary>
    public bool AsksAgain { get; init; }

    /// <summary>The stories that it draws on.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What they are about, which is said before its title is read.</summary>
    public IReadOnlyList<ContentNote> ContentNotes { get; init; } = [];
}

/// <summary>A page of case studies, last changed first; <paramref name="Next"/> is null on the last one.</summary>
public sealed record CaseStudyPage(IReadOnlyList<CaseStudyRow> Rows, Cursor? Next);

/// <summary>The team's list of case studies.</summary>
public sealed class CaseStudyList(InfoStoryContext db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>
    /// One page, from just after the cursor. What its author took back is not among them: nothing can be done with it. The title of one that draws on a
    /// story on hold is read by nobody before it is opened, which leaves a trace. One statement. Publishers only.
    /// </summary>
    /// <param name="again">Only those of which it must be asked again whether somebody could find out who they are about.</param>
    public async Task<CaseStudyPage> ShowAsync(Actor actor, Cursor? after, CancellationToken cancellation, bool again = false)
    {
        actor.Must(AccessPolicy.Publish, CaseStudyEditing.PublishersOnly);
        var readable = db.CaseStudies.OfNoStoryOnHold();
        var studies = db.CaseStudies.AsNoTracking()
            .Where(study => !study.Stories.Any(drawn => drawn.Story!.State == StoryState.Withdrawn));
        if (again) studies = studies.Where(AskAgain(clock.UtcNow));
        if (after is { At: var at, Id: var id })
        {
            var key = new Id<CaseStudy>(id);
            studies = studies.Where(study => study.UpdatedAt <= at && (study.UpdatedAt < at || study.Id < key));
        }

        var now = clock.UtcNow;
        var found = await studies.OrderByDescending(study => study.UpdatedAt).ThenByDescending(study => study.Id).Take(PageSize + 1)
            .Select(study => new
            {
                Row = new CaseStudyRow(
                    study.Id, readable.Any(one => one.Id == study.Id) ? study.Title : null, study.State,
                    study.Stories.Any(drawn => drawn.Story!.Turn == AuthorTurn.SignOff && drawn.Story.SignedOffAt != null),
                    study.UpdatedAt, study.PublishedAt == null ? null : study.FirstPublishedAt)
                {
                    IsPublic = study.PublishedAt != null && study.PublicUntil > now,
                    PublishAt = study.PublishAt,
                    NotPublished = study.NotPublished != null,
                    AsksAgain = study.State == CaseStudyState.Published && (study.AskAgainAt == null || study.AskAgainAt <= now),
                },
                Stories = study.Stories.Select(drawn => new { drawn.Story!.Reference, drawn.Story.ContentNotes }).ToList(),
            }).ToListAsync(cancellation);
        var rows = found.ConvertAll(one => one.Row with
        {
            References = one.Stories.ConvertAll(story => story.Reference),
            ContentNotes = [.. one.Stories.SelectMany(story => story.ContentNotes).Distinct().Order()],
        });
        return new(rows.Count > PageSize ? rows[..PageSize] : rows, Cursor.After(rows, PageSize, row => new(row.UpdatedAt, row.Id.Value)));
    }

    /// <summary>Of how many it must be asked again. One statement. Publishers only.</summary>
    public Task<int> CountAgainAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, CaseStudyEditing.PublishersOnly);
        return db.CaseStudies.CountAsync(AskAgain(clock.UtcNow), cancellation);
    }

    /// <summary>What is public and was asked too long ago, or never.</summary>
    private static Expression<Func<CaseStudy, bool>> AskAgain(DateTime now) =>
        study => study.State == CaseStudyState.Published && (study.AskAgainAt == null || study.AskAgainAt <= now);
}
