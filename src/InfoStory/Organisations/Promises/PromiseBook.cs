using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Places;
using InfoStory.Protection;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>What the reader chose; null is any. A place takes in the places within it; place and service are those of the case study.</summary>
public sealed record PromiseFilter(PromiseState? State = null, Id<Tag>? Service = null, Id<Place>? Place = null, Id<Organisation>? Organisation = null);

/// <summary>One promise in a list. Days are those in London.</summary>
public sealed record PromiseRow(
    Id<Promise> Id, string Slug, string What, string Role, string Organisation, string OrganisationSlug, PromiseOutcome Outcome, DateTime DueAt,
    DateTime ChangedAt, DateTime? OnTimeUntil)
{
    public required PromiseState State { get; init; }

    public DateOnly Due => PromiseStanding.Day(DueAt);

    /// <summary>The same, called as it is at this moment.</summary>
    internal PromiseRow At(DateTime now) => this with { State = PromiseStanding.StateAt(Outcome, DueAt, OnTimeUntil, now) };
}

/// <summary>A page of promises, changed last first; <paramref name="Next"/> is null on the last one.</summary>
public sealed record PromiseList(IReadOnlyList<PromiseRow> Rows, Cursor? Next);

/// <summary>
/// One step of a promise as everyone reads it; <paramref name="Due"/> where it sets a day, <paramref name="Answer"/> where an author answered.
/// </summary>
public sealed record PromiseStep(PromiseEventKind Kind, DateTime At, DateOnly? Due, string? Words, KeptAnswer? Answer);

/// <summary>One promise, whole.</summary>
public sealed record PromiseToRead(PromiseRow Promise, string CaseStudy, string CaseStudySlug, IReadOnlyList<PromiseStep> Steps)
{
    /// <summary>How often it was said to be made.</summary>
    public int TimesMade => Steps.Count(step => step.Kind == PromiseEventKind.Made);

    /// <inheritdoc cref="PromiseStanding.HearsOthers"/>
    public required bool HearsOthers { get; init; }

    /// <summary>At least so many others say that it is fixed where they are; null where too few do to be shown.</summary>
    public required int? FixedAtLeast { get; init; }
}

/// <summary>What the public reads of promises: only those whose case study is public.</summary>
public sealed class PromiseBook(InfoStoryContext db, TimeProvider clock)
{
    public const int PageSize = 20;

    private const int MostOfOrganisation = 50;

    /// <summary>Promises, changed last first, from just after the cursor. One statement.</summary>
    public async Task<PromiseList> ListAsync(PromiseFilter filter, Cursor? after, CancellationToken cancellation, int size = PageSize)
    {
        // The first page begins at this moment, so that it is read along the index as every other page is.
        var (at, key) = after is { } cursor ? (cursor.At, new Id<Promise>(cursor.Id)) : (clock.UtcNow, new Id<Promise>(long.MaxValue));
        var promises = In(filter).Where(promise => promise.ChangedAt <= at && (promise.ChangedAt < at || promise.Id < key));

        var rows = await Rows(promises.OrderByDescending(promise => promise.ChangedAt).ThenByDescending(promise => promise.Id).Take(size + 1))
            .ToListAsync(cancellation);
        return new(
            [.. rows.Take(size).Select(Named)], Cursor.After(rows, size, row => new(row.ChangedAt, row.Id.Value)));
    }

    /// <summary>The promise at this address with its whole history, oldest first. Two statements.</summary>
    /// <exception cref="NotFoundException">There never was one.</exception>
    /// <exception cref="GoneException">It was public once.</exception>
    public async Task<PromiseToRead> ReadAsync(string slug, CancellationToken cancellation)
    {
        var found = await Shown().Include(promise => promise.Organisation).Include(promise => promise.CaseStudy)
            .SingleOrDefaultAsync(promise => promise.Slug == slug, cancellation) ?? throw await MissingAsync(slug, cancellation);
        var steps = await db.Set<PromiseEvent>().AsNoTracking()
            .Where(one => one.PromiseId == found.Id && !PromiseEvent.Inside.Contains(one.Kind)).OrderBy(one => one.Id).ToListAsync(cancellation);
        return new(Named(Row(found)), found.CaseStudy!.Title, found.CaseStudy.Slug, steps.ConvertAll(Step))
        {
            HearsOthers = PromiseStanding.HearsOthers(found.Outcome, steps),
            FixedAtLeast = found.FixedAtLeast,
        };
    }

    /// <summary>What these organisations promised, changed last first, at most 50. One statement.</summary>
    public async Task<IReadOnlyList<PromiseRow>> OfOrganisationsAsync(IReadOnlyList<Id<Organisation>> organisations, CancellationToken cancellation) =>
        (await Rows(Shown().Where(promise => organisations.Contains(promise.OrganisationId))
            .OrderByDescending(promise => promise.ChangedAt).ThenByDescending(promise => promise.Id).Take(MostOfOrganisation)).ToListAsync(cancellation))
        .ConvertAll(Named);

