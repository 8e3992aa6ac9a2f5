using InfoStory.Data.Access;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Authorization;

namespace InfoStory.Web.Staff;

/// <summary>The policies that pages and endpoints name. Which role is enough for which is in <see cref="AccessPolicies"/>.</summary>
public static class Policies
{
    /// <summary><see cref="Known"/> is a session that may still lack its second factor: enough to set one up, and for nothing else.</summary>
    public const string Known = "Known", SignedIn = "Signed in", Moderate = nameof(AccessPolicy.Moderate), Publish = nameof(AccessPolicy.Publish),
        Safeguard = nameof(AccessPolicy.Safeguard), Administer = nameof(AccessPolicy.Administer), Dispatch = nameof(AccessPolicy.Dispatch), Author = "Author",
        Respond = "Respond";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Known, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser().AddRequirements(new SecondFactorPassed()));
        foreach (var policy in Enum.GetValues<AccessPolicy>()) options.AddPolicy(policy.ToString(), staff => Staff(staff, AccessPolicies.RolesFor(policy)));
        options.AddPolicy(Author, policy => policy.AddAuthenticationSchemes(AuthorCookie.Scheme).RequireClaim(AuthorCookie.StoryClaim));
        options.AddPolicy(Respond, policy => policy.AddAuthenticationSchemes(ResponderCookie.Scheme).RequireClaim(ResponderCookie.Claim));
    }

    private static void Staff(AuthorizationPolicyBuilder policy, Roles any) =>
        policy.RequireRole(Enum.GetValues<Roles>().Where(role => role != Roles.None && any.HasFlag(role)).Select(role => role.ToString()))
            .AddRequirements(new SecondFactorPassed());
}
