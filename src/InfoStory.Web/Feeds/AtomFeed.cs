using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using InfoStory.CaseStudies;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Feeds;

/// <summary>The newest case studies for feed readers (Atom, RFC 4287).</summary>
public static class AtomFeed
{
    private const int FeedSize = 20;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAtomFeed(this IEndpointRouteBuilder app) => app.MapMethods("/case-studies/feed", Reading, WriteFeedAsync);

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

    private static XmlWriter Writer(Stream output) =>
        XmlWriter.Create(output, new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = true });

    private static DateTimeOffset Offset(DateTime utc) => new(utc, TimeSpan.Zero);
}
