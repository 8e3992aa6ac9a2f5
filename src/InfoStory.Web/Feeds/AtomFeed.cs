using System.Text;
using System.Xml;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.Data;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Feeds;

/// <summary>What machines read: an Atom feed (RFC 4287), a sitemap (sitemaps.org) and robots.txt (RFC 9309).</summary>
public static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom", Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const int FeedSize = 20;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/case-studies/feed", Reading, WriteFeedAsync);
        app.MapMethods("/sitemap.xml", Reading, WriteSitemapAsync);
        app.MapMethods("/robots.txt", Reading, (IOptions<SiteOptions> site) =>
            Results.Text("User-agent: *\nDisallow: /moderation\nDisallow: /share/\nDisallow: /i/\nDisallow: /my-story\nDisallow: /sign-in\nSitemap: "
                + $"{site.Value.Url}/sitemap.xml\n"));
    }

    private static async Task WriteFeedAsync(HttpContext context, Library library, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var url = site.Value.Url;
        var page = await library.ListAsync(new(), after: null, FeedSize, cancellation);

        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        await using var xml = Writer(context);
        await xml.WriteStartElementAsync(null, "feed", Atom);
        await xml.WriteElementStringAsync(null, "title", Atom, "InfoStory case studies");
        await xml.WriteElementStringAsync(null, "id", Atom, $"{url}/case-studies");
        await LinkAsync(xml, "self", $"{url}/case-studies/feed");
        await LinkAsync(xml, "alternate", $"{url}/case-studies");
        await xml.WriteElementStringAsync(null, "updated", Atom, Time(page.Entries.Select(entry => entry.UpdatedAt).DefaultIfEmpty(DateTime.UnixEpoch).Max()));
        await xml.WriteStartElementAsync(null, "author", Atom);
        await xml.WriteElementStringAsync(null, "name", Atom, "InfoStory");
        await xml.WriteEndElementAsync();

        foreach (var entry in page.Entries)
        {
            await xml.WriteStartElementAsync(null, "entry", Atom);
            await xml.WriteElementStringAsync(null, "title", Atom, entry.Title);
            await xml.WriteElementStringAsync(null, "id", Atom, $"{url}/case-studies/{entry.Slug}");
            await LinkAsync(xml, "alternate", $"{url}/case-studies/{entry.Slug}");
            await xml.WriteElementStringAsync(null, "published", Atom, Time(entry.PublishedAt));
            await xml.WriteElementStringAsync(null, "updated", Atom, Time(entry.UpdatedAt));
            await xml.WriteElementStringAsync(null, "summary", Atom, entry.Summary);
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task WriteSitemapAsync(
        HttpContext context, Library library, CampaignCalendar campaigns, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var url = site.Value.Url;
        context.Response.ContentType = "application/xml; charset=utf-8";
        await using var xml = Writer(context);
        await xml.WriteStartElementAsync(null, "urlset", Sitemap);
        foreach (var page in (string[])["/", "/case-studies", "/share", "/about", "/privacy", "/accessibility"]) await AddAsync(xml, url + page, null);
        foreach (var campaign in await campaigns.ListAsync(cancellation)) await AddAsync(xml, $"{url}/campaigns/{campaign.Slug}", null);
        await foreach (var entry in library.Sitemap().WithCancellation(cancellation)) await AddAsync(xml, $"{url}/case-studies/{entry.Slug}", entry.UpdatedAt);
        await xml.WriteEndElementAsync();
    }

    private static async Task AddAsync(XmlWriter xml, string address, DateTime? changed)
    {
        await xml.WriteStartElementAsync(null, "url", Sitemap);
        await xml.WriteElementStringAsync(null, "loc", Sitemap, address);
        if (changed is { } at) await xml.WriteElementStringAsync(null, "lastmod", Sitemap, Time(at));
        await xml.WriteEndElementAsync();
    }

    private static async Task LinkAsync(XmlWriter xml, string relation, string address)
    {
        await xml.WriteStartElementAsync(null, "link", Atom);
        await xml.WriteAttributeStringAsync(null, "rel", null, relation);
        await xml.WriteAttributeStringAsync(null, "href", null, address);
        await xml.WriteEndElementAsync();
    }

    private static XmlWriter Writer(HttpContext context) =>
        XmlWriter.Create(context.Response.Body, new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = true });

    private static string Time(DateTime utc) => XmlConvert.ToString(utc, XmlDateTimeSerializationMode.Utc);
}
