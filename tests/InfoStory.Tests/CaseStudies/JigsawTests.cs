using InfoStory.Protection.Flags;
using InfoStory.Tests.Organisations.Responses;

namespace InfoStory.Tests.CaseStudies;

public sealed class JigsawTests
{
    [Fact]
    public async Task It_says_the_size_of_the_group_and_which_coarser_choice_makes_it_large_enough()
    {
        await using var database = await TestDatabase.NewAsync();
        for (var number = 0; number < 4; number++) await database.Given(A.Story().Titled($"In Bradford {number}").About("Housing", "Bradford").Published());
        await database.Given(A.Story().Titled("Police").About("Police", "Leeds").Published());
        var story = await database.Given(A.Story().About("Housing", "Leeds").InReview());

        var flag = await JigsawAsync(database, story);

        Assert.Equal("Front-line worker, Leeds, November 2026, Housing", flag!.Words);
        Assert.Equal(
            "With this story the group is 1. It is large enough, 5 or more, with Yorkshire and The Humber as the place or with England as the place.",
            flag.Detail);
    }

    [Fact]
    public async Task A_group_of_five_raises_no_flag_and_the_story_itself_is_one_of_them_also_when_it_is_public()
    {
        await using var database = await TestDatabase.NewAsync();
        List<GivenStory> stories = [];
        for (var number = 0; number < 4; number++)
            stories.Add(await database.Given(A.Story().Titled($"Number {number}").About("Housing", "Leeds").Published()));

        Assert.Contains("the group is 4.", (await JigsawAsync(database, stories[0]))!.Detail, StringComparison.Ordinal);
        var fifth = await database.Given(A.Story().About("Housing", "Leeds").InReview());

        Assert.Null(await JigsawAsync(database, fifth));
    }

    [Fact]
    public async Task What_is_not_public_any_more_or_of_another_month_is_not_in_the_group()
    {
        await using var database = await TestDatabase.NewAsync();
        for (var number = 0; number < 5; number++) await database.Given(A.Story().Titled($"Number {number}").About("Housing", "Leeds").Published());
        database.Clock.Advance(TimeSpan.FromDays(30));
        var later = await database.Given(A.Story().About("Housing", "Leeds").InReview());

        var flag = await JigsawAsync(database, later);
        database.Clock.Advance(TimeSpan.FromDays(800));

        Assert.Contains("It is large enough, 5 or more, without the month.", flag!.Detail, StringComparison.Ordinal);
        Assert.Contains("No one change makes it 5", (await JigsawAsync(database, later))!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_and_comes_back_is_in_the_month_that_everyone_reads()
    {
        await using var database = await TestDatabase.NewAsync();
        var again = await database.Given(A.Story().Titled("Again").About("Housing", "Leeds").Published());
        database.Clock.Advance(TimeSpan.FromDays(31));
        for (var number = 0; number < 4; number++) await database.Given(A.Story().Titled($"Number {number}").About("Housing", "Leeds").Published());

        await AnswerBuilding.UnpublishAsync(database, again);
        var flag = await JigsawAsync(database, again);

        Assert.Contains("November 2026", flag!.Words, StringComparison.Ordinal);
        Assert.Contains("the group is 1.", flag.Detail, StringComparison.Ordinal);
    }

    private static async Task<FlagOnDesk?> JigsawAsync(TestDatabase database, GivenStory story) =>
        (await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Moderator(), default)).Open.SingleOrDefault(flag => flag.Kind == FlagKind.Jigsaw);
}