    /// <summary>What was promised because of a case study that is read, oldest first. One statement.</summary>
    internal async Task<IReadOnlyList<PromiseRow>> OfCaseStudyAsync(Id<CaseStudy> study, CancellationToken cancellation) =>
        (await Rows(Shown().Where(promise => promise.CaseStudyId == study).OrderBy(promise => promise.Id)).ToListAsync(cancellation)).ConvertAll(Named);

    /// <summary>Every promise in the order in which they were made, for the sitemap. One statement, streamed.</summary>
    public IAsyncEnumerable<SitemapEntry> Sitemap(Id<Promise> after = default) =>
        Shown().Where(promise => promise.Id > after).OrderBy(promise => promise.Id).Take(Library.SitemapSize)
            .Select(promise => new SitemapEntry(promise.Slug, promise.ChangedAt)).AsAsyncEnumerable();

    private PromiseRow Named(PromiseRow row) => row.At(clock.UtcNow);

    internal static PromiseRow Row(Promise promise) => new(
        promise.Id, promise.Slug, promise.What, promise.Role, promise.Organisation!.Name, promise.Organisation.Slug, promise.Outcome, promise.DueAt,
        promise.ChangedAt, promise.OnTimeUntil)
    { State = default };

    internal static PromiseStep Step(PromiseEvent one) =>
        new(one.Kind, one.SaidAt ?? one.At, one.DueAt is { } due ? PromiseStanding.Day(due) : null, one.Words, one.Answer);

    internal static IQueryable<PromiseRow> Rows(IQueryable<Promise> promises) => promises.Select(promise => new PromiseRow(
        promise.Id, promise.Slug, promise.What, promise.Role, promise.Organisation!.Name, promise.Organisation.Slug, promise.Outcome, promise.DueAt,
        promise.ChangedAt, promise.OnTimeUntil)
    { State = default });

    private IQueryable<Promise> In(PromiseFilter filter)
    {
        var promises = Shown();
        if (filter.State is { } state) promises = InState(promises, state);
        if (filter.Organisation is { } organisation) promises = promises.Where(promise => promise.OrganisationId == organisation);
        if (filter.Service is { } service) promises = promises.Where(promise => promise.CaseStudy!.ServiceId == service);
        if (filter.Place is { } place)
        {
            promises = promises.Where(promise => promise.CaseStudy!.PlaceId == place || promise.CaseStudy.Place!.ParentId == place
                || promise.CaseStudy.Place.Parent!.ParentId == place);
        }

        return promises;
    }

    private IQueryable<Promise> InState(IQueryable<Promise> promises, PromiseState state)
    {
        // A day in London begins at one moment; what is late or soon by then is asked of the column.
        var today = clock.Today();
        var (now, late, soon) = (clock.UtcNow, today.BeginsAt(), today.AddDays(PromiseStanding.DaysBefore + 1).BeginsAt());
        return state switch
        {
            PromiseState.Planned => promises.Where(promise => promise.Outcome == PromiseOutcome.Open && promise.DueAt >= soon),
            PromiseState.Due => promises.Where(promise => promise.Outcome == PromiseOutcome.Open && promise.DueAt < soon
                && (promise.DueAt >= late || promise.OnTimeUntil > now)),
            PromiseState.Overdue => promises.Overdue(now),
            PromiseState.Made => promises.Where(promise => promise.Outcome == PromiseOutcome.Made),
            PromiseState.Confirmed => promises.Where(promise => promise.Outcome == PromiseOutcome.Confirmed),
            PromiseState.NotConfirmed => promises.Where(promise => promise.Outcome == PromiseOutcome.NotConfirmed),
            PromiseState.Dropped => promises.Where(promise => promise.Outcome == PromiseOutcome.Dropped),
        };
    }

    private async Task<Exception> MissingAsync(string slug, CancellationToken cancellation)
    {
        var (key, promises) = (Promise.KeyOfAddress(slug), db.Promises.Where(promise => promise.Slug == slug));
        var wasPublic = await db.FormerAddresses.AnyAsync(former => former.Key == key, cancellation)
            || await db.CaseStudies.WasShown().AnyAsync(study => promises.Any(promise => promise.CaseStudyId == study.Id), cancellation);
        return wasPublic ? new GoneException("The promise") : new NotFoundException("The promise");
    }

    private IQueryable<Promise> Shown()
    {
        var studies = db.CaseStudies.Shown(clock.UtcNow);
        return db.Promises.AsNoTracking().Where(promise => studies.Any(study => study.Id == promise.CaseStudyId));
    }
}
