using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Responders;

/// <summary>What a responder sees of themselves and of the organisations that they answer for.</summary>
public sealed record ResponderHome(string Name, string Role, string Email, IReadOnlyList<AnsweredFor> Organisations);

public sealed record AnsweredFor(Id<Organisation> Id, string Name, IReadOnlyList<Colleague> Colleagues)
{
    /// <summary>What was put to it, as everyone reads it, newest first.</summary>
    public IReadOnlyList<PublicAsk> Asks { get; init; } = [];

    /// <summary>Those of them of which a draft of an answer is kept.</summary>
    public IReadOnlySet<Id<Ask>> Drafts { get; init; } = new HashSet<Id<Ask>>();

    /// <summary>Those of its promises on which a report is with us.</summary>
    public IReadOnlySet<Id<Promise>> Reported { get; init; } = new HashSet<Id<Promise>>();

    /// <summary>What it promised, as everyone reads it, changed last first.</summary>
    public IReadOnlyList<PromiseRow> Promises { get; init; } = [];
}

public sealed record Colleague(Id<Responder> Id, string Name, string Role, string Email);

/// <summary>
/// All that a responder may ask and do. Whatever is asked is asked for the organisations that they answer for now, and anything else is not there: never a
/// contact, words as told, notes, or another organisation.
/// </summary>
public sealed class Responding(InfoStoryContext db, ResponderInviting inviting, PublicAsks asks, PromiseBook promises, TimeProvider clock)
{
    /// <summary>So many invitations of one organisation wait at once.</summary>
    public const int MostInvitations = 20;

    /// <summary>Themselves, their organisations, who else answers for these, what was put to each and what it promised. Five statements for each.</summary>
    /// <exception cref="NotFoundException">They answer for nobody.</exception>
    public async Task<ResponderHome> HomeAsync(Id<Responder> me, CancellationToken cancellation)
    {
        var mine = await OrganisationsAsync(me, cancellation);
        var seats = await db.ResponderSeats.AsNoTracking().Open()
            .Where(seat => mine.Contains(seat.Organisation!.IsMerged ? seat.Organisation.SuccessorId!.Value : seat.OrganisationId))
            .Select(seat => new
            {
                Id = seat.Organisation!.IsMerged ? seat.Organisation.SuccessorId!.Value : seat.OrganisationId,
                Name = seat.Organisation.IsMerged ? seat.Organisation.Successor!.Name : seat.Organisation.Name,
                Person = new Colleague(seat.ResponderId, seat.Responder!.Name, seat.Responder.Role, seat.Responder.Email),
            }).ToListAsync(cancellation);
        var self = seats.Select(seat => seat.Person).FirstOrDefault(person => person.Id == me) ?? throw new NotFoundException(nameof(Responder));
        var merged = (await db.Organisations.Where(one => one.IsMerged && mine.Contains(one.SuccessorId!.Value))
            .Select(one => new { one.Id, one.SuccessorId }).ToListAsync(cancellation)).ToLookup(one => one.SuccessorId!.Value, one => one.Id);
        List<AnsweredFor> answered = [];
        foreach (var organisation in seats.GroupBy(seat => seat.Id).OrderBy(seat => seat.First().Name, StringComparer.Ordinal))
        {
            var promised = await promises.OfOrganisationsAsync([organisation.Key, .. merged[organisation.Key]], cancellation);
            var keys = promised.Select(promise => promise.Id).ToList();
            var put = await asks.OfOrganisationsAsync([organisation.Key, .. merged[organisation.Key]], cancellation);
            var asked = put.Select(ask => ask.Id).ToList();
            answered.Add(new(
                organisation.Key, organisation.First().Name,
                [.. organisation.Select(one => one.Person).DistinctBy(one => one.Id).OrderBy(one => one.Name, StringComparer.Ordinal)])
            {
                Asks = put,
                Drafts = await db.Responses.Where(response => response.State == ResponseState.Draft && asked.Contains(response.AskId))
                    .Select(response => response.AskId).ToHashSetAsync(cancellation),
                Promises = promised,
                Reported = await db.PromiseReports.Where(report => report.SentAt != null && keys.Contains(report.PromiseId))
                    .Select(report => report.PromiseId).ToHashSetAsync(cancellation),
            });
        }

        return new(self.Name, self.Role, self.Email, answered);
    }

