using System.Globalization;
using System.Text;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.People;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Staff;

/// <summary>Opens and closes the accounts of staff.</summary>
public sealed class StaffAccounts(
    UserManager<StaffMember> staff, Administrators administrators, PasswordGuesses guesses, SecondFactors factors,
    StaffHistory history, IValidator<InviteStaff> invitationRules, IValidator<ChangeRoles> roleRules,
    IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <summary>
    /// Gives this address the role, opening an account where there is none. A closed account opens again with this role alone, no password and no second
    /// factor.
    /// </summary>
    /// <exception cref="ConflictException">No letter could be sent to this address.</exception>
    public async Task<StaffMember> AddAsync(string typed, Roles role)
    {
        if (!EmailAddress.IsValid(EmailAddress.Tidy(typed)) || EmailAddress.OfAccount(typed) is not { } email)
            throw new ConflictException("Enter an email address with plain letters before the @, such as name@example.org");

        var person = await staff.FindByEmailAsync(email);
        if (person is null)
        {
            person = new() { UserName = email, Email = email, EmailConfirmed = true, Roles = role };
            MustSucceed(await staff.CreateAsync(person));
        }
        else
        {
            if (person.ClosedAt is not null)
            {
                (person.Roles, person.PasswordHash) = (Roles.None, null);
                await factors.ForgetAsync(person, CancellationToken.None);
            }

            (person.Roles, person.ClosedAt) = (person.Roles | role, null);
            // Sessions carry the roles they began with, so they end.
            MustSucceed(await staff.UpdateSecurityStampAsync(person));
        }

        await history.AddAsync(person.Id, HistoryAct.RoleGiven, CancellationToken.None, role.InWords());
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
        && await staff.VerifyUserTokenAsync(
            person, staff.Options.Tokens.PasswordResetTokenProvider, UserManager<StaffMember>.ResetPasswordTokenPurpose, decoded);

    /// <summary>Sets the password that the holder of the link chose; every session of the account ends.</summary>
    public async Task<IdentityResult> ChoosePasswordAsync(long id, string token, string password)
    {
        var invalid = IdentityResult.Failed(staff.ErrorDescriber.InvalidToken());
        if (await staff.FindByIdAsync(id.ToString()) is not { ClosedAt: null } person) return invalid;

        var result = TryDecode(token) is { } decoded ? await staff.ResetPasswordAsync(person, decoded, password) : invalid;
        if (result.Succeeded) await history.AddAsync(id, HistoryAct.PasswordChosen, CancellationToken.None);
        return result;
    }

    /// <summary>Sets a password without a link, for scripts.</summary>
    /// <exception cref="ConflictException">The password breaks a rule; the message says which.</exception>
    public async Task SetPasswordAsync(StaffMember person, string password)
    {
        MustSucceed(await staff.ResetPasswordAsync(person, await staff.GeneratePasswordResetTokenAsync(person), password));
        await history.AddAsync(person.Id, HistoryAct.PasswordSet, CancellationToken.None);
    }

    /// <summary>Changes the password of somebody who knows the present one; every session of the account ends.</summary>
    /// <exception cref="NotFoundException">There is no such account.</exception>
    /// <exception cref="TooManyException">Too many passwords were tried for this account; this one is not.</exception>
    public async Task<IdentityResult> ChangePasswordAsync(long id, string current, string chosen)
    {
        var person = await staff.FindByIdAsync(id.ToString()) ?? throw new NotFoundException("The account");
        if (!await guesses.CountAsync(id))
            throw new TooManyException("Too many wrong passwords were tried for your account. Try again in 15 minutes", PasswordGuesses.Pause);
        if (!await staff.CheckPasswordAsync(person, current)) return IdentityResult.Failed(staff.ErrorDescriber.PasswordMismatch());

        await guesses.RightAsync(person);
        var result = await staff.ChangePasswordAsync(person, current, chosen);
        if (result.Succeeded) await history.AddAsync(id, HistoryAct.PasswordChanged, CancellationToken.None);
        return result;
    }

    /// <summary>Opens an account for somebody who then chooses a password by the link of <see cref="PasswordLinkAsync"/>.</summary>
    /// <exception cref="ValidationException">The address makes no sense or has an account, or there is no role.</exception>
    public async Task<StaffMember> InviteAsync(InviteStaff command, Actor actor, CancellationToken cancellation)
    {
        await invitationRules.ValidateAndThrowAsync(command, cancellation);

        var email = EmailAddress.OfAccount(command.Email)!;
        var person = new StaffMember { UserName = email, Email = email, EmailConfirmed = true, Roles = command.Roles.Together() };
        MustSucceed(await staff.CreateAsync(person));
        history.Note(person.Id, HistoryAct.Invited, actor, person.Roles.InWords());
        MustSucceed(await staff.UpdateAsync(person));
        return person;
    }

    /// <summary>Gives the account other roles; its sessions end, because they carry the roles they began with.</summary>
    /// <exception cref="NotFoundException">There is no such account.</exception>
    /// <exception cref="ConflictException">Somebody changed the roles first, the account is closed, or it is the last administrator's.</exception>
    public async Task ChangeRolesAsync(long id, ChangeRoles command, Actor actor, CancellationToken cancellation)
    {
        await roleRules.ValidateAndThrowAsync(command, cancellation);

        var roles = command.Roles.Together();
        await KeepingOneAsync(!roles.HasFlag(Roles.Administrator), id, async () =>
        {
            var person = await FindAsync(id);
            if (person.ClosedAt is not null) throw new ConflictException("This account is closed. Open it again first");
            if (person.Roles != command.Seen) throw new ConflictException("Someone else has changed these roles since you opened the page. Look at them again");
            if (person.Roles == roles) return;

            person.Roles = roles;
            history.Note(id, HistoryAct.RolesChanged, actor, roles.InWords());
            MustSucceed(await staff.UpdateSecurityStampAsync(person));
        }, cancellation);
    }

    /// <summary>Closes the account; every session of it ends at once. Closing it twice changes nothing.</summary>
    /// <exception cref="NotFoundException">There is no such account.</exception>
    /// <exception cref="ConflictException">It is the last administrator's.</exception>
    public Task CloseAsync(long id, Actor actor, CancellationToken cancellation) => KeepingOneAsync(true, id, async () =>
    {
        var person = await FindAsync(id);
        if (person.ClosedAt is not null) return;

        person.ClosedAt = clock.UtcNow;
        history.Note(id, HistoryAct.AccountClosed, actor);
        MustSucceed(await staff.UpdateSecurityStampAsync(person));
    }, cancellation);

    /// <summary>Opens a closed account with the roles it had, but with no password and no second factor.</summary>
    /// <exception cref="NotFoundException">There is no such account.</exception>
    public async Task OpenAgainAsync(long id, Actor actor, CancellationToken cancellation)
    {
        var person = await FindAsync(id);
        if (person.ClosedAt is null) return;

        (person.ClosedAt, person.PasswordHash) = (null, null);
        await factors.ForgetAsync(person, cancellation);
        history.Note(id, HistoryAct.AccountOpenedAgain, actor);
        MustSucceed(await staff.UpdateSecurityStampAsync(person));
    }

    /// <summary>The account of this address, whatever its case.</summary>
    /// <exception cref="NotFoundException">Nobody has this address.</exception>
    public async Task<StaffMember> FindAsync(string email) =>
        (EmailAddress.OfAccount(email) is { } known ? await staff.FindByEmailAsync(known) : null) ?? throw new NotFoundException("The account");

    /// <exception cref="NotFoundException">There is no such account.</exception>
    public async Task<StaffMember> FindAsync(long id) =>
        await staff.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture)) ?? throw new NotFoundException("The account");

    private Task KeepingOneAsync(bool takesAway, long id, Func<Task> act, CancellationToken cancellation) =>
        takesAway ? administrators.KeepOneAsync(id, act, cancellation) : act();

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
