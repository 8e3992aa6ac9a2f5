using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Insight;
using InfoStory.Sharing;
using InfoStory.Stories;

namespace InfoStory.Tests.Insight;

public sealed class CampaignFiguresTests
{
    [Theory]
    [InlineData(0, "none yet")]
    [InlineData(1, "fewer than 5")]
    [InlineData(4, "fewer than 5")]
    [InlineData(5, "5")]
    [InlineData(4312, "4,312")]
    public void A_number_that_could_point_to_somebody_is_not_said(int count, string words) => Assert.Equal(words, SmallNumbers.InWords(count));

    [Fact]
    public async Task Four_stories_are_too_few_to_say_how_often_they_were_told()
    {
        await using var database = await TestDatabase.NewAsync();
        var campaign = await OpenAsync(database);
        for (var number = 0; number < 4; number++) await database.Given(A.Story());

        var figure = await database.Get<CampaignFigures>().CountAsync(campaign, default);

        Assert.Equal(new CampaignFigure(true, "fewer than 5", null), figure);
    }

    [Fact]
    public async Task A_story_counts_once_and_once_more_for_each_later_step_where_it_was_told_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var campaign = await OpenAsync(database);
        for (var number = 0; number < 4; number++) await database.Given(A.Story());
        var chain = new DescribeHandOffs
        {
            Steps =
            [
                new() { ToldAgain = true }, new() { ToldAgain = true }, new() { ToldAgain = false },
                new() { Channel = HandOffChannel.Letter }, new() { ToldAgain = true }
            ]
        };
        var secret = await database.DraftAsync(A.Story());
        await database.Get<Drafts>().SaveAsync(secret, chain, new DescribeHandOffsRules(database.Get<InfoStoryContext>()), default);
        await database.Get<StorySender>().SendAsync(secret, default);

        var figure = await database.Get<CampaignFigures>().CountAsync(campaign, default);

        Assert.Equal(new CampaignFigure(true, "5", 7), figure);
    }

    [Fact]
    public async Task A_story_counts_as_often_as_its_quick_answer_or_its_chain_says_whichever_is_greater()
    {
        await using var database = await TestDatabase.NewAsync();
        var campaign = await OpenAsync(database);
        for (var number = 0; number < 2; number++) await database.Given(A.Story());
        var again = new HandOff { ToldAgain = true };
        foreach (var chain in (DescribeHandOffs[])
            [new(), new() { Steps = [new() { ToldAgain = true }, new() { ToldAgain = true }] }, new() { Steps = [.. Enumerable.Repeat(again, 6)] }])
        {
            var secret = await database.DraftAsync(A.Story());
            await database.Get<Drafts>().SaveAsync(secret, new TellStory { Told = "I rang.", TimesTold = 4 }, new TellStoryRules(), default);
            await database.Get<Drafts>().SaveAsync(secret, chain, new DescribeHandOffsRules(database.Get<InfoStoryContext>()), default);
            await database.Get<StorySender>().SendAsync(secret, default);
        }

        var figure = await database.Get<CampaignFigures>().CountAsync(campaign, default);

        Assert.Equal(new CampaignFigure(true, "5", 2 + 4 + 4 + 6), figure);
    }

    [Fact]
    public async Task Stories_taken_back_declined_or_of_another_campaign_do_not_count()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story());
        var campaign = await OpenAsync(database);
        for (var number = 0; number < 5; number++) await database.Given(A.Story());
        await database.Given(A.Story().Withdrawn());
        await database.Given(A.Story().Declined());

        var figure = await database.Get<CampaignFigures>().CountAsync(campaign, default);

        Assert.Equal(new CampaignFigure(true, "5", 5), figure);
    }

    private static async Task<Id<Campaign>> OpenAsync(TestDatabase database)
    {
        await database.Get<CampaignCalendar>().AddAsync(
            new()
            {
                Slug = "now",
                Name = "Now",
                Hashtag = "#Now",
                Summary = "S",
                StartsAt = database.Clock.UtcNow.AddDays(-1),
                EndsAt = database.Clock.UtcNow.AddDays(9)
            },
            default);
        return (await database.Get<CampaignCalendar>().ReadAsync("now", default)).Id;
    }
}
