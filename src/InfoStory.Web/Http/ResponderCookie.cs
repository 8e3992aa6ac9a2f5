using System.Security.Claims;
using InfoStory.Data;
using InfoStory.Organisations.Responders;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace InfoStory.Web.Http;

/// <summary>
/// A responder who is signed in. The cookie carries the key of a session that is kept on the server; its claims are none of those by which staff or authors
/// are known, so that it opens nothing of theirs.
/// </summary>
public static class ResponderCookie
{
    public const string Scheme = "Responder", Claim = "responder";

    internal const string Name = "__Host-infostory-respond";

    private const string KeyClaim = "responder session";

    public static Task SignInResponderAsync(this HttpContext context, string key) =>
        context.SignInAsync(Scheme, new(new ClaimsIdentity([new(KeyClaim, key)], Scheme)));

    /// <summary>Ends the session, and with it every copy of its cookie.</summary>
    public static async Task SignOutResponderAsync(this HttpContext context)
    {
        if ((await context.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(KeyClaim) is { } key)
            await Sessions(context).EndAsync(key, CancellationToken.None);
        await context.SignOutAsync(Scheme);
    }

    /// <summary>Whether somebody who answers is signed in in this browser.</summary>
    public static async Task<bool> HasResponderAsync(this HttpContext context) => (await context.AuthenticateAsync(Scheme)).Principal?.HasClaim(
        claim => claim.Type == Claim) == true;

    /// <summary>Who is signed in, behind the policy that asks for it.</summary>
    public static Id<Responder> ToResponder(this ClaimsPrincipal user) => new(long.Parse(user.FindFirstValue(Claim)!));

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var key = context.Principal?.FindFirstValue(KeyClaim);
        var responder = key is null ? null : await Sessions(context.HttpContext).UseAsync(key, context.HttpContext.RequestAborted);
        if (responder is { } open) context.ReplacePrincipal(new(new ClaimsIdentity([new(Claim, open.ToString()), ClaimOf(open), new(KeyClaim, key!)], Scheme)));
        else context.RejectPrincipal();
    }

    /// <summary>By this one antiforgery knows a form of theirs, in whichever session; nothing else is asked of it.</summary>
    internal static System.Security.Claims.Claim ClaimOf(Id<Responder> responder) => new("sub", ResponderSets.Subject(responder));

    private static ResponderSessions Sessions(HttpContext context) => context.RequestServices.GetRequiredService<ResponderSessions>();
}
