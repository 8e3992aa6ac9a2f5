using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using InfoStory.CaseStudies;
using InfoStory.Organisations.Promises;
using InfoStory.Web.Words;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Feeds;

/// <summary>The newest case studies, and what became of promises, for feed readers (Atom, RFC 4287).</summary>
public static class AtomFeed
{
    private const int FeedSize = 20;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAtomFeeds(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/case-studies/feed", Reading, WriteCaseStudiesAsync);
        app.MapMethods("/promises/feed", Reading, WritePromisesAsync);
    }

    private static async Task WriteCaseStudiesAsync(HttpContext context, Library library, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var page = await library.ListAsync(after: null, FeedSize, cancellation);
        await WriteAsync(
            context, "InfoStory case studies", site.Value.Url, "/case-studies",
            page.Entries.Select(entry => new FeedEntry(entry.Slug, entry.Title, entry.Summary, entry.PublishedAt, entry.UpdatedAt)), cancellation);
    }

    private static async Task WritePromisesAsync(HttpContext context, PromiseBook book, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var page = await book.ListAsync(new(), after: null, cancellation);
        await WriteAsync(
            context, "InfoStory promises", site.Value.Url, "/promises",
            page.Rows.Take(FeedSize).Select(promise => new FeedEntry(
                promise.Slug, $"{promise.Organisation}: {promise.What}", $"{promise.State.Title()}. {promise.State.Says(promise.Due)}",
                PublishedAt: null, promise.ChangedAt)),
            cancellation);
    }

    private static async Task WriteAsync(
        HttpContext context, string title, string url, string path, IEnumerable<FeedEntry> entries, CancellationToken cancellation)
    {
        var listed = entries.ToList();
        var updated = listed.Select(entry => entry.ChangedAt).DefaultIfEmpty(DateTime.UnixEpoch).Max();
        var feed = new SyndicationFeed(title, description: null, new($"{url}{path}"), $"{url}{path}", Offset(updated))
        {
            Authors = { new() { Name = "InfoStory" } },
            Links = { SyndicationLink.CreateSelfLink(new($"{url}{path}/feed")) },
            Items = listed.Select(entry => Item(entry, $"{url}{path}/{entry.Slug}")),
        };

        // The package writes without waiting, which Kestrel refuses; twenty entries fit into memory.
        using var whole = new MemoryStream();
        await using (var xml = Writer(whole)) feed.SaveAsAtom10(xml);

        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        await context.Response.Body.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length), cancellation);
    }

    private static SyndicationItem Item(FeedEntry entry, string address)
    {
        var item = new SyndicationItem(entry.Title, (SyndicationContent?)null, new(address), address, Offset(entry.ChangedAt)) { Summary = new(entry.Summary) };
        if (entry.PublishedAt is { } published) item.PublishDate = Offset(published);
        return item;
    }

    private static XmlWriter Writer(Stream output) =>
        XmlWriter.Create(output, new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = true });

    private static DateTimeOffset Offset(DateTime utc) => new(utc, TimeSpan.Zero);

    private sealed record FeedEntry(string Slug, string Title, string Summary, DateTime? PublishedAt, DateTime ChangedAt);
}
