using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Tests.Dissemination.Briefings;

/// <summary>No number of a briefing is small, and none follows from the others.</summary>
public sealed class BriefingFiguresTests
{
    [Fact]
    public void Figures_are_what_their_definitions_say()
    {
        List<ToldStory> stories =
        [
            .. Many(6, 1, 2, 3), .. Many(5, 1, 1), .. Many(5, existed: DidItExist.Yes), .. Many(6, existed: DidItExist.No),
        ];

        var figures = BriefingFigures.Of(stories).ToDictionary(figure => figure.Kind);

        Assert.Equal((6, 11), (figures[FigureKind.SentOn].Value, figures[FigureKind.SentOn].Of));
        Assert.Equal((2, 11), (figures[FigureKind.HandOffs].Value, figures[FigureKind.HandOffs].Of));
        Assert.Equal(0, figures[FigureKind.NobodyCameBack].Value);
        Assert.Equal((5, 11), (figures[FigureKind.ThereButNotShared].Value, figures[FigureKind.ThereButNotShared].Of));
        Assert.Equal(3, figures[FigureKind.DaysWaited].Value);
    }

    [Theory]
    [InlineData(4, 4, null)]
    [InlineData(4, 20, null)]
    [InlineData(16, 20, null)]
    [InlineData(5, 10, 5)]
    [InlineData(0, 10, 0)]
    [InlineData(10, 10, 10)]
    public void Neither_a_count_nor_what_is_left_of_all_is_small(int count, int of, int? said) => Assert.Equal(said, BriefingFigures.Sayable(count, of));

    [Fact]
    public void Few_stories_are_not_measured()
    {
        var figures = BriefingFigures.Of([.. Many(4, 1, 2)]);

        Assert.All(figures, figure => Assert.Equal((null, (int?)null), (figure.Value, figure.Of)));
        Assert.Empty(BriefingFigures.Bars([.. Many(4, 1, 2)]));
    }

    [Fact]
    public void Bars_are_no_smaller_than_five_and_the_largest_come_first()
    {
        var bars = BriefingFigures.Bars([.. Many(7, 1, 2), .. Many(9, 2, 3), .. Many(5, 3, 4), .. Many(3, 4, 5), .. Many(4, 5, 6)]);

        Assert.Equal([(2, 3, 9), (1, 2, 7), (3, 4, 5)], bars.Select(bar => ((int)bar.Pair.From.Value, (int)bar.Pair.To.Value, bar.Stories)));
    }

    [Fact]
    public void A_small_bar_that_is_left_out_does_not_follow_from_the_sum()
    {
        // 7 and 9 of 18 would tell that two went another way.
        var bars = BriefingFigures.Bars([.. Many(7, 1, 2), .. Many(9, 2, 3), .. Many(2, 3, 4)]);

        Assert.Equal([(2, 9)], bars.Select(bar => ((int)bar.Pair.From.Value, bar.Stories)));
    }

    [Fact]
    public void However_stories_overlap_nothing_small_follows_from_the_bars()
    {
        var random = new Random(83);
        for (var round = 0; round < 300; round++)
        {
            List<ToldStory> stories =
                [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => Told([.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => random.Next(1, 4))]))];
            var bars = BriefingFigures.Bars(stories);
            var chains = stories.Where(story => story.Steps.Count > 0).ToList();

            Assert.All(bars, bar => Assert.InRange(bar.Stories, SmallNumbers.Least, chains.Count));
            var left = chains.Count(story => !story.SentOn.Any(pair => bars.Any(bar => bar.Pair == pair)));
            if (bars.Count > 0) Assert.DoesNotContain(left, Enumerable.Range(1, 4));
        }
    }

    [Fact]
    public void Nothing_small_is_left_when_any_number_is_taken_from_another_that_holds_it()
    {
        var random = new Random(84);
        for (var round = 0; round < 2_000; round++)
        {
            List<ToldStory> stories = [.. Enumerable.Range(0, random.Next(5, 40)).Select(_ => Any(random, random.Next(1, 4)))];
            var figures = BriefingFigures.Of(stories).ToDictionary(figure => figure.Kind);
            // Of every story, of those told step by step, of those that are counted.
            foreach (var kind in Enum.GetValues<FigureKind>())
            {
                decimal?[] nested =
                [
                    stories.Count, kind == FigureKind.ThereButNotShared ? null : figures[FigureKind.SentOn].Of, figures[kind].Of,
                    kind is FigureKind.HandOffs or FigureKind.DaysWaited ? null : figures[kind].Value,
                    kind == FigureKind.SentOn ? BriefingFigures.Bars(stories).Select(bar => (decimal?)bar.Stories).FirstOrDefault() : null,
                ];
                var said = nested.OfType<decimal>().ToList();
                Assert.All(said.SelectMany((whole, place) => said.Skip(place + 1).Select(part => whole - part)), left => Assert.False(left is > 0 and < 5));
            }
        }
    }

    [Fact]
    public void Where_few_are_not_told_step_by_step_nothing_is_said_of_those_that_are()
    {
        List<ToldStory> stories = [.. Many(12, 1, 2), .. Many(2, existed: DidItExist.Yes)];

        Assert.All(BriefingFigures.Of(stories), figure => Assert.Null(figure.Of));
        Assert.Empty(BriefingFigures.Bars(stories));
    }

    [Theory]
    [InlineData("rang three times", "She rang three\n times, and nobody came.", true)]
    [InlineData("rang three time", "She rang three times.", false)]
    [InlineData("ang three times", "She rang three times.", false)]
    [InlineData("Rang three times", "She rang three times.", false)]
    [InlineData("three times.", "She rang three times.", true)]
    [InlineData("at at", "hat at at last", true)]
    public void A_quote_is_a_run_of_whole_words(string quote, string text, bool stands) => Assert.Equal(stands, QuotedWords.StandIn(quote, text));

    private static IEnumerable<ToldStory> Many(int count, params int[] services) => Enumerable.Repeat(Told(services), count);

    private static IEnumerable<ToldStory> Many(int count, DidItExist existed) => Enumerable.Repeat(new ToldStory([], existed), count);

    private static ToldStory Any(Random random, int most) => new(
        [.. Enumerable.Range(0, random.Next(0, most + 1)).Select(step => new ToldStep(
            default, step + 1, new Id<Tag>(random.Next(1, 4)), random.Next(3) == 0 ? Waited.NobodyCameBack : random.Next(2) == 0 ? Waited.Day : null,
            random.Next(2) == 0))],
        random.Next(3) switch { 0 => null, 1 => DidItExist.Yes, _ => DidItExist.No });

    private static ToldStory Told(int[] services) => new(
        [.. services.Select((service, step) => new ToldStep(default, step + 1, new Id<Tag>(service), Waited.Day, step > 0))], null);
}
