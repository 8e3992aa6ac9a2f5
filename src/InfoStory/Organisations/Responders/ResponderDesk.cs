using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Data;
using InfoStory.History;
using InfoStory.Organisations.Promises;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Responders;

/// <summary>Who answers for one organisation, as a publisher sees it: all that is kept of them.</summary>
public sealed record RespondersOnDesk(
    string Name, string Slug, string? Mailbox, bool IsClosed, IReadOnlyList<ResponderRow> People, IReadOnlyList<InvitationRow> Invitations);

/// <summary>One person; <paramref name="Since"/> is null while the team has not allowed it.</summary>
public sealed record ResponderRow(
    Id<Responder> Id, string Name, string Role, string Email, DateTime AddedAt, DateTime? Since, DateTime? ClosedAt, DateTime? LastSignedInAt);

/// <summary>An invitation that nobody has taken; the address is null where it went to the mailbox, the day where it waits for the team.</summary>
public sealed record InvitationRow(Id<ResponderInvitation> Id, string? Email, DateTime MadeAt, DateTime? SentAt);

/// <summary>So many of one organisation wait until they are allowed.</summary>
public sealed record WaitingToAnswer(Id<Organisation> Organisation, string Name, int Count);

/// <summary>What publishers do about who answers for an organisation. Everything is in the history of the organisation or of the responder.</summary>
public sealed class ResponderDesk(InfoStoryContext db, ResponderInviting inviting, Responding responding, TimeProvider clock)
{
    /// <summary>Whoever answers for nobody any more is forgotten so many months later.</summary>
    public const int MonthsKept = 12;

    private const string PublishersOnly = "Only a publisher can say who answers for an organisation.";

    /// <summary>Everybody who answers, waits or has left, and the invitations that wait. Three statements.</summary>
    /// <exception cref="NotFoundException">There is no such organisation.</exception>
    public async Task<RespondersOnDesk> ShowAsync(Id<Organisation> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);

