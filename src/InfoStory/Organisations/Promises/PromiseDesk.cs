using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>One promise on the desk; public or not.</summary>
public sealed record PromiseOnDesk(PromiseRow Promise, Id<CaseStudy> CaseStudyId, int Revision, IReadOnlyList<PromiseStep> Steps)
{
    /// <summary>A report of the organisation waits to be read.</summary>
    public bool IsReported { get; init; }
}

/// <summary>Because of which case study something may be promised. <paramref name="WhyNot"/> is the sentence that says why not; null where it may.</summary>
public sealed record PromiseToPlan(string? WhyNot, IReadOnlyList<PromiseRow> Promises);

/// <summary>Shows publishers what was promised.</summary>
public sealed class PromiseDesk(InfoStoryContext db, TimeProvider clock)
{
    public const int PageSize = 50;

    private const string PublishersOnly = "Only a publisher sees the promises on the desk.";

    /// <summary>Promises from just after the cursor: open ones by their day, all others changed last first. Two statements.</summary>
    public async Task<PromiseList> ListAsync(bool open, Cursor? after, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var promises = db.Promises.AsNoTracking().ReadableBy(actor).Where(promise => open == (promise.Outcome == PromiseOutcome.Open));
        if (after is { At: var at, Id: var id })
        {
            var key = new Id<Promise>(id);
            promises = open
                ? promises.Where(promise => promise.DueAt >= at && (promise.DueAt > at || promise.Id > key))
                : promises.Where(promise => promise.ChangedAt <= at && (promise.ChangedAt < at || promise.Id < key));
        }

        var ordered = open
            ? promises.OrderBy(promise => promise.DueAt).ThenBy(promise => promise.Id)
            : promises.OrderByDescending(promise => promise.ChangedAt).ThenByDescending(promise => promise.Id);
        var rows = await PromiseBook.Rows(ordered.Take(PageSize + 1)).ToListAsync(cancellation);
        return new([.. rows.Take(PageSize).Select(Named)], Cursor.After(rows, PageSize, row => new(open ? row.DueAt : row.ChangedAt, row.Id.Value)));
    }

    /// <summary>What was promised because of one case study, and whether more may be.</summary>
    /// <exception cref="NotFoundException">There is no such case study, or a story in it is on hold.</exception>
    public async Task<PromiseToPlan> OfCaseStudyAsync(Id<CaseStudy> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var (now, study) = (
            clock.UtcNow, await db.CaseStudies.AsNoTracking().ReadableBy(actor).FindAsync(study => study.Id == id, cancellation));
        var rows = await PromiseBook.Rows(db.Promises.AsNoTracking().Where(promise => promise.CaseStudyId == id).OrderBy(promise => promise.Id).Take(PageSize))
            .ToListAsync(cancellation);
        var isPublic = study.State == CaseStudyState.Published && study.PublicUntil > now;
        return new(isPublic ? null : "This case study is not public, so nothing can be promised because of it.", rows.ConvertAll(Named));
    }

    /// <summary>One promise with its whole history, oldest first.</summary>
    /// <exception cref="NotFoundException">There is none, or a story behind it is on hold.</exception>
    public async Task<PromiseOnDesk> ShowAsync(string slug, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var promise = await db.Promises.AsNoTracking().ReadableBy(actor).WithEvents().Include(one => one.Organisation)
            .AsSplitQuery().FindAsync(one => one.Slug == slug, cancellation);
        return new(
            Named(PromiseBook.Row(promise)), promise.CaseStudyId, promise.Revision, [.. promise.Events.Select(PromiseBook.Step)])
        {
            IsReported = await db.PromiseReports.AnyAsync(report => report.PromiseId == promise.Id && report.SentAt != null, cancellation),
        };
    }

    private PromiseRow Named(PromiseRow row) => row.At(clock.UtcNow);
}
