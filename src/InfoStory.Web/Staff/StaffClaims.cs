using System.Security.Claims;
using InfoStory.Data.Access;
using InfoStory.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Staff;

/// <summary>Writes the roles of a member of staff into the session, and reads them back as an <see cref="Actor"/>.</summary>
public sealed class StaffClaims(UserManager<StaffMember> staff, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<StaffMember>(staff, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffMember user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(Enum.GetValues<Roles>().Where(role => role != Roles.None && user.Roles.HasFlag(role))
            .Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        return identity;
    }
}

public static class StaffActor
{
    /// <summary>The signed-in member of staff.</summary>
    public static Actor ToActor(this ClaimsPrincipal user) => new(
        long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
        user.Identity!.Name!,
        user.FindAll(ClaimTypes.Role).Aggregate(Roles.None, (roles, claim) => roles | Enum.Parse<Roles>(claim.Value)));
}
