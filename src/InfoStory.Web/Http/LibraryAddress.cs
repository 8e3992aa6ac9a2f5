using InfoStory.Web.Pages.CaseStudies;

namespace InfoStory.Web.Http;

/// <summary>
/// Leads every other spelling of an address of the library to its own. The cache, which stands before it, knows neither the order of names nor what nobody
/// defined: what it keeps under the right one it gives to all. Nothing is looked up.
/// </summary>
public static class LibraryAddress
{
    private static readonly string[] Paths = [LibraryQuery.Path, BriefModel.Path];

    public static void UseLibraryAddress(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!isRead || !request.QueryString.HasValue || PathOf(request) is not { } path) return next(context);

        var asked = new LibraryQuery(request.Query);
        // Where a tag is asked for by the old name, its page alone knows the new one.
        if (asked.IsTooMuch || asked.Tags.Length > 0 || asked.IsSpelledIn(request.QueryString)) return next(context);

        context.Response.Redirect(path + asked.ToString()[LibraryQuery.Path.Length..], permanent: true);
        return Task.CompletedTask;
    });

    /// <summary>The page of the library that is asked for; null where it is none.</summary>
    private static string? PathOf(HttpRequest request)
    {
        var asked = request.Path.Value?.TrimEnd('/');
        return Array.Find(Paths, path => string.Equals(asked, path, StringComparison.OrdinalIgnoreCase));
    }
}
