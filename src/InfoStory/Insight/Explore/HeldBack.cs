using System.Runtime.InteropServices;
using InfoStory.Data;

namespace InfoStory.Insight.Explore;

/// <summary>How many case studies of a year have something.</summary>
/// <param name="Count">So many.</param>
/// <param name="Of">Of so many, which the library tells everyone exactly.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CountOf(int Count, int Of);

/// <summary>What may be shown of a count: the multiple of five that there are at least, or 0 where nothing is said.</summary>
/// <param name="All">Of all years together.</param>
/// <param name="Years">Of each year, in the order in which they were given.</param>
public sealed record ShownCounts(int All, IReadOnlyList<int> Years);

/// <summary>
/// Holds small counts back, so that none of them follows from what is shown of a year, of all years, or of both together
/// (docs/decisions/0091-explore.md). Pure: what it is given decides.
/// </summary>
public static class HeldBack
{
    private const int Least = SmallNumbers.Least, Room = Least - 1;

    /// <param name="years">Every year that has a case study, each case study in one of them.</param>
    public static ShownCounts Of(IReadOnlyList<CountOf> years)
    {
        List<int> shown = [.. years.Select(year => Fives(Math.Min(year.Count, year.Of - Room)))];
        // The most that a reader can think a year has.
        List<int> most = [.. years.Zip(shown, (year, least) => Math.Min(year.Of, least + Room))];
        var free = years.Index().Where(year => year.Item.Of > 0).Select(year => most.Sum() - most[year.Index] + shown[year.Index]);
        return new(Fives(free.Append(years.Sum(year => year.Count)).Append(years.Sum(year => year.Of) - Room).Min()), shown);
    }

    private static int Fives(int count) => SmallNumbers.AtLeast(count) ?? 0;
}
