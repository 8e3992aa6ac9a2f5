using System.Text;
using System.Xml;
using InfoStory.Web.Http;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Feeds;

/// <summary>Every public page for people, for search engines (sitemaps.org).</summary>
public static class Sitemap
{
    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSitemap(this IEndpointRouteBuilder app) => app.MapMethods("/sitemap.xml", Reading, WriteAsync);

    private static async Task WriteAsync(HttpContext context, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        context.Response.ContentType = "application/xml; charset=utf-8";
        await using var xml = XmlWriter.Create(context.Response.Body, new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = true });
        await xml.WriteStartElementAsync(null, "urlset", Schema);
        foreach (var page in PublicPages.All.Where(page => page.ForPeople))
        {
            await foreach (var one in page.AddressesAsync(context.RequestServices, cancellation).WithCancellation(cancellation))
                await AddAsync(xml, site.Value.Url + one.Address, one.ChangedAt);
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task AddAsync(XmlWriter xml, string address, DateTime? changed)
    {
        await xml.WriteStartElementAsync(null, "url", Schema);
        await xml.WriteElementStringAsync(null, "loc", Schema, address);
        if (changed is { } at) await xml.WriteElementStringAsync(null, "lastmod", Schema, XmlConvert.ToString(at, XmlDateTimeSerializationMode.Utc));
        await xml.WriteEndElementAsync();
    }
}
