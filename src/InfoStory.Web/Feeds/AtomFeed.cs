using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using InfoStory.CaseStudies.Finding;
using InfoStory.Organisations.Promises;
using InfoStory.Web.Api;
using InfoStory.Web.Words;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Feeds;

/// <summary>The newest case studies, the newest that a filter leaves, and what became of promises, for feed readers (Atom, RFC 4287).</summary>
public static class AtomFeed
{
    private const int FeedSize = 20;

    /// <summary>What is gone (RFC 6721).</summary>
    private static readonly XName Deleted = XName.Get("deleted-entry", "http://purl.org/atompub/tombstones/1.0");

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAtomFeeds(this IEndpointRouteBuilder app)
    {
        app.MapMethods(LibraryFeed.Address, Reading, WriteCaseStudiesAsync);
        app.MapMethods("/promises/feed", Reading, WritePromisesAsync);
    }

    private static async Task WriteCaseStudiesAsync(
        HttpContext context, LibraryAsking asking, LibraryFinder finder, LibraryFeed feed, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var asked = await asking.ReadAsync(context.Request, cancellation);
        var found = await finder.FindAsync(asked.Newest(), cancellation);
        var gone = (await feed.GoneAsync(cancellation)).Select(one => one.Listed(site.Value));
        await WriteAsync(
            context, LibraryFeed.TitleOf(asked), new(site.Value.Url + asked.Query.At()), new(site.Value.Url + asked.At(LibraryFeed.Address)),
            found.Entries.Select(entry => new FeedEntry(
                site.Value.KeyOf(entry.Id), site.Value.CaseStudyUrl(entry.Slug), entry.Title, entry.Summary, entry.PublishedAt, entry.UpdatedAt)),
            gone, cancellation);
    }

    private static async Task WritePromisesAsync(HttpContext context, PromiseBook book, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var page = await book.ListAsync(new(), after: null, cancellation);
        await WriteAsync(
            context, "InfoStory promises", new($"{site.Value.Url}/promises"), new($"{site.Value.Url}/promises/feed"),
            page.Rows.Take(FeedSize).Select(promise => new FeedEntry(
                $"{site.Value.Url}/promises/{promise.Slug}", $"{site.Value.Url}/promises/{promise.Slug}", $"{promise.Organisation}: {promise.What}",
                $"{promise.State.Title()}. {promise.State.Says(promise.Due)}",
                PublishedAt: null, promise.ChangedAt)),
            gone: [], cancellation);
    }

    private static async Task WriteAsync(
        HttpContext context, string title, Uri page, Uri self, IEnumerable<FeedEntry> entries, IEnumerable<GoneListed> gone, CancellationToken cancellation)
    {
        var listed = entries.ToList();
        var updated = listed.Select(entry => entry.ChangedAt).DefaultIfEmpty(DateTime.UnixEpoch).Max();
        var feed = new SyndicationFeed(title, description: null, page, page.AbsoluteUri, Offset(updated))
        {
            Authors = { new() { Name = "InfoStory" } },
            Links = { SyndicationLink.CreateSelfLink(self) },
            Items = listed.Select(Item),
        };
        foreach (var one in gone) feed.ElementExtensions.Add(new XElement(Deleted, new XAttribute("ref", one.Id), new XAttribute("when", one.GoneAt)));

        // The package writes without waiting, which Kestrel refuses; twenty entries fit into memory.
        using var whole = new MemoryStream();
        await using (var xml = Writer(whole)) feed.SaveAsAtom10(xml);

        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        await context.Response.Body.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length), cancellation);
    }

    private static SyndicationItem Item(FeedEntry entry)
    {
        var item = new SyndicationItem(entry.Title, (SyndicationContent?)null, new(entry.Address), entry.Key, Offset(entry.ChangedAt))
        {
            Summary = new(entry.Summary),
        };
        if (entry.PublishedAt is { } published) item.PublishDate = Offset(published);
        return item;
    }

    private static XmlWriter Writer(Stream output) =>
        XmlWriter.Create(output, new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = true });

    private static DateTimeOffset Offset(DateTime utc) => new(utc, TimeSpan.Zero);

    private sealed record FeedEntry(string Key, string Address, string Title, string Summary, DateTime? PublishedAt, DateTime ChangedAt);
}
