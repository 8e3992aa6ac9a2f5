using Microsoft.Extensions.Primitives;

namespace InfoStory.Web.Http;

/// <summary>The headers that every answer carries, static files and errors too (docs/decisions/0006-headers.md).</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>Those that are the same in every answer.</summary>
    internal static IReadOnlyList<KeyValuePair<string, StringValues>> Always { get; } =
    [
        new("Content-Security-Policy", Policy),
        new("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "no-referrer"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
        new("X-Frame-Options", "DENY"),
    ];

    /// <summary>Those of a page that others show in a frame on theirs: it runs no script and sends nothing.</summary>
    internal static IReadOnlyList<KeyValuePair<string, StringValues>> Framed { get; } =
    [
        new(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *; " +
            "require-trusted-types-for 'script'; trusted-types 'none'"),
        new("Cross-Origin-Resource-Policy", "cross-origin"),
        .. Always.Where(header => header.Key is not ("Content-Security-Policy" or "Cross-Origin-Resource-Policy" or "X-Frame-Options")),
    ];

    /// <summary>Those of what others show on their pages as it is.</summary>
    internal static IReadOnlyList<KeyValuePair<string, StringValues>> Embedded { get; } =
    [
        new("Cross-Origin-Resource-Policy", "cross-origin"), .. Always.Where(header => header.Key != "Cross-Origin-Resource-Policy"),
    ];

    /// <summary>Those of the answer to this request, once its status is known.</summary>
    internal static IReadOnlyList<KeyValuePair<string, StringValues>> Of(PublicPage? page, int status) => (page, status) switch
    {
        ({ IsFramed: true }, StatusCodes.Status200OK or StatusCodes.Status304NotModified or StatusCodes.Status410Gone) => Framed,
        ({ IsEmbedded: true }, StatusCodes.Status200OK or StatusCodes.Status304NotModified) => Embedded,
        _ => Always,
    };

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var (request, response) = (((HttpContext)state).Request, ((HttpContext)state).Response);
            var headers = response.Headers;
            foreach (var (name, value) in Of(PublicPages.Find(request.Path), response.StatusCode)) headers[name] = value;
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}
