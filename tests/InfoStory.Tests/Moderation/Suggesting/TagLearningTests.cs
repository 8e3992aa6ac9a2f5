using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Jobs;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Suggesting;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Moderation.Suggesting;

/// <summary>What is learned from decided stories, what never is, and what it says of another story.</summary>
public sealed class TagLearningTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.NewAsync();
        foreach (var story in TaughtStories.All()) await database.Given(story);
    }

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    [Fact]
    public async Task A_suggestion_names_the_words_of_this_story_that_it_rests_on()
    {
        await LearnAsync();

        var suggested = await SuggestedAsync(await database.Given(A.Story().Told(TaughtStories.AboutCalls).InReview()));

        var only = Assert.Single(suggested);
        Assert.Equal(await KeyAsync(TaughtStories.Calls), only.Tag);
        Assert.Equal(["nobody", "rang", "voicemail"], only.Words.Order());
    }

    [Fact]
    public async Task Where_the_words_say_too_little_nothing_is_suggested()
    {
        await LearnAsync();

        Assert.Empty(await SuggestedAsync(await database.Given(A.Story().Told("The bus was late and it rained.").InReview())));
        Assert.Empty(await SuggestedAsync(await database.Given(A.Story().Told("One voicemail, and all was well.").InReview())));
    }

    [Fact]
    public async Task A_tag_that_the_story_carries_or_that_is_ticked_or_retired_is_not_suggested()
    {
        await LearnAsync();
        var story = await ShownAsync(await database.Given(A.Story().Told(TaughtStories.AboutCalls).InReview()), A.Moderator());
        var carries = await ShownAsync(
            await database.Given(A.Story().Told(TaughtStories.AboutCalls).Tagged(TaughtStories.Calls).InReview()), A.Moderator());
        Assert.NotEmpty(await database.Get<TagSuggestions>().ForAsync(story, [], [], default));

        Assert.Empty(await database.Get<TagSuggestions>().ForAsync(carries, carries.Tags, [], default));
        Assert.Empty(await database.Get<TagSuggestions>().ForAsync(story, [await KeyAsync(TaughtStories.Calls)], [], default));
        var db = Context;
        (await db.Tags.SingleAsync(tag => tag.Name == TaughtStories.Calls)).Retire();
        await db.SaveChangesAsync();

        Assert.Empty(await database.Get<TagSuggestions>().ForAsync(story, [], [], default));
    }

    [Fact]
    public async Task A_tag_of_which_another_word_stands_in_the_story_comes_first_with_that_word()
    {
        await LearnAsync();
        var db = Context;
        var tag = await db.Tags.SingleAsync(tag => tag.Name == "Delay");
        tag.SetSynonyms(["waited for weeks", "bus", "never rang"]);
        await db.SaveChangesAsync();
        var offered = await database.Get<TagCatalogue>().AllAsync(default);
        async Task<IReadOnlyList<TagSuggestion>> OfAsync(string told, params Id<Tag>[] carried) => await database.Get<TagSuggestions>()
            .ForAsync(await ShownAsync(await database.Given(A.Story().Told(told).InReview()), A.Moderator()), carried, offered, default);

        var both = await OfAsync($"{TaughtStories.AboutCalls} Waiting for week after week.");

        Assert.Equal([tag.Id, await KeyAsync(TaughtStories.Calls)], both.Select(one => one.Tag));
        Assert.Equal(["waited for weeks"], both[0].Words);
        Assert.Empty(await OfAsync("There was a delay, and I waited weeks for the busy one to call."));
        Assert.Empty(await OfAsync("I waited for weeks.", tag.Id));
        (await db.Tags.SingleAsync(other => other.Name == "Gave up")).MergeInto(tag, ["Gave up"]);
        await db.SaveChangesAsync();
        Assert.Empty(await OfAsync("In the end I gave up."));
    }

    [Fact]
    public async Task A_story_on_hold_gives_its_words_away_to_leads_only()
    {
        await LearnAsync();
        var story = await database.Given(A.Story().Told(TaughtStories.AboutCalls).OnHold());

        Assert.Empty(await database.Get<TagSuggestions>().ForAsync(await ShownAsync(story, A.Moderator()), [], [], default));
        Assert.NotEmpty(await database.Get<TagSuggestions>().ForAsync(await ShownAsync(story, A.SafeguardingLead()), [], [], default));
    }

    [Theory]
    [InlineData(StoryState.InReview, 0)]
    [InlineData(StoryState.WithAuthor, 0)]
    [InlineData(StoryState.OnHold, 0)]
    [InlineData(StoryState.Declined, 0)]
    [InlineData(StoryState.Withdrawn, 0)]
    [InlineData(StoryState.Ready, 5)]
    [InlineData(StoryState.Published, 5)]
    public async Task Only_what_the_team_has_decided_is_learned_from(StoryState state, int stories)
    {
        for (var number = 0; number < 5; number++)
            await database.Given(A.Story().Told("The zeppelin was late again.").Titled($"Late {number}").Tagged("Delay").In(state));

        await LearnAsync();

        Assert.Equal(stories, (await Context.TagWords.SingleOrDefaultAsync(row => row.Word == "zeppelin"))?.Stories ?? 0);
    }

    [Fact]
    public async Task A_word_of_four_stories_a_name_and_a_number_are_never_kept()
    {
        for (var number = 0; number < 5; number++)
        {
            var rare = number < 4 ? "unicycle" : "tricycle";
            await database.Given(A.Story().Told("We asked Priya Okafor and priya of ward B12, then Thandeka said yes. Ring 07700 900123 or joan@example.org. "
                + $"My {rare} and my accordion.").Titled($"Names {number}").Tagged("Delay").Ready());
        }

        await LearnAsync();

        var kept = await Context.TagWords.Select(row => row.Word).Distinct().ToListAsync();
        Assert.Contains("accordion", kept);
        Assert.DoesNotContain(kept, word => word.StartsWith("priya", StringComparison.Ordinal)
            || word.StartsWith("priia", StringComparison.Ordinal) || word.StartsWith("okafor", StringComparison.Ordinal)
            || word.StartsWith("thandek", StringComparison.Ordinal)
            || word.StartsWith("unicycl", StringComparison.Ordinal) || word.StartsWith("tricycl", StringComparison.Ordinal)
            || word.StartsWith("joan", StringComparison.Ordinal) || word.StartsWith("exampl", StringComparison.Ordinal) || word.Any(char.IsDigit));
        Assert.All(await Context.TagWords.ToListAsync(), row => Assert.True(row.Stories >= 5));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_words_of_a_story_that_was_taken_back_or_erased_are_gone_with_the_next_learning(bool erased)
    {
        List<GivenStory> given = [];
        for (var number = 0; number < 5; number++)
            given.Add(await database.Given(A.Story().Told("The zeppelin was late again.").Titled($"Late {number}").Tagged("Delay").Ready()));
        await LearnAsync();
        Assert.Equal(5, (await Context.TagWords.SingleAsync(row => row.Word == "zeppelin")).Stories);

        await (erased
            ? database.Get<Erasure>().EraseAsync(given[0].Id, byAuthor: true, default)
            : database.Get<Withdrawal>().WithdrawAsync(given[0].Id, default));
        await LearnAsync();

        Assert.False(await Context.TagWords.AnyAsync(row => row.Word == "zeppelin"));
    }

    [Fact]
    public async Task The_job_learns_at_once_where_nothing_is_known_and_then_once_a_day()
    {
        await new LearnTags(database.Get<TagLearning>()).RunAsync(default);
        var first = await LearnedAtAsync();

        database.Clock.Advance(TimeSpan.FromHours(23));
        await new LearnTags(database.Get<TagLearning>()).RunAsync(default);
        var same = await LearnedAtAsync();
        database.Clock.Advance(TimeSpan.FromHours(1));
        await new LearnTags(database.Get<TagLearning>()).RunAsync(default);

        Assert.Equal(first, same);
        Assert.Equal(first.AddDays(1), await LearnedAtAsync());
    }

    [Fact]
    public async Task Two_that_learn_at_once_leave_one_whole_set()
    {
        await LearnAsync();
        var once = await Context.TagWords.CountAsync();
        Assert.True(once > 0);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.Get<TagLearning>().LearnAsync(default)));

        Assert.Equal(once, await Context.TagWords.CountAsync());
    }

    [Fact]
    public async Task What_is_measured_holds_out_every_fifth_story_and_keeps_nothing()
    {
        var figures = await database.Get<TagMeasure>().MeasureAsync(default);

        Assert.Equal((10, 2), (figures.LearnedFrom, figures.Suggestions.Stories));
        Assert.Empty(await Context.TagWords.ToListAsync());
    }

    private InfoStoryContext Context => database.Get<InfoStoryContext>();

    private Task LearnAsync() => database.Get<TagLearning>().LearnAsync(default);

    private async Task<DateTime> LearnedAtAsync() => (await Context.TagWords.FirstAsync()).LearnedAt;

    private async Task<Id<Tag>> KeyAsync(string name) => (await Context.Tags.SingleAsync(tag => tag.Name == name)).Id;

    private Task<StoryOnDesk> ShownAsync(GivenStory story, Actor actor) => database.Get<StoryDesk>().ShowAsync(story.Reference, actor, default);

    private async Task<IReadOnlyList<TagSuggestion>> SuggestedAsync(GivenStory story) =>
        await database.Get<TagSuggestions>().ForAsync(await ShownAsync(story, A.Moderator()), [], [], default);
}
