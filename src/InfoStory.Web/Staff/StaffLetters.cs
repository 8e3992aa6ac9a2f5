using InfoStory.Data;
using InfoStory.Letters;
using InfoStory.People;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Identity;

namespace InfoStory.Web.Staff;

/// <summary>Writes to members of staff.</summary>
public sealed class StaffLetters(UserManager<StaffMember> staff, StaffAccounts accounts, Outbox outbox, IEnumerable<IPostman> postmen)
{
    public bool CanSend => postmen.Any();

    /// <summary>Sends a link by which its reader chooses the password of their new account.</summary>
    /// <returns>The link, where no mail is sent from here and somebody must pass it on; else null.</returns>
    public async Task<string?> SendInvitationAsync(StaffMember person, CancellationToken cancellation)
    {
        var link = await accounts.PasswordLinkAsync(person);
        if (!CanSend) return link;

        var body = $"You have an InfoStory account as {person.Roles.InWords()}.\n\nChoose its password here, once, within a day:\n{link}\n\n"
            + "If you did not expect this, do nothing.\n";
        await outbox.WriteAsync(StaffHistory.Subject(person.Id), person.Email!, "Your InfoStory account", body, cancellation);
        return null;
    }

    /// <summary>Writes a link for a new password where this address has an open account; does nothing where it has none.</summary>
    public async Task SendPasswordLinkAsync(string? email, CancellationToken cancellation)
    {
        if (!CanSend || EmailAddress.OfAccount(email) is not { } known) return;
        if (await staff.FindByEmailAsync(known) is not { ClosedAt: null, Email: { } to } person) return;

        var link = await accounts.PasswordLinkAsync(person);
        var body = $"Somebody asked for a new password for your InfoStory account.\n\nChoose it here, once, within a day:\n{link}\n\n"
            + "If it was not you, do nothing: your password stays as it is.\n";
        await outbox.WriteAsync(StaffHistory.Subject(person.Id), to, "Choose a new InfoStory password", body, cancellation);
    }
}