    /// <summary>Invites a colleague: at once where the address is of the mailbox's domain, else when the team allows it.</summary>
    /// <returns>False where the team is asked first.</returns>
    /// <exception cref="NotFoundException">They do not answer for that organisation.</exception>
    /// <exception cref="FluentValidation.ValidationException">It is no address, or somebody who answers already.</exception>
    /// <exception cref="ConflictException">Too many are invited already, or the organisation is closed.</exception>
    public async Task<bool> InviteAsync(Id<Responder> me, InviteColleague command, CancellationToken cancellation)
    {
        var organisation = await MineAsync(me, command.Organisation, cancellation);
        var (email, now) = (WorkAddress.Of(command.Email), clock.UtcNow);
        if (organisation.ClosedAt is not null) throw new ConflictException("This organisation is closed.");
        if (await db.ResponderSeats.Of(organisation.Id).Open().AnyAsync(seat => seat.Responder!.Email == email, cancellation))
            throw WorkAddress.Refused("They answer for this organisation already");

        var since = now - ResponderInvitation.Life;
        var waiting = await db.ResponderInvitations.Where(one => one.OrganisationId == organisation.Id && one.UsedAt == null && one.MadeAt > since)
            .Select(one => one.Email).Take(MostInvitations).ToListAsync(cancellation);
        if (waiting.Contains(email)) throw WorkAddress.Refused("They are invited already. Ask them to look for the letter");
        if (waiting.Count == MostInvitations) throw new ConflictException($"{MostInvitations} invitations wait already. Wait until some are taken.");

        var goes = MailDomains.AreSame(organisation.Mailbox, email);
        await db.TogetherAsync(async () =>
        {
            var invitation = new ResponderInvitation { OrganisationId = organisation.Id, Email = email, MadeAt = now };
            db.Add(invitation);
            db.History.Add(HistoryEntry.Of(
                OrganisationEditing.Subject(organisation.Id), HistoryAct.Invited, As(me), now, goes ? "a colleague" : "a colleague, when allowed"));
            await db.SaveChangesAsync(cancellation);
            if (goes) inviting.Send(invitation, organisation);
            await db.SaveChangesAsync(cancellation);
        }, cancellation);
        return goes;
    }

    /// <summary>A colleague answers for this organisation no more.</summary>
    /// <exception cref="NotFoundException">They, or the colleague, do not answer for that organisation.</exception>
    /// <exception cref="ConflictException">They are the colleague, or somebody changes who answers at this moment.</exception>
    public async Task CloseAsync(Id<Responder> me, Id<Responder> colleague, Id<Organisation> organisation, CancellationToken cancellation)
    {
        // Of two who close each other at once one is told, and somebody stays.
        db.Touch(await MineAsync(me, organisation, cancellation));
        if (me == colleague) throw new ConflictException("You cannot close yourself. Ask a colleague, or the InfoStory team.");

        var seats = await db.ResponderSeats.Of(organisation).Open().Include(seat => seat.Responder).Where(seat => seat.ResponderId == colleague)
            .ToListAsync(cancellation);
        if (seats.Count == 0) throw new NotFoundException(nameof(Responder));

        await CloseAsync(organisation, seats, As(me), cancellation);
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>
    /// Ends these seats of one person, every link by which they could sign in, and what they are invited by, so that no older letter brings them back; their
    /// sessions end by it. Whoever calls saves.
    /// </summary>
    internal async Task CloseAsync(Id<Organisation> organisation, IReadOnlyList<ResponderSeat> seats, Actor actor, CancellationToken cancellation)
    {
        var (email, there) = (seats[0].Responder!.Email, seats.Select(seat => seat.OrganisationId).Append(organisation).ToList());
        await inviting.EndAsync(
            await db.ResponderInvitations.Where(one => one.Email == email && one.UsedAt == null && there.Contains(one.OrganisationId))
                .ToListAsync(cancellation),
            cancellation);
        foreach (var seat in seats)
        {
            seat.Close(clock.UtcNow);
            seat.Responder!.EndLinks();
            db.History.Add(HistoryEntry.Of(
                ResponderSets.Subject(seat.ResponderId), HistoryAct.ResponderClosed, actor, clock.UtcNow, OrganisationEditing.Subject(seat.OrganisationId)));
        }
    }

    private static Actor As(Id<Responder> me) => new(null, ResponderSets.Subject(me), Roles.None);

    /// <summary>Those that they answer for now; of merged ones the successor.</summary>
    internal Task<List<Id<Organisation>>> OrganisationsAsync(Id<Responder> me, CancellationToken cancellation) =>
        db.ResponderSeats.Open().Where(seat => seat.ResponderId == me)
            .Select(seat => seat.Organisation!.IsMerged ? seat.Organisation.SuccessorId!.Value : seat.OrganisationId).Distinct().ToListAsync(cancellation);

    private async Task<Organisation> MineAsync(Id<Responder> me, Id<Organisation>? id, CancellationToken cancellation)
    {
        // Read before who answers for it, so that whoever changes that meanwhile has changed its revision.
        var found = await db.Organisations.FindAsync(one => one.Id == id, cancellation);
        return (await OrganisationsAsync(me, cancellation)).Contains(found.Id) ? found : throw new NotFoundException(nameof(Organisation));
    }
}
