using System.Security.Cryptography;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Stories;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Identity;

namespace InfoStory.Web.Demonstration;

/// <summary>
/// An account with every role by which a developer signs in to demonstration content. It is made in Development alone and in a database that is
/// marked alone, and such a database is refused everywhere else.
/// </summary>
public sealed class DemonstrationAccount(
    IHostEnvironment environment, DemonstrationMark mark, Secrets secrets, StaffAccounts accounts, UserManager<StaffMember> staff)
{
    public const string Email = "demonstration@example.org";

    private const string Secret = "password of the demonstration account";

    /// <summary>Opens the account where there is none yet.</summary>
    /// <returns>The password by which somebody can sign in; null where there must be no account, or somebody closed it or chose another password.</returns>
    public async Task<string?> OpenAsync()
    {
        if (!environment.IsDevelopment() || !mark.IsOn) return null;

        var password = secrets.GetOrAdd(Secret, () => string.Join('-', Receipt.Of(RandomNumberGenerator.GetBytes(32)).Words.Take(4)));
        var person = await staff.FindByEmailAsync(Email);
        if (person is null)
        {
            person = await accounts.AddAsync(Email, Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead | Roles.Administrator);
            await accounts.SetPasswordAsync(person, password);
        }

        return person.ClosedAt is null && await staff.CheckPasswordAsync(person, password) ? password : null;
    }
}
