using System.Security.Cryptography;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Campaigns;

/// <summary>
/// An invitation as pages show it. <paramref name="Shared"/> is the count in words: a number below five never leaves this service.
/// </summary>
public sealed record InvitationToRead(
    Id<Invitation> Id, string Code, string Name, Id<Campaign>? CampaignId, string? Campaign,
    string? Hashtag, Id<Place>? PlaceId, string? Place, Id<Tag>? ServiceId, string? Service,
    DateTime CreatedAt, DateOnly LastDay, bool IsOpen, DateTime? ClosedAt, string Shared);

/// <summary>A page of invitations, newest first; <paramref name="Next"/> is null on the last one.</summary>
public sealed record InvitationPage(IReadOnlyList<InvitationToRead> Rows, Cursor? Next);

/// <summary>Links for one place or workshop, each with a code of its own.</summary>
public sealed class Invitations(InfoStoryContext db, IValidator<CreateInvitation> rules, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Letters and digits of a code; none can be mistaken for another.</summary>
    public const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private const int CodeLength = 8, UsualDays = 90;

    /// <summary>The last day that suits most posters.</summary>
    public DateOnly UsualLastDay => clock.Today().AddDays(UsualDays);

    /// <summary>What history says an invitation is.</summary>
    public static string Subject(string code) => $"invitation {code}";

    /// <summary>Opens an invitation until the end of its last day.</summary>
    /// <returns>Its code: eight of <see cref="Letters"/>.</returns>
    /// <exception cref="ConflictException">The same one is open already: the form was sent twice.</exception>
    public async Task<string> CreateAsync(CreateInvitation command, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        await rules.ValidateAndThrowAsync(command, cancellation);

        // Whoever opens another at this moment waits for the history, and then finds this one.
        var code = "";
        await db.TogetherAsync(
            async () =>
            {
                await HistoryChain.WaitAsync(db, cancellation);
                code = await OpenAsync(command, actor, cancellation);
            },
            cancellation);
        return code;
    }

    private async Task<string> OpenAsync(CreateInvitation command, Actor actor, CancellationToken cancellation)
    {
        var invitation = new Invitation
        {
            Code = await NewCodeAsync(cancellation),
            Name = PlainText.Tidy(command.Name),
            CampaignId = command.Campaign,
            PlaceId = command.Place,
            ServiceId = command.Service,
            CreatedAt = clock.UtcNow,
            ExpiresAt = command.LastDay!.Value.AddDays(1).BeginsAt(),
        };
        if (await db.Invitations.Where(one => one.Name == invitation.Name && one.CampaignId == invitation.CampaignId && one.PlaceId == invitation.PlaceId
                && one.ServiceId == invitation.ServiceId && one.ExpiresAt == invitation.ExpiresAt && one.ClosedAt == null)
                .Select(one => one.Code).FirstOrDefaultAsync(cancellation) is { } there)
            throw new ConflictException($"There is an open invitation for exactly this already, with the code {there}. Give another one another name.");

        db.Invitations.Add(invitation);
        db.History.Add(HistoryEntry.Of(Subject(invitation.Code), HistoryAct.Opened, actor, clock.UtcNow));
        await db.SaveChangesAsync(cancellation);

        return invitation.Code;
    }

    /// <summary>One page of the invitations, newest first, from just after the cursor. One statement.</summary>
    public async Task<InvitationPage> ListAsync(Cursor? after, CancellationToken cancellation)
    {
        var invitations = All();
        if (after is { Id: var id })
        {
            var key = new Id<Invitation>(id);
            invitations = invitations.Where(invitation => invitation.Id < key);
        }

        var rows = (await invitations.OrderByDescending(invitation => invitation.Id).Take(PageSize + 1).ToListAsync(cancellation)).ConvertAll(ToRead);
        return new(
            rows.Count > PageSize ? rows[..PageSize] : rows, Cursor.After(rows, PageSize, invitation => new(invitation.CreatedAt, invitation.Id.Value)));
    }

    /// <summary>The invitation with this code, open or not, in either case of letters.</summary>
    /// <exception cref="NotFoundException">There never was one.</exception>
    public async Task<InvitationToRead> ReadAsync(string code, CancellationToken cancellation)
    {
        var known = code.ToUpperInvariant();
        return ToRead(await All().FindAsync(invitation => invitation.Code == known, cancellation));
    }

    /// <summary>Nobody can come by it any more. Closing it twice changes nothing.</summary>
    /// <exception cref="NotFoundException">There never was one with this code.</exception>
    public async Task CloseAsync(string code, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var known = code.ToUpperInvariant();
        var invitation = await db.Invitations.FindAsync(invitation => invitation.Code == known, cancellation);
        if (invitation.ClosedAt is not null) return;

        invitation.Close(clock.UtcNow);
        db.History.Add(HistoryEntry.Of(Subject(invitation.Code), HistoryAct.Closed, actor, clock.UtcNow));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>One more story came by this invitation. One statement that counts in the database, so that none is lost where many come at once.</summary>
    public Task CountSharedAsync(Id<Invitation> id, CancellationToken cancellation) =>
        db.Invitations.Where(invitation => invitation.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(invitation => invitation.Shared, invitation => invitation.Shared + 1), cancellation);

    private IQueryable<Invitation> All() =>
        db.Invitations.AsNoTracking().Include(invitation => invitation.Campaign)
            .Include(invitation => invitation.Place).Include(invitation => invitation.Service);

    private InvitationToRead ToRead(Invitation invitation) => new(
        invitation.Id, invitation.Code, invitation.Name, invitation.CampaignId, invitation.Campaign?.Name,
        invitation.Campaign?.Hashtag, invitation.PlaceId, invitation.Place?.Name,
        invitation.ServiceId, invitation.Service?.Name, invitation.CreatedAt, invitation.LastDay,
        invitation.IsOpen(clock.UtcNow), invitation.ClosedAt, SmallNumbers.InWords(invitation.Shared));

    private async Task<string> NewCodeAsync(CancellationToken cancellation)
    {
        string code;
        do code = RandomNumberGenerator.GetString(Letters, CodeLength);
        while (await db.Invitations.AnyAsync(invitation => invitation.Code == code, cancellation));
        return code;
    }
}
