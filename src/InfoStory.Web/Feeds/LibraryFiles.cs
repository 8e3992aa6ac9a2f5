using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using InfoStory.CaseStudies.Finding;
using InfoStory.Web.Api;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Feeds;

/// <summary>
/// All that a filter leaves as a file, written as it is read and never kept, so that what is taken back while somebody loads it is not in the rest
/// (docs/api.md).
/// </summary>
public static class LibraryFiles
{
    public const string Csv = "/case-studies.csv", JsonLines = "/case-studies.jsonl";

    /// <summary>Tags of one facet stand in one cell.</summary>
    private const string Between = "; ";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly LibraryFacet[] TagFacets =
        [LibraryFacet.Area, LibraryFacet.Problem, LibraryFacet.Barrier, LibraryFacet.Enabler, LibraryFacet.Outcome];

    private static readonly string[] Columns =
    [
        "id", "address", "title", "summary", "kind", "told_by", "service", "place", .. TagFacets.Select(facet => facet.Name()), "published_at", "updated_at",
    ];

    public static void MapLibraryFiles(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Csv, Reading, WriteCsvAsync).ExcludeFromDescription();
        app.MapMethods(JsonLines, Reading, WriteJsonLinesAsync).ExcludeFromDescription();
    }

    private static async Task WriteCsvAsync(
        HttpContext context, LibraryAsking asking, LibraryRows rows, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var asked = await asking.ReadAsync(context.Request, cancellation);
        if (Begin(context, "text/csv; charset=utf-8; header=present", "csv")) return;

        await using var csv = CsvWriter.Create(context.Response.Body, CsvWriterOptions.Default with { Injection = CsvInjection.Escape }, leaveOpen: true);
        await csv.WriteRecordAsync(Columns, cancellation);
        await foreach (var some in rows.AllAsync(asked.Chosen.Filter, asked.Words, cancellation))
        {
            foreach (var row in some) await csv.WriteRecordAsync(Cells(row.Listed(site.Value)), cancellation);
            await csv.FlushAsync(cancellation);
        }
    }

    private static async Task WriteJsonLinesAsync(
        HttpContext context, LibraryAsking asking, LibraryRows rows, IOptions<SiteOptions> site, IOptions<JsonOptions> json, CancellationToken cancellation)
    {
        var asked = await asking.ReadAsync(context.Request, cancellation);
        if (Begin(context, "application/jsonl; charset=utf-8", "jsonl")) return;

        await foreach (var some in rows.AllAsync(asked.Chosen.Filter, asked.Words, cancellation))
        {
            var lines = new StringBuilder();
            foreach (var row in some) lines.Append(JsonSerializer.Serialize(row.Listed(site.Value), json.Value.SerializerOptions)).Append('\n');
            await context.Response.WriteAsync(lines.ToString(), cancellation);
        }
    }

    /// <returns>True where nothing more is asked for than this.</returns>
    private static bool Begin(HttpContext context, string type, string ending)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"infostory-case-studies.{ending}\"";
        return HttpMethods.IsHead(context.Request.Method);
    }

    private static string?[] Cells(CaseStudyListed study) =>
    [
        study.Id, study.Address, study.Title, study.Summary, study.Kind.Slug, study.ToldBy, study.Service?.Name, study.Place?.Name,
        .. TagFacets.Select(facet => string.Join(Between, study.Tags.Where(tag => tag.Facet == facet.Name()).Select(tag => tag.Name))),
        Written(study.PublishedAt), Written(study.UpdatedAt),
    ];

    private static string Written(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
