using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Staff;

/// <summary>The session began with a second factor, or the site does not require one.</summary>
public sealed class SecondFactorPassed : IAuthorizationRequirement
{
    /// <summary>How a session says so (RFC 8176).</summary>
    public static readonly Claim Claim = new("amr", "mfa");

    public static bool Is(ClaimsPrincipal user) => user.HasClaim(Claim.Type, Claim.Value);
}

public sealed class SecondFactorHandler(IOptions<StaffOptions> staff) : AuthorizationHandler<SecondFactorPassed>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SecondFactorPassed requirement)
    {
        if (!staff.Value.IsSecondFactorRequired || SecondFactorPassed.Is(context.User)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
