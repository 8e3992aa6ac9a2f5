using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace InfoStory.Web.Http;

/// <summary>
/// Keeps the pages that are the same for everyone: nothing in them depends on a cookie, a header or a host. They are kept per edition,
/// so that a change to what the public may see empties the cache by itself, per moment at which something of it ends, per number of taps on it
/// (<see cref="HereTooWatch"/>) and per count that it shows (<see cref="ImpactWatch"/>), and per query that its page knows, so that no other can fill it.
/// </summary>
public sealed class PublicPageCache(EditionWatch edition, HereTooWatch taps, ImpactWatch impact) : IOutputCachePolicy
{
    /// <summary>Whether the answer to this is kept.</summary>
    public static bool Holds(HttpRequest request) => Find(request) is not null;

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var page = Find(request);
        var holds = page is not null;
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (holds, holds, holds, holds);
        if (page is null) return;

        var state = await edition.CurrentAsync(cancellation);
        var encoding = Encoding(request.Headers.AcceptEncoding.ToString());
        // What is kept under an encoding must be in that encoding, whatever else the first reader would have taken.
        request.Headers.AcceptEncoding = encoding;
        context.CacheVaryByRules.QueryKeys = new StringValues([.. page.Queries]);
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["edition"] = $"{state.Edition} {state.Until.Ticks}";
        context.CacheVaryByRules.VaryByValues["encoding"] = encoding;
        if (page.Route == PublicPages.CaseStudy)
            context.CacheVaryByRules.VaryByValues["taps"] = (await taps.OnPageAsync(Last(request.Path), cancellation)).ToString(CultureInfo.InvariantCulture);
        if (page.Route is PublicPages.Impact or PublicPages.ImpactCsv)
            context.CacheVaryByRules.VaryByValues["impact"] = await impact.CurrentAsync(cancellation);
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

    private static PublicPage? Find(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && PublicPages.Find(request.Path) is { IsCached: true } page ? page : null;

    private static string Last(PathString path) => path.Value!.TrimEnd('/') is var asked ? asked[(asked.LastIndexOf('/') + 1)..] : "";

    private static string Encoding(string accepted) =>
        accepted.Contains(";q=0", StringComparison.Ordinal) ? ""
            : accepted.Contains("br", StringComparison.Ordinal) ? "br"
            : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip"
            : "";
}
