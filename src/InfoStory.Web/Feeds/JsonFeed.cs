using System.Text.Json.Serialization;
using InfoStory.CaseStudies.Finding;
using InfoStory.Web.Api;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Feeds;

/// <summary>The newest case studies that a filter leaves, for feed readers that read JSON (JSON Feed 1.1).</summary>
public static class JsonFeed
{
    public const string Address = LibraryFeed.Address + ".json";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapJsonFeed(this IEndpointRouteBuilder app) => app.MapMethods(Address, Reading, ReadAsync).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(
        HttpRequest request, LibraryAsking asking, LibraryFinder finder, LibraryFeed feed, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var asked = await asking.ReadAsync(request, cancellation);
        var (entries, gone) = (await finder.FindAsync(asked.Newest(), cancellation), await feed.GoneAsync(cancellation));
        var url = site.Value.Url;
        return Results.Json(
            new JsonFeedAnswer(
                LibraryFeed.TitleOf(asked), url + asked.Query.At(), url + asked.At(Address),
                [.. entries.Entries.Select(entry => new JsonFeedItem(
                    site.Value.KeyOf(entry.Id), site.Value.CaseStudyUrl(entry.Slug), entry.Title, entry.Summary, Shaping.At(entry.PublishedAt),
                    Shaping.At(entry.UpdatedAt)))],
                new($"{url}/api", [.. gone.Select(one => one.Listed(site.Value))])),
            contentType: "application/feed+json; charset=utf-8");
    }
}

/// <summary>As jsonfeed.org names the parts.</summary>
public sealed record JsonFeedAnswer(
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("home_page_url")] string Home,
    [property: JsonPropertyName("feed_url")] string Feed,
    [property: JsonPropertyName("items")] IReadOnlyList<JsonFeedItem> Items,
    [property: JsonPropertyName("_infostory")] JsonFeedGone Extension)
{
    [JsonPropertyName("version"), JsonPropertyOrder(-1)]
    public string Version { get; } = "https://jsonfeed.org/version/1.1";

    [JsonPropertyName("language")]
    public string Language { get; } = "en-GB";
}

/// <summary>A case study.</summary>
public sealed record JsonFeedItem(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("url")] string Url,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("content_text")] string Text,
    [property: JsonPropertyName("date_published")] DateTime PublishedAt,
    [property: JsonPropertyName("date_modified")] DateTime UpdatedAt);

/// <summary>Our own part: what is gone.</summary>
public sealed record JsonFeedGone(
    [property: JsonPropertyName("about")] string About,
    [property: JsonPropertyName("gone")] IReadOnlyList<GoneListed> Gone);
