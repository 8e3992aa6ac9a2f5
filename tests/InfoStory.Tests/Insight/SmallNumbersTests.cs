using InfoStory.Data;

namespace InfoStory.Tests.Insight;

/// <summary>
/// An attack on what /impact shows: somebody who knows every number that is shown, in every window and at every moment, lists all the worlds in which just
/// these would be shown. Where all of them agree on a count of one to four, it was given away.
/// </summary>
public sealed class SmallNumbersTests
{
    [Fact]
    public void No_total_gives_a_small_month_away() =>
        Hides(Months(5), world => [.. world.Select(Shown), Together(world)]);

    [Fact]
    public void Neither_does_watching_the_total_grow_month_by_month() =>
        Hides(Months(4), world => [.. world.Select(Shown), .. Enumerable.Range(1, 4).Select(months => Together([.. world.Take(months)]))]);

    [Fact]
    public void Neither_does_a_window_that_moves_on() =>
        Hides(Months(4), world => [.. world.Select(Shown), .. Enumerable.Range(0, 2).Select(first => Together([.. world.Skip(first).Take(3)]))]);

    /// <summary>Put, answered in time, no reply: the parts of two months with the whole of both, and all totals.</summary>
    [Fact]
    public void Neither_do_the_parts_beside_their_whole()
    {
        var one = Enumerable.Range(0, 10).SelectMany(whole => Enumerable.Range(0, whole + 1), (whole, part) => (Whole: whole, Part: part))
            .SelectMany(of => Enumerable.Range(0, of.Whole - of.Part + 1), (of, other) => (int[])[of.Whole, of.Part, other]).ToList();
        var both = one.SelectMany(first => one, (first, second) => (int[])[.. first, .. second]);

        Hides(both, world => [.. world.Select(Shown), .. Enumerable.Range(0, 3).Select(figure => Together([world[figure], world[figure + 3]]))]);
    }

    [Fact]
    public void The_attack_finds_what_a_plain_total_gives_away() =>
        Assert.ThrowsAny<Exception>(() => Hides(Months(4), world => [.. world.Select(Shown), world.Sum()]));

    [Fact]
    public void A_total_is_never_more_than_there_are_and_hides_no_more_than_it_must()
    {
        Assert.Equal(35, SmallNumbers.AtLeastTogether([0, 0, .. Enumerable.Repeat(3, 12)]));
        Assert.Equal(20, SmallNumbers.AtLeastTogether([12, 8, 2]));
        Assert.Equal(45, SmallNumbers.AtLeastTogether([20, 14, 9, 4]));
        Assert.Null(SmallNumbers.AtLeastTogether([2, 2]));
    }

    private static IEnumerable<int[]> Months(int months) => months == 0
        ? [[]]
        : Months(months - 1).SelectMany(_ => Enumerable.Range(0, 10), (before, last) => (int[])[.. before, last]);

    private static int Shown(int count) => SmallNumbers.AtLeast(count) ?? 0;

    private static int Together(IReadOnlyList<int> counts) => SmallNumbers.AtLeastTogether(counts) ?? 0;

    /// <summary>Goes through all worlds once, and keeps for each view what its worlds agree on; no number of a view is above 60.</summary>
    private static void Hides(IEnumerable<int[]> worlds, Func<int[], int[]> view)
    {
        const int Open = -1;
        Dictionary<long, int[]> agreed = [];
        foreach (var world in worlds)
        {
            var seen = view(world).Aggregate(0L, (key, number) => (key * 61) + number);
            if (!agreed.TryGetValue(seen, out var same)) agreed[seen] = [.. world];
            else
            {
                for (var place = 0; place < same.Length; place++)
                {
                    if (same[place] != world[place]) same[place] = Open;
                }
            }
        }

        Assert.DoesNotContain(agreed.Values, same => same.Any(count => count is > 0 and < SmallNumbers.Least));
    }
}
