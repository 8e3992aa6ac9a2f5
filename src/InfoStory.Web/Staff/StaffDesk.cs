using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.People;

namespace InfoStory.Web.Staff;

/// <summary>One account as an administrator works on it.</summary>
public sealed class StaffDesk(StaffAccounts accounts, StaffList list, StaffHistory history, StaffLetters letters)
{
    /// <exception cref="NotFoundException">There is no such account.</exception>
    public async Task<(StaffRow Account, IReadOnlyList<StaffAct> Acts)> ReadAsync(long id, CancellationToken cancellation) =>
        (await list.ReadAsync(id, cancellation), await history.OfAsync(id, cancellation));

    /// <summary>Sends a link to choose a password.</summary>
    /// <returns>The link, where no mail is sent from here; else null.</returns>
    /// <exception cref="NotFoundException">There is no such account.</exception>
    /// <exception cref="ConflictException">The account is closed.</exception>
    public async Task<string?> LinkAsync(long id, Actor actor, CancellationToken cancellation)
    {
        var person = await accounts.FindAsync(id);
        if (person.ClosedAt is not null) throw new ConflictException("This account is closed. Open it again first");

        await history.AddAsync(id, HistoryAct.PasswordLinkMade, actor, cancellation);
        return await letters.SendInvitationAsync(person, cancellation);
    }
}