        var organisation = await db.Organisations.AsNoTracking().FindAsync(one => one.Id == id, cancellation);
        var people = await db.ResponderSeats.AsNoTracking().Of(id).OrderBy(seat => seat.ClosedAt != null).ThenBy(seat => seat.ResponderId)
            .Select(seat => new ResponderRow(seat.ResponderId, seat.Responder!.Name, seat.Responder.Role, seat.Responder.Email, seat.Responder.AddedAt,
                seat.OpenedAt, seat.ClosedAt, seat.Responder.LastSignedInAt)).ToListAsync(cancellation);
        var since = clock.UtcNow - ResponderInvitation.Life;
        var invitations = await db.ResponderInvitations.AsNoTracking()
            .Where(one => one.OrganisationId == id && one.UsedAt == null && (one.SentAt == null || one.SentAt > since))
            .OrderBy(one => one.Id).Select(one => new InvitationRow(one.Id, one.Email, one.MadeAt, one.SentAt)).ToListAsync(cancellation);
        return new(organisation.Name, organisation.Slug, organisation.Mailbox, organisation.ClosedAt is not null, people, invitations);
    }

    /// <summary>For which organisations somebody waits until they are allowed: to answer, or to be invited by a colleague. Two statements.</summary>
    public async Task<IReadOnlyList<WaitingToAnswer>> WaitingAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);

        var people = await db.ResponderSeats
            .Where(seat => seat.OpenedAt == null && seat.ClosedAt == null && (seat.Organisation!.ClosedAt == null || seat.Organisation.IsMerged))
            .Select(seat => seat.Organisation!.IsMerged ? seat.Organisation.Successor! : seat.Organisation)
            .Select(one => new { one.Id, one.Name }).ToListAsync(cancellation);
        var invited = await db.ResponderInvitations.Where(one => one.SentAt == null && one.UsedAt == null && one.Organisation!.ClosedAt == null)
            .Select(one => new { one.Organisation!.Id, one.Organisation.Name }).ToListAsync(cancellation);
        return
        [
            .. people.Concat(invited).GroupBy(one => one).Select(one => new WaitingToAnswer(one.Key.Id, one.Key.Name, one.Count()))
                .OrderBy(one => one.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Writes to the organisation's mailbox; an invitation that went there before ends.</summary>
    /// <exception cref="ConflictException">It has no mailbox, or is closed.</exception>
    public Task InviteAsync(Id<Organisation> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);

        return db.TogetherAsync(async () =>
        {
            var (organisation, now) = (await db.Organisations.FindAsync(one => one.Id == id, cancellation), clock.UtcNow);
            if (organisation.ClosedAt is not null) throw new ConflictException("This organisation is closed.");

            await inviting.EndAsync(
                await db.ResponderInvitations.Where(one => one.OrganisationId == id && one.Email == null && one.UsedAt == null).ToListAsync(cancellation),
                cancellation);
            var invitation = new ResponderInvitation { OrganisationId = id, MadeAt = now };
            db.Add(invitation);
            db.History.Add(HistoryEntry.Of(OrganisationEditing.Subject(id), HistoryAct.Invited, actor, now, "whoever answers"));
            await db.SaveChangesAsync(cancellation);
            inviting.Send(invitation, organisation);
            await db.SaveChangesAsync(cancellation);
        }, cancellation);
    }

    /// <summary>Somebody whose address is of another domain may answer, and is told by a letter.</summary>
    public async Task AllowAsync(Id<Organisation> id, Id<Responder> responder, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);

        var seat = await db.ResponderSeats.Of(id).Include(one => one.Responder)
            .FindAsync(one => one.ResponderId == responder && one.OpenedAt == null && one.ClosedAt == null, cancellation);
        seat.Open(clock.UtcNow);
        inviting.Tell(seat, await db.Organisations.Where(one => one.Id == id).Select(one => one.Name).SingleAsync(cancellation), actor);
        Note(responder, HistoryAct.ResponderAllowed, actor, seat.OrganisationId);
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>A colleague of another domain may be invited: the letter goes.</summary>
    public async Task AllowInvitationAsync(Id<Organisation> id, Id<ResponderInvitation> invitation, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);

        var waits = await db.ResponderInvitations.Include(one => one.Organisation)
            .FindAsync(one => one.Id == invitation && one.OrganisationId == id && one.SentAt == null && one.UsedAt == null, cancellation);
        inviting.Send(waits, waits.Organisation!);
        db.History.Add(HistoryEntry.Of(OrganisationEditing.Subject(id), HistoryAct.InvitationAllowed, actor, clock.UtcNow));
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>An invitation is not to be taken: its link opens nothing any more.</summary>
    public async Task RefuseAsync(Id<Organisation> id, Id<ResponderInvitation> invitation, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);

        await inviting.EndAsync(
            [await db.ResponderInvitations.FindAsync(one => one.Id == invitation && one.OrganisationId == id && one.UsedAt == null, cancellation)],
            cancellation);
        db.History.Add(HistoryEntry.Of(OrganisationEditing.Subject(id), HistoryAct.InvitationRefused, actor, clock.UtcNow));
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>Somebody answers for this organisation no more, or is not allowed to.</summary>
    public async Task CloseAsync(Id<Organisation> id, Id<Responder> responder, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);

        var seats = await db.ResponderSeats.Of(id).Include(seat => seat.Responder).Where(seat => seat.ResponderId == responder && seat.ClosedAt == null)
            .ToListAsync(cancellation);
        if (seats.Count == 0) throw new NotFoundException(nameof(Responder));

        await responding.CloseAsync(id, seats, actor, cancellation);
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>Deletes all that is kept of somebody who answers for nobody any more; their acts stay under their number.</summary>
    /// <exception cref="ConflictException">They still answer for an organisation.</exception>
    public async Task ForgetAsync(Id<Organisation> id, Id<Responder> responder, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);

        var person = await db.Responders.Include(one => one.Seats)
            .FindAsync(one => one.Id == responder && db.Set<ResponderSeat>().Any(seat => seat.ResponderId == one.Id), cancellation);
        if (!await db.ResponderSeats.Of(id).AnyAsync(seat => seat.ResponderId == responder, cancellation)) throw new NotFoundException(nameof(Responder));
        if (person.Seats.Exists(seat => seat.ClosedAt is null)) throw new ConflictException("Close them first, in every organisation that they answer for.");

        await ForgetAsync(person, actor, cancellation);
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>Forgets who has answered for nobody for a year, and invitations that ended. Returns how many people.</summary>
    public async Task<int> ForgetOldAsync(CancellationToken cancellation)
    {
        var (before, ended) = (clock.UtcNow.AddMonths(-MonthsKept), clock.UtcNow - ResponderInvitation.Life - ResponderInvitation.Life);
        var old = await db.Responders.Include(one => one.Seats).Where(one => one.AddedAt < before)
            .Where(one => !db.Set<ResponderSeat>().Any(seat => seat.ResponderId == one.Id && (seat.ClosedAt == null || seat.ClosedAt > before)))
            .Take(100).ToListAsync(cancellation);
        foreach (var person in old) await ForgetAsync(person, Actor.System, cancellation);
        await db.SaveChangesAsync(cancellation);
        await db.ResponderInvitations.Where(one => one.MadeAt < ended && (one.UsedAt != null || one.SentAt == null || one.SentAt < ended))
            .ExecuteDeleteAsync(cancellation);
        return old.Count;
    }

    /// <summary>The letters that wait for them and the invitations that name them go too.</summary>
    private async Task ForgetAsync(Responder person, Actor actor, CancellationToken cancellation)
    {
        var subject = ResponderSets.Subject(person.Id);
        db.RemoveRange(await db.Set<Letters.Letter>().Where(letter => letter.Subject == subject
            || (letter.To == person.Email && letter.Title == PromiseReportDesk.Returned)).ToListAsync(cancellation));
        await inviting.EndAsync(await db.ResponderInvitations.Where(one => one.Email == person.Email).ToListAsync(cancellation), cancellation);
        db.History.Add(HistoryEntry.Of(subject, HistoryAct.Erased, actor, clock.UtcNow));
        db.Remove(person);
    }

    private void Note(Id<Responder> responder, HistoryAct act, Actor actor, Id<Organisation> organisation) =>
        db.History.Add(HistoryEntry.Of(ResponderSets.Subject(responder), act, actor, clock.UtcNow, OrganisationEditing.Subject(organisation)));
}
