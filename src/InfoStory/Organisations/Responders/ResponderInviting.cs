using System.Globalization;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Responders;

/// <summary>An invitation as its page shows it.</summary>
/// <param name="Email">Null where its reader gives their own address.</param>
/// <param name="Domain">An address in it counts at once; null where the team looks at every one.</param>
public sealed record InvitationToAnswer(string Organisation, string? Email, string? Domain);

/// <summary>What came of an invitation that was taken.</summary>
/// <param name="IsOpen">They answer from now on; else they wait for the team.</param>
/// <param name="HasLink">A link to sign in is on its way; none is where one went to them within ten minutes.</param>
public sealed record InvitationTaken(bool IsOpen, bool HasLink);

/// <summary>Writes invitations to answer for an organisation, and takes the yes of whoever got one. Both are saved once, with their letters.</summary>
public sealed class ResponderInviting(
    InfoStoryContext db, IValidator<AcceptInvitation> rules, LinkKey links, SiteAddress site, ResponderSignIn signIn, TimeProvider clock)
{
    private const string Title = "An invitation to answer on InfoStory";

    /// <summary>Writes the letter of an invitation that is saved already; saved with whatever else is not.</summary>
    /// <exception cref="ConflictException">The organisation has no mailbox, where that is where it goes.</exception>
    public void Send(ResponderInvitation invitation, Organisation organisation)
    {
        var now = clock.UtcNow;
        var to = invitation.Email ?? organisation.Mailbox ?? throw new ConflictException("This organisation has no mailbox. Give it one first.");
        invitation.SentAt = now;
        var until = now + ResponderInvitation.Life;
        var asks = invitation.Email is null ? "Please pass this to whoever should answer" : "A colleague asks you to answer";
        var body = $"{asks} for {organisation.Name} on InfoStory. "
            + "There people tell what happened when services did not share what they knew, and services say what they do about it.\n\n"
            + $"Begin here, once, until {until.InLondon().ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}. Opening the page changes nothing:\n"
            + $"{site.Url}/respond/invitation/{LinkOf(invitation)}\n\nIf you did not expect this, do nothing.\n";
        db.Add(new Letter
        {
            Subject = OrganisationEditing.Subject(organisation.Id),
            To = to,
            Title = Title,
            Body = body,
            WrittenAt = now,
            NextTryAt = now,
            ExpiresAt = until,
        });
        db.History.Add(HistoryEntry.Of(OrganisationEditing.Subject(organisation.Id), HistoryAct.LetterWritten, Actor.System, now));
    }

    /// <summary>Deletes invitations, with their letters where these wait still or were given up; whoever calls saves.</summary>
    internal async Task EndAsync(IReadOnlyCollection<ResponderInvitation> invitations, CancellationToken cancellation)
    {
        db.RemoveRange(invitations);
        var subjects = invitations.Select(one => OrganisationEditing.Subject(one.OrganisationId)).Distinct().ToList();
        var ended = invitations.Where(one => one.SentAt is not null).Select(LinkOf).ToList();
        if (ended.Count == 0) return;

        var letters = await db.Set<Letter>().Where(letter => subjects.Contains(letter.Subject) && letter.Title == Title).ToListAsync(cancellation);
        db.RemoveRange(letters.Where(letter => ended.Exists(link => letter.Body.Contains(link, StringComparison.Ordinal))));
    }

    private string LinkOf(ResponderInvitation invitation) =>
        links.Sign(LinkPurpose.Responder, invitation.Id.Value, 0, invitation.SentAt!.Value + ResponderInvitation.Life);

    /// <summary>Writes to somebody whom the team allowed to answer; whoever calls saves.</summary>
    /// <param name="organisation">Its name.</param>
    internal void Tell(ResponderSeat seat, string organisation, Actor actor)
    {
        var now = clock.UtcNow;
        db.Add(new Letter
        {
            Subject = ResponderSets.Subject(seat.ResponderId),
            To = seat.Responder!.Email,
            Title = "You may answer on InfoStory now",
            Body = $"Our team has looked: you may answer for {organisation} on InfoStory now.\n\n"
                + $"There is no password. Ask for a link to sign in here, with this address:\n{site.Url}/respond\n",
            WrittenAt = now,
            NextTryAt = now,
        });
        // Under the organisation: what is written under a responder keeps a link to sign in back for ten minutes.
        db.History.Add(HistoryEntry.Of(OrganisationEditing.Subject(seat.OrganisationId), HistoryAct.LetterWritten, actor, now));
    }

    /// <summary>What the page of this link shows; null where it was taken, has ended or is not ours. Looking changes nothing.</summary>
    public async Task<InvitationToAnswer?> ReadAsync(string link, CancellationToken cancellation) =>
        await FindAsync(link, cancellation) is { } found ? new(found.Organisation!.Name, found.Email, MailDomains.OwnOf(found.Organisation.Mailbox)) : null;

    /// <summary>Takes an invitation: from now on they answer for the organisation, or wait for the team where their address is of another domain.</summary>
    /// <exception cref="ValidationException">Something that was typed is missing or wrong.</exception>
    /// <exception cref="ConflictException">It was taken meanwhile, or does not count any more.</exception>
    public async Task<InvitationTaken> AcceptAsync(string link, AcceptInvitation command, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(command, cancellation);
        var (now, isOpen, hasLink) = (clock.UtcNow, false, false);
        try
        {
            await db.TogetherAsync(async () =>
            {
                var invitation = await FindAsync(link, cancellation) ?? throw Over();
                var organisation = invitation.Organisation!;
                var email = invitation.Email ?? WorkAddress.Of(command.Email);
                isOpen = invitation.Email is not null || MailDomains.AreSame(organisation.Mailbox, email);
                invitation.UsedAt = now;
                var responder = await SeatAsync(email, organisation, command, isOpen, cancellation);
                await db.SaveChangesAsync(cancellation);

                var (subject, answering) = (ResponderSets.Subject(responder.Id), OrganisationEditing.Subject(organisation.Id));
                db.History.Add(HistoryEntry.Of(subject, HistoryAct.ResponderJoined, new(null, subject, Roles.None), now, answering));
                await db.SaveChangesAsync(cancellation);
                hasLink = isOpen && await signIn.WriteAsync(email, cancellation);
            }, cancellation);
        }
        catch (Exception fault) when (fault is ClashException or DbUpdateConcurrencyException)
        {
            throw Over();
        }

        return new(isOpen, hasLink);
    }

    private async Task<Responder> SeatAsync(string email, Organisation organisation, AcceptInvitation command, bool opens, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var responder = await db.Responders.Include(one => one.Seats).FirstOrDefaultAsync(one => one.Email == email, cancellation);
        if (responder is null)
            db.Add(responder = new() { Email = email, Name = PlainText.Tidy(command.Name), Role = PlainText.Tidy(command.Role), AddedAt = now });

        var seat = responder.Seats.Find(there => there.OrganisationId == organisation.Id);
        if (seat is { OpenedAt: not null, ClosedAt: null }) return responder;

        if (seat is null) responder.Seats.Add(seat = new() { OrganisationId = organisation.Id });
        if (opens) seat.Open(now);
        else seat.Wait();
        return responder;
    }

    private async Task<ResponderInvitation?> FindAsync(string link, CancellationToken cancellation)
    {
        if (links.Open(LinkPurpose.Responder, link) is not { Subject: var key }) return null;

        var id = new Id<ResponderInvitation>(key);
        var found = await db.ResponderInvitations.Include(one => one.Organisation).FirstOrDefaultAsync(one => one.Id == id, cancellation);
        return found?.IsOpen(clock.UtcNow) == true && found.Organisation!.ClosedAt is null ? found : null;
    }

    private static ConflictException Over() => new("This invitation has ended, or somebody has taken it. Ask whoever invited you for another.");
}
