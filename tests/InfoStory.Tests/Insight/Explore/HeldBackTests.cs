using InfoStory.Data;
using InfoStory.Insight.Explore;

namespace InfoStory.Tests.Insight.Explore;

/// <summary>
/// An attack on the tables of hand-offs: somebody who has the table of every filter, and knows from the library how many case studies each year has, lists
/// all the worlds that would show just these tables. What all of them agree on was given away.
/// </summary>
public sealed class HeldBackTests
{
    private const int Least = SmallNumbers.Least;


    [Theory]
    [InlineData(10, 10)]
    [InlineData(12, 9)]
    [InlineData(13, 5)]
    [InlineData(17, 1)]
    [InlineData(16, 3)]
    [InlineData(8, 8)]
    [InlineData(16, 4)]
    public void No_cell_total_sum_or_difference_follows_from_the_tables_of_every_filter(int one, int other) =>
        Assert.Empty(GivenAway([one, other], HeldBack.Of));

    [Theory]
    [InlineData(9, 9, 9)]
    [InlineData(14, 6, 2)]
    [InlineData(5, 4, 11)]
    [InlineData(12, 1, 1)]
    public void Nor_do_three_years_give_one_of_them_away(int one, int two, int three)
    {
        int[] sizes = [one, two, three];
        var worlds = from a in Enumerable.Range(0, one + 1)
                     from b in Enumerable.Range(0, two + 1)
                     from c in Enumerable.Range(0, three + 1)
                     select new[] { (int[])[a], [b], [c] };

        Assert.Empty(Attack(worlds, sizes, HeldBack.Of));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(17, 1)]
    public void The_attack_finds_what_rounding_alone_gives_away(int one, int other) => Assert.NotEmpty(GivenAway([one, other], Rounded));

    [Theory]
    [InlineData(10, 10)]
    public void The_attack_finds_what_leaving_small_cells_out_gives_away(int one, int other) =>
        Assert.NotEmpty(GivenAway([one, other], years => new(Plain(years.Sum(year => year.Count)), [.. years.Select(year => Plain(year.Count))])));

    [Fact]
    public void What_is_shown_is_never_more_than_there_is_and_hides_no_more_than_it_must()
    {
        Assert.Equal(0, Of((14, 14), (3, 9)).Years[1]);
        Assert.Equal(10, Of((14, 14), (3, 9)).Years[0]);
        Assert.Equal(0, Of((5, 8)).All);
        Assert.Equal(5, Of((5, 9)).All);
        Assert.Equal(110, Of((60, 500), (52, 700)).All);
        Assert.Equal([60, 50], Of((60, 500), (52, 700)).Years);
        Assert.Equal(0, Of((4, 20), (4, 20)).All);
        Assert.Equal(5, Of((4, 20), (4, 20), (4, 20)).All);
        Assert.Equal(0, Of().All);
    }

    /// <summary>Bigger numbers than can be gone through: of each what is shown leaves the room that it promises.</summary>
    [Fact]
    public void Whatever_the_numbers_every_year_keeps_its_room_beside_all_years()
    {
        var dice = new Random(1);
        for (var round = 0; round < 20_000; round++)
        {
            CountOf[] years = [.. Enumerable.Range(0, dice.Next(1, 6)).Select(_ => dice.Next(1, 60)).Select(of => new CountOf(dice.Next(of + 1), of))];
            var shown = HeldBack.Of(years);
            int[] most = [.. years.Zip(shown.Years, (year, least) => Math.Min(year.Of, least + Least - 1))];

            Assert.All(shown.Years.Append(shown.All), number => Assert.Equal(0, number % Least));
            Assert.All(years.Zip(shown.Years), year => Assert.True(year.Second <= year.First.Count));
            Assert.True(shown.All >= shown.Years.Sum() && shown.All <= years.Sum(year => year.Count));
            for (var year = 0; year < years.Length; year++)
            {
                // The least that follows for it from all years and the most that the others can be, and the most that follows from the least of the others.
                Assert.True(shown.All - (most.Sum() - most[year]) <= shown.Years[year]);
                Assert.True(shown.All + Least - 1 - (shown.Years.Sum() - shown.Years[year]) >= most[year]);
            }
        }
    }

    private static ShownCounts Of(params (int Count, int Of)[] years) => HeldBack.Of([.. years.Select(year => new CountOf(year.Count, year.Of))]);

    private static ShownCounts Rounded(IReadOnlyList<CountOf> years) =>
        new(SmallNumbers.AtLeast(years.Sum(year => year.Count)) ?? 0, [.. years.Select(year => SmallNumbers.AtLeast(year.Count) ?? 0)]);

    private static int Plain(int count) => count < Least ? 0 : count;

    private static List<string> GivenAway(int[] sizes, Func<IReadOnlyList<CountOf>, ShownCounts> hide) => Attack(
        from one in Year(sizes[0]) from other in Year(sizes[1]) select new[] { one, other }, sizes, hide);

    /// <summary>Every year of so many case studies: each with nothing, a hand-off to somebody nameless, the pair, or the pair without an answer.</summary>
    private static List<int[]> Year(int size) =>
    [
        .. from total in Enumerable.Range(0, size + 1)
           from pair in Enumerable.Range(0, total + 1)
           from unanswered in Enumerable.Range(0, pair + 1)
           select new[] { total, pair, unanswered },
    ];

    /// <param name="worlds">In each, for each year the counts of the figures.</param>
    /// <param name="sizes">How many case studies each year has, which everyone knows.</param>
    /// <param name="hide">What is tried.</param>
    private static List<string> Attack(IEnumerable<int[][]> worlds, int[] sizes, Func<IReadOnlyList<CountOf>, ShownCounts> hide)
    {
        Dictionary<string, Agreed> groups = [];
        foreach (var world in worlds)
        {
            var figures = world[0].Length;
            ShownCounts[] shown = [.. Enumerable.Range(0, figures).Select(figure => hide([.. world.Zip(sizes, (year, of) => new CountOf(year[figure], of))]))];
            int[] seen = [.. shown.SelectMany(one => one.Years.Append(one.All))];
            var key = string.Join(' ', seen);
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = new(seen, [.. sizes, sizes.Sum()]);
            group.Note([.. Enumerable.Range(0, figures).SelectMany(figure => world.Select(year => year[figure]).Append(world.Sum(year => year[figure])))]);
        }

        return [.. groups.Where(group => group.Value.GivesAway).Select(group => group.Key)];
    }

    /// <summary>What the worlds have in common that show the same.</summary>
    private sealed class Agreed(int[] shown, int[] sizes)
    {
        private readonly ulong[] values = new ulong[shown.Length];
        private int[]? first;
        private bool[]? differ;

        public void Note(int[] counts)
        {
            for (var place = 0; place < counts.Length; place++) values[place] |= 1UL << counts[place];

            int[] differences = [.. counts.SelectMany((one, place) => counts.Skip(place + 1).Select(other => Math.Abs(one - other)))];
            first ??= differences;
            differ ??= new bool[differences.Length];
            for (var place = 0; place < differences.Length; place++) differ[place] |= differences[place] != first[place];
        }

        /// <summary>A count has fewer values than there are from what is shown to four more, or all worlds agree on a difference of one to four.</summary>
        public bool GivesAway =>
            shown.Where((least, place) => Enumerable.Range(least, Least)
                .Any(value => value <= sizes[place % sizes.Length] && (values[place] >> value & 1) == 0)).Any()
            || first!.Where((difference, place) => difference is > 0 and < Least && !differ![place]).Any();
    }
}
