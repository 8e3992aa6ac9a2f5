using System.ServiceModel.Syndication;
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
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const int FeedSize = 20;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/case-studies/feed", Reading, WriteFeedAsync);
        app.MapMethods("/sitemap.xml", Reading, WriteSitemapAsync);
        app.MapMethods("/robots.txt", Reading, (IOptions<SiteOptions> site) =>
            Results.Text($"""
                User-agent: *
                Disallow: /moderation
                Disallow: /share/
                Disallow: /i/
                Disallow: /my-story
                Disallow: /sign-in
                Sitemap: {site.Value.Url}/sitemap.xml

                """));
    }

    private static async Task WriteFeedAsync(HttpContext context, Library library, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var url = site.Value.Url;
        var page = await library.ListAsync(new(), after: null, FeedSize, cancellation);
        var updated = page.Entries.Select(entry => entry.UpdatedAt).DefaultIfEmpty(DateTime.UnixEpoch).Max();
        var feed = new SyndicationFeed("InfoStory case studies", description: null, new($"{url}/case-studies"), $"{url}/case-studies", Offset(updated))
        {
            Authors = { new() { Name = "InfoStory" } },
            Links = { SyndicationLink.CreateSelfLink(new($"{url}/case-studies/feed")) },
            Items = page.Entries.Select(entry => Item(entry, $"{url}/case-studies/{entry.Slug}")),
        };

        // The package writes without waiting, which Kestrel refuses; twenty entries fit into memory.
        using var whole = new MemoryStream();
        await using (var xml = Writer(whole)) feed.SaveAsAtom10(xml);

        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        await context.Response.Body.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length), cancellation);
    }

    private static SyndicationItem Item(LibraryEntry entry, string address) =>
        new(entry.Title, (SyndicationContent?)null, new(address), address, Offset(entry.UpdatedAt))
        {
            PublishDate = Offset(entry.PublishedAt),
            Summary = new(entry.Summary),
        };

    private static async Task WriteSitemapAsync(
        HttpContext context, Library library, CampaignCalendar campaigns, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var url = site.Value.Url;
        context.Response.ContentType = "application/xml; charset=utf-8";
        await using var xml = Writer(context.Response.Body);
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

    private static XmlWriter Writer(Stream output) =>
        XmlWriter.Create(output, new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = true });

    private static DateTimeOffset Offset(DateTime utc) => new(utc, TimeSpan.Zero);

    private static string Time(DateTime utc) => XmlConvert.ToString(utc, XmlDateTimeSerializationMode.Utc);
}
