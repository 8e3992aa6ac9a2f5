using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace InfoStory.Web.Http;

/// <summary>
/// Keeps the pages that are the same for everyone: nothing in them depends on a cookie, a header or a host. They are kept per edition,
/// so that a change to what the public may see empties the cache by itself, and per query that the library knows, so that no other can fill it.
/// </summary>
public sealed class PublicPages(EditionWatch edition) : IOutputCachePolicy
{
    private static readonly string[] Queries = ["words", "kind", "service", "place", "tag", "after", "page"];
    private static readonly string[] Whole = ["/", "/about", "/privacy", "/accessibility", "/case-studies", "/robots.txt", "/sitemap.xml"];
    private static readonly string[] Within = ["/case-studies", "/campaigns"];

    public static bool Holds(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && (Whole.Contains(request.Path.Value, StringComparer.OrdinalIgnoreCase)
            || Within.Any(folder => request.Path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase)));

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var holds = Holds(request);
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (holds, holds, holds, holds);
        if (!holds) return;

        var encoding = Encoding(request.Headers.AcceptEncoding.ToString());
        // What is kept under an encoding must be in that encoding, whatever else the first reader would have taken.
        request.Headers.AcceptEncoding = encoding;
        context.CacheVaryByRules.QueryKeys = IsLibrary(request.Path) ? new StringValues(Queries) : StringValues.Empty;
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["edition"] = (await edition.CurrentAsync(cancellation)).ToString();
        context.CacheVaryByRules.VaryByValues["encoding"] = encoding;
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(10);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status410Gone) || response.Headers.SetCookie.Count > 0)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private static bool IsLibrary(PathString path) => string.Equals(path.Value?.TrimEnd('/'), "/case-studies", StringComparison.OrdinalIgnoreCase);

    private static string Encoding(string accepted) =>
        accepted.Contains(";q=0", StringComparison.Ordinal) ? ""
            : accepted.Contains("br", StringComparison.Ordinal) ? "br"
            : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip"
            : "";
}
