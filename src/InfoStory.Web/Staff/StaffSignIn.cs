using System.Text;
using InfoStory.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Staff;

/// <summary>Signs staff in with an address and a password; a closed account is answered like a wrong password.</summary>
public sealed class StaffSignIn(
    UserManager<StaffMember> staff, IHttpContextAccessor context, IUserClaimsPrincipalFactory<StaffMember> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<StaffMember>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<StaffMember> confirmation)
    : SignInManager<StaffMember>(staff, context, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(StaffMember user) => user.ClosedAt is null && await base.CanSignInAsync(user);

    /// <summary>True when the address and password belong together; takes as long either way.</summary>
    public async Task<bool> TryAsync(string? email, string? password)
    {
        // Accounts have ASCII addresses only, and looking for some other characters throws.
        var person = email is null || !Ascii.IsValid(email) ? null : await UserManager.FindByEmailAsync(email);
        if (person is null or { ClosedAt: not null } or { PasswordHash: null } || await UserManager.IsLockedOutAsync(person))
        {
            UserManager.PasswordHasher.HashPassword(new(), password ?? "");
            return false;
        }

        return (await PasswordSignInAsync(person, password ?? "", isPersistent: false, lockoutOnFailure: true)).Succeeded;
    }
}
