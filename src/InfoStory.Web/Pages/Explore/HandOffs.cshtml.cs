using System.Globalization;
using InfoStory.Data;
using InfoStory.Insight.Explore;
using InfoStory.Tags;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Explore;

/// <summary>Who sent people on to whom, and who never answered: of all years, or of one.</summary>
public sealed class HandOffsModel(Explorer explorer) : PageModel
{
    public const string Path = "/explore/handoffs";

    private const int MostBars = 8;

    private HandOffTables tables = null!;

    /// <summary>Null for all years.</summary>
    public int? Year { get; private set; }

    public IReadOnlyList<int> Years => tables.Years;

    public IReadOnlyList<HandOffService> From { get; private set; } = [];

    public IReadOnlyList<HandOffService> To { get; private set; } = [];

    public IReadOnlyList<CountRow> Pairs { get; private set; } = [];

    /// <summary>What the deepest shade stands for.</summary>
    public int Most { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var terms = await explorer.TermsAsync(cancellation);
        tables = await explorer.HandOffsAsync(cancellation);
        if (Request.Query["year"] is [{ Length: > 0 } asked, ..]) Year = YearOf(asked) ?? throw new NotFoundException("The page");

        var shown = tables.Pairs(Year);
        (From, To) = (HandOffRows.Services(terms, shown.Select(pair => pair.From)), HandOffRows.Services(terms, shown.Select(pair => pair.To)));
        (Pairs, Most) = (HandOffRows.Pairs(terms, tables, Year, MostBars), shown.Count == 0 ? 1 : shown[0].Count);
    }

    /// <summary>One cell; null for any service is a total.</summary>
    public HandOffCell Cell(Id<Tag>? from, Id<Tag>? to)
    {
        var figure = new HandOffFigure(from, to);
        return new(tables[figure, Year], tables[figure with { IsUnanswered = true }, Year]);
    }

    private int? YearOf(string asked) => tables.Years.Select(year => (int?)year)
        .FirstOrDefault(year => asked == year!.Value.ToString(CultureInfo.InvariantCulture));
}
