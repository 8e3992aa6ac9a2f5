using InfoStory.People;
using InfoStory.Web.Authors;
using Microsoft.AspNetCore.Authorization;

namespace InfoStory.Web.Staff;

/// <summary>The one table that says which role may do what.</summary>
public static class Policies
{
    public const string SignedIn = "Signed in", Moderate = "Moderate", Publish = "Publish", Safeguard = "Safeguard", Administer = "Administer", Author = "Author";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(Moderate, policy => policy.RequireRole(Names(Roles.Moderator, Roles.Publisher, Roles.SafeguardingLead)));
        options.AddPolicy(Publish, policy => policy.RequireRole(Names(Roles.Publisher)));
        options.AddPolicy(Safeguard, policy => policy.RequireRole(Names(Roles.SafeguardingLead)));
        options.AddPolicy(Administer, policy => policy.RequireRole(Names(Roles.Administrator)));
        options.AddPolicy(Author, policy => policy.AddAuthenticationSchemes(AuthorCookie.Scheme).RequireClaim(AuthorCookie.StoryClaim));
    }

    private static string[] Names(params Roles[] roles) => [.. roles.Select(role => role.ToString())];
}
