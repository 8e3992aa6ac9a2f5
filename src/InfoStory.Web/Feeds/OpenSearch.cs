using System.Xml.Linq;
using InfoStory.Web.Pages.CaseStudies;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Feeds;

/// <summary>How a browser or another site searches the library (OpenSearch 1.1).</summary>
public static class OpenSearch
{
    public const string Address = "/opensearch.xml";

    private const string Type = "application/opensearchdescription+xml", Words = "?words={searchTerms}";

    private static readonly XNamespace Schema = "http://a9.com/-/spec/opensearch/1.1/";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapOpenSearch(this IEndpointRouteBuilder app) => app.MapMethods(Address, Reading, (IOptions<SiteOptions> site) =>
    {
        var url = site.Value.Url;
        var description = new XElement(
            Schema + "OpenSearchDescription", new XElement(Schema + "ShortName", "InfoStory"),
            new XElement(Schema + "Description", "Case studies of what happens when services share what they know, and when they do not"),
            At("text/html", $"{url}{LibraryQuery.Path}{Words}"), At("application/atom+xml", $"{url}{LibraryFeed.Address}{Words}"),
            At(Type, $"{url}{Address}", new XAttribute("rel", "self")),
            new XElement(Schema + "Language", "en-GB"), new XElement(Schema + "InputEncoding", "UTF-8"));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{description}", $"{Type}; charset=utf-8");
    }).ExcludeFromDescription();

    private static XElement At(string type, string template, params XAttribute[] more) =>
        new(Schema + "Url", new XAttribute("type", type), new XAttribute("template", template), more);
}
