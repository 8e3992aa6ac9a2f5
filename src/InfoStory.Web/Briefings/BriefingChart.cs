using InfoStory.Dissemination.Briefings;

namespace InfoStory.Web.Briefings;

/// <summary>One bar of the chart of hand-offs, in units of its picture.</summary>
public sealed record ChartBar(string From, string To, int Stories, int Top, int Length);

/// <summary>Where the bars of the chart of hand-offs stand: each below its two services, so that it can be read on a narrow screen.</summary>
public sealed class BriefingChart(IReadOnlyList<HandOffBar> bars)
{
    public const int Width = 320, BarHeight = 12;

    private const int RowHeight = 52, LongestBar = 280, MostLetters = 44;

    public int Height => bars.Count * RowHeight;

    public IEnumerable<ChartBar> Bars => bars.Index().Select(bar => new ChartBar(
        Short(bar.Item.From), Short(bar.Item.To), bar.Item.Stories, bar.Index * RowHeight, bar.Item.Stories * LongestBar / bars.Max(one => one.Stories)));

    private static string Short(string name) => name.Length <= MostLetters ? name : $"{name[..(MostLetters - 1)].TrimEnd()}…";
}
