using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Organisations.Responders;
using InfoStory.Organisations.Responses;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Asks;

/// <summary>Which asks the desk lists.</summary>
public enum AskFilter
{
    Open,
    Paused,
    Silent,
    Ended,

    /// <summary>An answer waits for us: to be read at the desk.</summary>
    ToRead,
}

/// <summary>One ask on the desk.</summary>
/// <param name="CaseStudy">Its title; from which stories it is where those are about something hard.</param>
/// <param name="Passed">How many organisations passed it on before this one had it.</param>
public sealed record AskRow(
    Id<Ask> Id, Id<CaseStudy> CaseStudyId, string CaseStudy, Id<Organisation> OrganisationId, string Organisation, string OrganisationSlug,
    AskStanding Stands, int Passed, string PutBy)
{
    /// <summary>The letter by which it hears of it still waits, or was given up.</summary>
    public bool IsUnreached { get; init; }
}

/// <summary>A page of asks; <paramref name="Next"/> is null on the last one.</summary>
public sealed record AskPage(IReadOnlyList<AskRow> Rows, Cursor? Next);

/// <summary>One thing that happened, as the desk reads it: with the mailbox that was written to.</summary>
public sealed record AskEventOnDesk(AskFact Fact, DateTime At, string? SentTo);

public sealed record AskOnDesk(AskRow Row, int Revision, IReadOnlyList<AskEventOnDesk> Events)
{
    /// <summary>The answer that waits to be read; null where none does.</summary>
    public Id<Response>? Waiting { get; init; }

    /// <summary>Somebody has a seat there, so that it can be answered at /respond.</summary>
    public bool CanBeAnswered { get; init; }

    /// <summary>A reply is recorded, and no words of it are public.</summary>
    public bool MayBeUndone { get; init; }

    /// <summary>What those who answer wrote to the team, oldest first.</summary>
    public IReadOnlyList<NoteOnDesk> Notes { get; init; } = [];
}

/// <summary>What a responder wrote to the team.</summary>
/// <param name="To">To whom it belongs, as it was typed; null where it is a question.</param>
/// <param name="By">Their name and address; null where they are forgotten.</param>
public sealed record NoteOnDesk(AskEventKind Kind, string? Words, string? To, string? By, DateTime At);

/// <summary>Shows publishers what was asked, and what became of it.</summary>
public sealed class AskDesk(InfoStoryContext db, TimeProvider clock)
{
    public const int PageSize = 50;

    internal const string PublishersOnly = "Only a publisher sees what was asked of organisations.";

    /// <summary>
    /// Asks from just after the cursor: those that are due first, and those that have ended newest first. Few statements, however many there are.
    /// </summary>
    public async Task<AskPage> ListAsync(AskFilter filter, Cursor? after, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var (now, asks) = (clock.UtcNow, db.Asks.AsNoTracking().ReadableBy(actor));
        if (filter is AskFilter.Ended or AskFilter.ToRead)
        {
            asks = filter == AskFilter.Ended ? asks.Where(ask => ask.IsOpen == null) : asks.Where(ask => ask.IsOpen == true && ask.OverAt == null);
            if (after is { At: var at, Id: var id }) asks = asks.Where(ask => ask.PutAt < at || (ask.PutAt == at && ask.Id < new Id<Ask>(id)));
            asks = asks.OrderByDescending(ask => ask.PutAt).ThenByDescending(ask => ask.Id);
        }
        else
        {
            asks = filter switch
            {
                AskFilter.Paused => asks.Where(ask => ask.ResumesAt > now),
                AskFilter.Silent => asks.Where(ask => ask.OverAt <= now),
                _ => asks.Where(ask => ask.OverAt != null),
            };
            if (after is { At: var at, Id: var id }) asks = asks.Where(ask => ask.OverAt > at || (ask.OverAt == at && ask.Id > new Id<Ask>(id)));
            asks = asks.OrderBy(ask => ask.OverAt).ThenBy(ask => ask.Id);
        }

        var found = await Loaded(asks.Take(PageSize + 1)).ToListAsync(cancellation);
        return new(await RowsAsync(found.Take(PageSize), now, cancellation), Cursor.After(found, PageSize, ask =>
            new(ask.OverAt ?? ask.PutAt, ask.Id.Value)));
    }

