using System.Security.Claims;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace InfoStory.Web.Http;

/// <summary>An author who showed a receipt stays with the story for a while. The cookie carries the key of a session that is kept on the server.</summary>
public static class AuthorCookie
{
    public const string Scheme = "Author", StoryClaim = ClaimTypes.NameIdentifier;

    internal const string Name = "__Host-infostory-author";

    private const string KeyClaim = "session";

    /// <summary>Opens this story in place of whichever is open in this browser.</summary>
    public static async Task OpenStoryAsync(this HttpContext context, Id<Story> story)
    {
        await context.EndAuthorSessionAsync();
        var key = await Sessions(context).BeginAsync(story, context.RequestAborted);
        await context.SignInAsync(Scheme, new(new ClaimsIdentity([new(KeyClaim, key)], Scheme)));
    }

    /// <summary>Ends the session, and with it every copy of its cookie.</summary>
    public static async Task CloseStoryAsync(this HttpContext context)
    {
        await context.EndAuthorSessionAsync();
        await context.SignOutAsync(Scheme);
    }

    /// <summary>Takes the cookie out of this browser, whatever becomes of the session.</summary>
    public static void Delete(HttpResponse response) =>
        response.Cookies.Delete(Name, new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/" });

    /// <summary>Ends the session on the server and leaves the cookie as it is.</summary>
    public static async Task EndAuthorSessionAsync(this HttpContext context)
    {
        var open = await context.AuthenticateAsync(Scheme);
        // Never with the cancellation of the request: who hangs up has left all the same.
        if (open.Principal?.FindFirstValue(KeyClaim) is { } key) await Sessions(context).EndAsync(key, CancellationToken.None);
    }

    /// <summary>The story that this author has opened; null where none is open.</summary>
    public static async Task<Id<Story>?> FindOpenStoryAsync(this HttpContext context)
    {
        var result = await context.AuthenticateAsync(Scheme);
        return Id<Story>.TryParse(result.Principal?.FindFirstValue(StoryClaim), null, out var id) ? id : null;
    }

    /// <summary>Lets in whoever has a session that still stands. A form knows its author by the story, in whichever session.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var key = context.Principal?.FindFirstValue(KeyClaim);
        var story = key is null ? null : await Sessions(context.HttpContext).UseAsync(key, context.HttpContext.RequestAborted);
        if (story is { } open) context.ReplacePrincipal(new(new ClaimsIdentity([Of(open), new(KeyClaim, key!)], Scheme)));
        else context.RejectPrincipal();
    }

    // The issuer keeps the story of a number apart from the member of staff of the same number.
    private static System.Security.Claims.Claim Of(Id<Story> story) => new(StoryClaim, story.ToString(), ClaimValueTypes.Integer64, "InfoStory.Story");

    private static AuthorSessions Sessions(HttpContext context) => context.RequestServices.GetRequiredService<AuthorSessions>();
}
