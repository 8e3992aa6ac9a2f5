using InfoStory.Data;
using InfoStory.Tags;

namespace InfoStory.Insight.Explore;

/// <summary>
/// The hand-offs that public case studies draw, as tables that may be shown: one of all years, and one of each year of publishing. Numbers are case studies,
/// in fives; what is not in a table is fewer than five, or none.
/// </summary>
public sealed class HandOffTables
{
    private readonly Dictionary<(HandOffFigure Figure, int? Year), int> shown = [];

    /// <param name="told">Of each public case study the year in which it was published, and what its hand-offs count for.</param>
    /// <param name="years">How many public case studies each year has, also those without hand-offs.</param>
    public HandOffTables(IEnumerable<(int Year, IReadOnlySet<HandOffFigure> Figures)> told, IReadOnlyDictionary<int, int> years)
    {
        Years = [.. years.Where(year => year.Value > 0).Select(year => year.Key).OrderDescending()];
        var counts = new Dictionary<HandOffFigure, Dictionary<int, int>>();
        foreach (var (year, figures) in told)
        {
            foreach (var figure in figures)
            {
                if (!counts.TryGetValue(figure, out var ofYears)) counts[figure] = ofYears = [];
                ofYears[year] = ofYears.GetValueOrDefault(year) + 1;
            }
        }

        foreach (var (figure, ofYears) in counts)
        {
            var held = HeldBack.Of([.. Years.Select(year => new CountOf(ofYears.GetValueOrDefault(year), years[year]))]);
            if (held.All > 0) shown[(figure, null)] = held.All;
            foreach (var (year, count) in Years.Zip(held.Years).Where(year => year.Second > 0)) shown[(figure, year)] = count;
        }
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Case studies, at least; null where it is not said.</summary>
    public int? this[HandOffFigure figure, int? year] => shown.TryGetValue((figure, year), out var count) ? count : null;

    /// <summary>Everything that the table of a year, or of all years, says.</summary>
    public IEnumerable<(HandOffFigure Figure, int Count)> Of(int? year) =>
        shown.Where(one => one.Key.Year == year).Select(one => (one.Key.Figure, one.Value));

    /// <summary>The pairs of services that the table has a number for, most first.</summary>
    public IReadOnlyList<(Id<Tag> From, Id<Tag> To, int Count)> Pairs(int? year) =>
    [
        .. Of(year).Where(one => one.Figure is { From: not null, To: not null, IsUnanswered: false })
            .Select(one => (From: one.Figure.From!.Value, To: one.Figure.To!.Value, one.Count))
            .OrderByDescending(one => one.Count).ThenBy(one => one.From.Value).ThenBy(one => one.To.Value),
    ];
}