    /// <summary>What was asked about one case study, newest first; empty where a story in it is on hold.</summary>
    public async Task<IReadOnlyList<AskRow>> OfCaseStudyAsync(Id<CaseStudy> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var asks = db.Asks.AsNoTracking().ReadableBy(actor).Where(ask => ask.CaseStudyId == id).OrderByDescending(ask => ask.Id).Take(PageSize);
        return await RowsAsync(await Loaded(asks).ToListAsync(cancellation), clock.UtcNow, cancellation);
    }

    /// <summary>Those of these that are open and that nobody can answer at /respond. One statement.</summary>
    public async Task<IReadOnlyList<AskRow>> WithoutSeatAsync(IReadOnlyList<AskRow> asks, CancellationToken cancellation)
    {
        var open = asks.Where(ask => ask.Stands.IsOpen).ToList();
        var keys = open.Select(ask => ask.OrganisationId).Distinct().ToList();
        var seated = await db.ResponderSeats.AsNoTracking().Open().Select(seat =>
            seat.Organisation!.IsMerged ? seat.Organisation.SuccessorId!.Value : seat.OrganisationId).Where(id => keys.Contains(id)).Distinct()
            .ToListAsync(cancellation);
        return [.. open.Where(ask => !seated.Contains(ask.OrganisationId)).DistinctBy(ask => ask.OrganisationId)];
    }

    /// <summary>One ask with all that happened to it, in its order.</summary>
    /// <exception cref="NotFoundException">There is none, or a story behind it is on hold.</exception>
    public async Task<AskOnDesk> ShowAsync(Id<Ask> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var ask = await Loaded(db.Asks.AsNoTracking().ReadableBy(actor)).FirstOrDefaultAsync(ask => ask.Id == id, cancellation)
            ?? throw new NotFoundException("The ask");
        return new((await RowsAsync([ask], clock.UtcNow, cancellation))[0], ask.Revision, [
            .. ask.Events.OrderBy(one => one.On).ThenBy(one => one.Id.Value).Select(one => new AskEventOnDesk(one.Fact, one.At, one.SentTo)),
        ])
        {
            Waiting = await db.Responses.Where(one => one.AskId == id && one.State == ResponseState.Sent).Select(one => (Id<Response>?)one.Id)
                .FirstOrDefaultAsync(cancellation),
            CanBeAnswered = await db.ResponderSeats.Of(ask.OrganisationId).Open().AnyAsync(cancellation),
            MayBeUndone = ask.Stands(clock.UtcNow).Phase == AskPhase.Answered
                && !await db.Responses.AnyAsync(one => one.AskId == id && one.State == ResponseState.Published, cancellation),
            Notes = await db.Set<ResponderNote>().Where(one => one.AskId == id).OrderBy(one => one.Id).Select(one => new NoteOnDesk(
                one.Kind, one.Words, one.To,
                db.Set<Responder>().Where(person => person.Id == one.ResponderId).Select(person => person.Name + ", " + person.Email).FirstOrDefault(),
                one.At)).ToListAsync(cancellation),
        };
    }

    private static IQueryable<Ask> Loaded(IQueryable<Ask> asks) => asks.AsSplitQuery().Include(ask => ask.CaseStudy).Include(ask => ask.Organisation)
        .Include(ask => ask.Events).ThenInclude(happened => happened.Other);

    private async Task<IReadOnlyList<AskRow>> RowsAsync(IEnumerable<Ask> asks, DateTime now, CancellationToken cancellation)
    {
        var all = asks.ToList();
        var keys = all.Select(ask => ask.CaseStudyId).Distinct().ToList();
        var drawn = (await db.Set<CaseStudyStory>().AsNoTracking().Where(one => keys.Contains(one.CaseStudyId))
            .Select(one => new { one.CaseStudyId, one.Story!.Reference, one.Story.ContentNotes }).ToListAsync(cancellation)).ToLookup(one => one.CaseStudyId);
        return all.ConvertAll(ask => new AskRow(
            ask.Id, ask.CaseStudyId, drawn[ask.CaseStudyId].Any(one => one.ContentNotes.Count > 0)
                ? $"From {string.Join(", ", drawn[ask.CaseStudyId].Select(one => one.Reference))}"
                : ask.CaseStudy!.Title,
            ask.OrganisationId, ask.Organisation!.Name, ask.Organisation.Slug, ask.Stands(now), ask.Passed, ask.PutBy)
        {
            IsUnreached = ask.IsUnreached,
        });
    }
}
