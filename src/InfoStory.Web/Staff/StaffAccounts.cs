using System.Text;
using InfoStory.Data;
using InfoStory.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Staff;

/// <summary>Opens and closes the accounts of staff.</summary>
public sealed class StaffAccounts(UserManager<StaffMember> staff, StaffHistory history, IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <summary>Gives this address the role, opening an account where there is none. A closed account opens again with this role alone and no password.</summary>
    public async Task<StaffMember> AddAsync(string email, Roles role)
    {
        var person = await staff.FindByEmailAsync(email);
        if (person is null)
        {
            person = new() { UserName = email, Email = email, EmailConfirmed = true, Roles = role };
            MustSucceed(await staff.CreateAsync(person));
        }
        else
        {
            if (person.ClosedAt is not null) (person.Roles, person.PasswordHash) = (Roles.None, null);
            (person.Roles, person.ClosedAt) = (person.Roles | role, null);
            // Sessions carry the roles they began with, so they end.
            MustSucceed(await staff.UpdateSecurityStampAsync(person));
        }

        await history.AddAsync(person.Id, $"Given the role {role}", CancellationToken.None);
        return person;
    }

    /// <summary>A link that lets its holder choose the password of this account once, within a day.</summary>
    public async Task<string> PasswordLinkAsync(StaffMember person)
    {
        var token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await staff.GeneratePasswordResetTokenAsync(person)));
        return $"{site.Value.Url}/sign-in/choose-password?person={person.Id}&token={token}";
    }

    /// <summary>False once the link was used, is a day old, or was never one of ours.</summary>
    public async Task<bool> IsLinkGoodAsync(long id, string token) =>
        await staff.FindByIdAsync(id.ToString()) is { ClosedAt: null } person && TryDecode(token) is { } decoded
        && await staff.VerifyUserTokenAsync(person, staff.Options.Tokens.PasswordResetTokenProvider, UserManager<StaffMember>.ResetPasswordTokenPurpose, decoded);

    /// <summary>Sets the password that the holder of the link chose; every session of the account ends.</summary>
    public async Task<IdentityResult> ChoosePasswordAsync(long id, string token, string password)
    {
        var invalid = IdentityResult.Failed(staff.ErrorDescriber.InvalidToken());
        if (await staff.FindByIdAsync(id.ToString()) is not { ClosedAt: null } person) return invalid;

        var result = TryDecode(token) is { } decoded ? await staff.ResetPasswordAsync(person, decoded, password) : invalid;
        if (result.Succeeded) await history.AddAsync(id, "Password chosen", CancellationToken.None);
        return result;
    }

    /// <summary>Sets a password without a link, for scripts.</summary>
    /// <exception cref="ConflictException">The password breaks a rule; the message says which.</exception>
    public async Task SetPasswordAsync(StaffMember person, string password)
    {
        MustSucceed(await staff.ResetPasswordAsync(person, await staff.GeneratePasswordResetTokenAsync(person), password));
        await history.AddAsync(person.Id, "Password set", CancellationToken.None);
    }

    /// <summary>Changes the password of somebody who knows the present one; every session of the account ends.</summary>
    /// <exception cref="NotFoundException">There is no such account.</exception>
    public async Task<IdentityResult> ChangePasswordAsync(long id, string current, string chosen)
    {
        var person = await staff.FindByIdAsync(id.ToString()) ?? throw new NotFoundException("The account");
        var result = await staff.ChangePasswordAsync(person, current, chosen);
        if (result.Succeeded) await history.AddAsync(id, "Password changed", CancellationToken.None);
        return result;
    }

    /// <summary>Closes the account; every session of it ends at once.</summary>
    /// <exception cref="NotFoundException">Nobody has this address.</exception>
    public async Task CloseAsync(string email)
    {
        var person = await staff.FindByEmailAsync(email) ?? throw new NotFoundException("The account");
        person.ClosedAt = clock.UtcNow;
        MustSucceed(await staff.UpdateSecurityStampAsync(person));
        await history.AddAsync(person.Id, "Account closed", CancellationToken.None);
    }

    private static string? TryDecode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void MustSucceed(IdentityResult result)
    {
        if (!result.Succeeded) throw new ConflictException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
