using System.Globalization;
using System.Text;
using System.Xml;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Web.Http;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Feeds;

/// <summary>
/// Every public page for people, for search engines (sitemaps.org). Where they are more than one sitemap may hold, the first address is an index of its
/// pages: everything else on page 1, then the case studies, each page named by the key after which it begins, plus 2.
/// </summary>
public static class Sitemap
{
    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSitemap(this IEndpointRouteBuilder app) => app.MapMethods("/sitemap.xml", Reading, WriteAsync);

    private static async Task WriteAsync(HttpContext context, Library library, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var (url, size, asked) = (site.Value.Url, site.Value.SitemapSize, context.Request.Query["page"].FirstOrDefault() ?? "");
        var others = await OthersAsync(context.RequestServices, cancellation).ToListAsync(cancellation);
        var studies = await library.CountAsync(cancellation);
        var isSplit = others.Count + studies > size;
        // Every other address would be a page more to keep.
        var pages = isSplit ? (await library.SitemapPagesAsync(size, cancellation)).Select(after => after.Value + 2).Prepend(1).ToList() : [];
        var number = 0L;
        if (asked.Length > 0 && (!long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out number) || !pages.Contains(number)
            || asked != number.ToString(CultureInfo.InvariantCulture)))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "application/xml; charset=utf-8";
        await using var xml = XmlWriter.Create(context.Response.Body, new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = true });
        if (number == 0 && isSplit)
        {
            await xml.WriteStartElementAsync(null, "sitemapindex", Schema);
            foreach (var page in pages)
                await AddAsync(xml, "sitemap", $"{url}/sitemap.xml?page={page}", null);
        }
        else
        {
            await xml.WriteStartElementAsync(null, "urlset", Schema);
            var listed = number switch
            {
                0 => others.ToAsyncEnumerable().Concat(StudiesAsync(library, default, size)),
                1 => others.ToAsyncEnumerable(),
                _ => StudiesAsync(library, new(number - 2), size),
            };
            await foreach (var one in listed.WithCancellation(cancellation)) await AddAsync(xml, "url", url + one.Address, one.ChangedAt);
        }

        await xml.WriteEndElementAsync();
    }

    private static IAsyncEnumerable<ListedAddress> OthersAsync(IServiceProvider services, CancellationToken cancellation) =>
        PublicPages.All.Where(page => page.ForPeople && page.Route != PublicPages.CaseStudy).ToAsyncEnumerable()
            .SelectMany(page => page.ForSitemapAsync(services, cancellation));

    private static IAsyncEnumerable<ListedAddress> StudiesAsync(Library library, Id<CaseStudy> after, int most) =>
        library.Sitemap(after, most).Select(study => new ListedAddress($"/case-studies/{study.Slug}", study.UpdatedAt));

    private static async Task AddAsync(XmlWriter xml, string kind, string address, DateTime? changed)
    {
        await xml.WriteStartElementAsync(null, kind, Schema);
        await xml.WriteElementStringAsync(null, "loc", Schema, address);
        if (changed is { } at) await xml.WriteElementStringAsync(null, "lastmod", Schema, XmlConvert.ToString(at, XmlDateTimeSerializationMode.Utc));
        await xml.WriteEndElementAsync();
    }
}
