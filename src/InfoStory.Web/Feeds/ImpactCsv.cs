using System.Globalization;
using System.Text;
using System.Text.Json;
using InfoStory.Insight.Impact;
using InfoStory.Web.Words;

namespace InfoStory.Web.Feeds;

/// <summary>What /impact shows, as a file: one row for the whole window and one for each month of each figure (docs/api.md).</summary>
public static class ImpactCsv
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapImpactCsv(this IEndpointRouteBuilder app) => app.MapMethods("/impact.csv", Reading, WriteAsync);

    private static async Task WriteAsync(HttpContext context, ImpactBook book, CancellationToken cancellation)
    {
        var impact = await book.ReadAsync(cancellation);
        var rows = new StringBuilder("figure,period,at_least,of_figure,of_at_least,definition\r\n");
        foreach (var (figure, definition) in ImpactWords.Sections.SelectMany(section => section.Figures.Select(figure => (figure, section.Definition)))
            .Concat(ImpactWords.Audiences.Select(audience => (audience, ImpactWords.Sections[1].Definition))))
        {
            var (part, whole) = (impact[figure], figure.Whole() is { } of ? impact[of] : null);
            rows.Append(Row(part, $"{impact.Months[0]:yyyy-MM}/{impact.Months[^1]:yyyy-MM}", part.Total, whole, whole?.Total, definition));
            foreach (var (index, month) in impact.Months.Index())
                rows.Append(Row(part, $"{month:yyyy-MM}", part.Months[index], whole, whole?.Months[index], ""));
        }

        context.Response.ContentType = "text/csv; charset=utf-8; header=present";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"infostory-impact.csv\"";
        await context.Response.WriteAsync(rows.ToString(), cancellation);
    }

    private static string Row(PublicFigure figure, string period, int? count, PublicFigure? whole, int? of, string definition)
    {
        // Names that programs may rely on.
        var names = JsonNamingPolicy.SnakeCaseLower;
        var (name, wholeName) = (names.ConvertName($"{figure.Figure}"), whole is null ? "" : names.ConvertName($"{whole.Figure}"));
        var quoted = definition.Length == 0 ? "" : $"\"{definition}\"";
        return string.Create(CultureInfo.InvariantCulture, $"{name},{period},{count},{wholeName},{of},{quoted}\r\n");
    }
}
