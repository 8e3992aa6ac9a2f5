using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Authorization;

namespace InfoStory.Web.Staff;

/// <summary>The one table that says which role may do what.</summary>
public static class Policies
{
    /// <summary><see cref="Known"/> is a session that may still lack its second factor: enough to set one up, and for nothing else.</summary>
    public const string Known = "Known", SignedIn = "Signed in", Moderate = "Moderate",
        Publish = "Publish", Safeguard = "Safeguard", Administer = "Administer", Author = "Author";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Known, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser().AddRequirements(new SecondFactorPassed()));
        options.AddPolicy(Moderate, policy => Staff(policy, Roles.Moderator, Roles.Publisher, Roles.SafeguardingLead));
        options.AddPolicy(Publish, policy => Staff(policy, Roles.Publisher));
        options.AddPolicy(Safeguard, policy => Staff(policy, Roles.SafeguardingLead));
        options.AddPolicy(Administer, policy => Staff(policy, Roles.Administrator));
        options.AddPolicy(Author, policy => policy.AddAuthenticationSchemes(AuthorCookie.Scheme).RequireClaim(AuthorCookie.StoryClaim));
    }

    private static void Staff(AuthorizationPolicyBuilder policy, params Roles[] roles) =>
        policy.RequireRole(roles.Select(role => role.ToString())).AddRequirements(new SecondFactorPassed());
}
