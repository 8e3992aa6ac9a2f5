using System.Globalization;
using System.Text;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Insight.Explore;
using InfoStory.Tags;
using InfoStory.Web.Pages.Explore;
using InfoStory.Web.Words;

namespace InfoStory.Web.Feeds;

/// <summary>What the pages of /explore show, as files (docs/api.md).</summary>
public static class ExploreCsv
{
    public const string Figures = "/explore/figures.csv", HandOffs = "/explore/handoffs.csv", Barriers = "/explore/barriers.csv";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapExploreCsv(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Figures, Reading, WriteFiguresAsync);
        app.MapMethods(HandOffs, Reading, WriteHandOffsAsync);
        app.MapMethods(Barriers, Reading, WriteBarriersAsync);
    }

    /// <summary>Of all case studies, or of one theme, service or place.</summary>
    private static async Task WriteFiguresAsync(HttpContext context, Explorer explorer, CancellationToken cancellation)
    {
        var terms = await explorer.TermsAsync(cancellation);
        var about = ExploreSubject.Folders.Select(folder => (folder.Folder, Slug: context.Request.Query[folder.One].FirstOrDefault()))
            .Where(asked => !string.IsNullOrEmpty(asked.Slug)).Select(asked => ExploreSubject.Find(terms, asked.Folder, asked.Slug!)
                ?? throw new NotFoundException("The file")).FirstOrDefault();
        var counts = about is null ? await explorer.EverywhereAsync(cancellation) : (await explorer.AboutAsync(about.Value, cancellation)).Counts!;

        var rows = new StringBuilder("facet,value,name,case_studies\r\n").Append(Row("all", "", about?.Name ?? "", counts.Found));
        foreach (var facet in Enum.GetValues<LibraryFacet>())
        {
            var values = counts.Values.Where(one => one.Key.Facet == facet && (about?.Value.Facet != facet || facet == LibraryFacet.Place));
            foreach (var (value, count) in values.OrderByDescending(one => one.Value).ThenBy(one => one.Key.Key))
                if (terms.Named(value) is { } named) rows.Append(Row(facet.Name(), named.Slug, named.Name, count));
        }

        await WriteAsync(context, rows, "infostory-explore.csv", cancellation);
    }

    private static async Task WriteHandOffsAsync(HttpContext context, Explorer explorer, CancellationToken cancellation)
    {
        var terms = await explorer.TermsAsync(cancellation);
        var tables = await explorer.HandOffsAsync(cancellation);
        var rows = new StringBuilder("year,from,to,at_least,no_answer_at_least\r\n");
        foreach (var year in tables.Years.Select(year => (int?)year).Prepend(null))
        {
            foreach (var (figure, count) in tables.Of(year).Where(one => !one.Figure.IsUnanswered)
                .OrderBy(one => one.Figure.From?.Value ?? long.MaxValue).ThenBy(one => one.Figure.To?.Value ?? long.MaxValue))
                rows.Append(Row($"{year}", SlugOf(figure.From), SlugOf(figure.To), count, tables[figure with { IsUnanswered = true }, year]));
        }

        await WriteAsync(context, rows, "infostory-handoffs.csv", cancellation);

        string SlugOf(Id<Tag>? service) => service is { } one ? terms.Named(LibraryValue.Of(Facet.Service, one))?.Slug ?? "" : "any";
    }

    private static async Task WriteBarriersAsync(HttpContext context, Explorer explorer, CancellationToken cancellation)
    {
        var terms = await explorer.TermsAsync(cancellation);
        var rows = new StringBuilder("barrier,enabler,case_studies\r\n");
        foreach (var barrier in await explorer.BarriersAsync(cancellation))
        {
            rows.Append(Row(terms.Named(barrier.Barrier)?.Slug, "", barrier.CaseStudies));
            foreach (var (enabler, count) in barrier.Enablers.OrderBy(one => one.Key.Key))
                rows.Append(Row(terms.Named(barrier.Barrier)?.Slug, terms.Named(enabler)?.Slug, count));
        }

        await WriteAsync(context, rows, "infostory-barriers.csv", cancellation);
    }

    private static string Row(params object?[] cells) =>
        $"{string.Join(',', cells.Select(cell => Cell(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")))}\r\n";

    /// <summary>Names are the team's own; a spreadsheet takes none of them for a sum.</summary>
    private static string Cell(string text)
    {
        if (text.Length > 0 && "=+-@".Contains(text[0], StringComparison.Ordinal)) text = $"'{text}";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static Task WriteAsync(HttpContext context, StringBuilder rows, string name, CancellationToken cancellation)
    {
        context.Response.ContentType = "text/csv; charset=utf-8; header=present";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return context.Response.WriteAsync(rows.ToString(), cancellation);
    }
}
