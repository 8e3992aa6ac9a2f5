using InfoStory.Web.Http;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Feeds;

/// <summary>What search engines leave alone, and where the sitemap is (robots.txt, RFC 9309).</summary>
public static class Robots
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly string Text =
        string.Concat(PublicPages.Journeys.Prepend("/moderation").Select(start => start.Replace("{slug}", "*", StringComparison.Ordinal))
            .Select(start => $"Disallow: {start}\n").Prepend("User-agent: *\n"));

    public static void MapRobots(this IEndpointRouteBuilder app) =>
        app.MapMethods("/robots.txt", Reading, (IOptions<SiteOptions> site) => Results.Text($"{Text}Sitemap: {site.Value.Url}/sitemap.xml\n"));
}
