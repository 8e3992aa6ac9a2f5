using Microsoft.AspNetCore.StaticAssets;

namespace InfoStory.Web.Http;

/// <summary>
/// Refuses what a browser asks for before anybody wants it, but for files and the pages that are the same for everyone: somebody's words would be read from the
/// browser later without a trace, and what is shown once would be used up (docs/decisions/0045). The browser asks again when somebody follows the link.
/// </summary>
public static class Prefetching
{
    /// <summary>The first is the standard's; the others are of older browsers.</summary>
    private static readonly string[] Names = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];

    public static IApplicationBuilder UsePrefetching(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!IsPrefetch(context.Request.Headers) || PublicPageCache.Holds(context.Request)
            || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return next(context);

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsPrefetch(IHeaderDictionary headers) => Array.Exists(Names, name => headers[name].Any(value =>
        value?.Contains("prefetch", StringComparison.OrdinalIgnoreCase) == true || value?.Contains("preview", StringComparison.OrdinalIgnoreCase) == true));
}
