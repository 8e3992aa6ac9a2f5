using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Moderation.Desk;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.TagUpkeep;

namespace InfoStory.Tests.TagUpkeep;

public sealed class TagSplittingTests
{
    [Fact]
    public async Task Each_story_and_case_study_gets_its_parts_and_what_is_not_decided_keeps_the_tag()
    {
        await using var database = await TestDatabase.NewAsync();
        var (one, two) = (await database.Given(A.Story().Titled("One").Tagged("Trust", "Staff").Published()),
            await database.Given(A.Story().Titled("Two").Tagged("Trust").Published()));
        var three = await database.Given(A.Story().Titled("Three").Tagged("Trust").InReview());

        await database.SplitAsync("trust", "Fear of blame", "time");
        var (fear, time) = ((await database.TagAsync("fear-of-blame")).Id, (await database.TagAsync("time")).Id);
        var decided = await database.Get<TagSplitting>().DecideAsync("trust", new()
        {
            Rows =
            [
                new() { Of = one.Reference, Parts = [fear, time] }, new() { Of = one.Slug, Parts = [fear] },
                new() { Of = two.Slug, None = true }, new() { Of = three.Reference }
            ],
        }, A.Administrator(), default);

        Assert.Equal(new(3, 0), decided);
        Assert.Equal((2, 0), ((await database.TagAsync("trust")).Stories, (await database.TagAsync("trust")).CaseStudies));
        Assert.Equal((1, 1), ((await database.TagAsync("fear-of-blame")).Stories, (await database.TagAsync("fear-of-blame")).CaseStudies));
        Assert.Equal((1, 0), ((await database.TagAsync("time")).Stories, (await database.TagAsync("time")).CaseStudies));
        Assert.Equal((1, 1), await database.FoundAsync("fear-of-blame"));
        Assert.Equal((0, 0), await database.FoundAsync("trust"));
        Assert.Equal((1, 1), await database.FoundAsync("staff"));
        var left = await database.Get<TagSplitting>().ListAsync((await database.TagAsync("trust")).Id, null, A.Administrator(), default);
        Assert.Equal([two.Reference, three.Reference], left.Rows.Select(row => row.Of));
        Assert.All(left.Rows, row => Assert.Null(row.Title));
    }

    [Theory]
    [InlineData("renamed", true)]
    [InlineData("merged", true)]
    [InlineData("split", false)]
    public async Task A_second_yes_stays_where_the_list_of_tags_changes_and_not_where_tags_are_chosen_for_the_story(string change, bool stays)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("One").Tagged("Trust").Scored(Criticality.AvoidableHarm).Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        var desk = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        var second = new Actor(931, "second@example.org", Roles.Moderator | Roles.Publisher);
        await database.Get<Scoring>().SecondAsync(story.Reference, new() { Revision = desk.Revision }, second, default);
        var (tag, fear) = (await database.TagAsync("trust"), (await database.TagAsync("time")).Id);

        if (change == "renamed")
            await database.Get<TagEditing>().ChangeAsync("trust", new() { Revision = tag.Revision, Name = "Trusting" }, A.Administrator(), default);
        if (change == "merged")
            await database.Get<TagMerging>().MergeAsync("trust", new() { Revision = tag.Revision, Into = fear }, A.Administrator(), default);
        if (change == "split")
        {
            await database.SplitAsync("trust", "Fear of blame", "time");
            var slug = (await database.Get<CaseStudyEditing>().ShowAsync(key, default)).Slug;
            await database.Get<TagSplitting>().DecideAsync("trust", new() { Rows = [new() { Of = slug, Parts = [fear] }] }, A.Administrator(), default);
        }

        Assert.Equal(stays, (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).SecondedAt is not null);
    }

    [Fact]
    public async Task Pages_of_what_is_undecided_hold_everything_once()
    {
        await using var database = await TestDatabase.NewAsync();
        List<string> expected = [], studies = [];
        for (var number = 0; number < 13; number++)
        {
            var story = await database.Given(A.Story().Titled($"Number {number}").Tagged("Trust").Published());
            expected.Add(story.Reference);
            studies.Add(story.Slug!);
        }

        await database.SplitAsync("trust", "Fear\nBlame");

        var (read, tag) = (new List<string>(), (await database.TagAsync("trust")).Id);
        SplitCursor? after = null;
        do
        {
            var page = await database.Get<TagSplitting>()
                .ListAsync(tag, after is { } cursor ? SplitCursor.Parse(cursor.ToString(), null) : null, A.Administrator(), default);
            read.AddRange(page.Rows.Select(row => row.Of));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal([.. expected, .. studies], read);
    }

    [Fact]
    public async Task A_form_that_was_open_keeps_what_was_decided()
    {
        await using var database = await TestDatabase.NewAsync();
        var (decided, open) = (await database.Given(A.Story().Tagged("Trust").InReview()), await database.Given(A.Story().Tagged("Trust").InReview()));
        var trust = (await database.TagAsync("trust")).Id;
        await database.SplitAsync("trust", "Fear\nBlame");
        var fear = (await database.TagAsync("fear")).Id;
        await database.Get<TagSplitting>()
            .DecideAsync("trust", new() { Rows = [new() { Of = decided.Reference, Parts = [fear] }] }, A.Administrator(), default);

        foreach (var story in (GivenStory[])[decided, open])
            await database.Get<Review>()
                .SaveAsync(story.Reference, new() { Revision = 2, PublicText = "Typed meanwhile.", Tags = [trust] }, A.Moderator(), default);

        Assert.Equal([fear], (await database.Get<StoryDesk>().ShowAsync(decided.Reference, default)).Tags);
        Assert.Equal([trust], (await database.Get<StoryDesk>().ShowAsync(open.Reference, default)).Tags);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_in_a_sentence_and_changes_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Tagged("Trust").InReview());

        Assert.Equal(
            "Split it into two tags or more, 10 at most: tick some, or write new names", await SentenceAsync(() => database.SplitAsync("trust", "Fear")));
        Assert.Equal("There is a tag “Time” in this facet already", await SentenceAsync(() => database.SplitAsync("trust", "Time\nFear")));
        Assert.Equal("“Fear!” would have the same address as another of these names", await SentenceAsync(() => database.SplitAsync("trust", "Fear\nFear!")));
        Assert.Equal("Choose tags from the list", await SentenceAsync(() => database.SplitAsync("trust", "Fear", "co-location")));
        await Assert.ThrowsAsync<ConflictException>(() => database.SplitAsync("housing", "Council housing\nHousing association"));
        await database.SplitAsync("trust", "Fear\nBlame");
        var (fear, time) = ((await database.TagAsync("fear")).Id, (await database.TagAsync("time")).Id);
        Task Decide(params SplitDecision[] rows) => database.Get<TagSplitting>().DecideAsync("trust", new() { Rows = [.. rows] }, A.Administrator(), default);
        Assert.Equal(
            $"{story.Reference}: tick tags, or tick “None of these”, not both",
            await SentenceAsync(() => Decide(new SplitDecision { Of = story.Reference, Parts = [fear], None = true })));
        Assert.Equal(
            "Choose from the tags that this one was split into", await SentenceAsync(() => Decide(new SplitDecision { Of = story.Reference, Parts = [time] })));
        Assert.Equal("Tick something for at least one of them", await SentenceAsync(() => Decide(new SplitDecision { Of = story.Reference })));
        await Assert.ThrowsAsync<ConflictException>(() => database.MergeAsync("trust", "time"));

        Assert.Equal(1, (await database.TagAsync("trust")).Stories);
    }

    [Fact]
    public async Task A_tag_that_is_brought_back_keeps_what_was_decided_and_its_parts_follow_a_merge()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.SplitAsync("trust", "Fear\nBlame");

        await database.MergeAsync("fear", "time");

        Assert.Equal(
            ["Time", "Blame"], (await database.Get<TagCatalogue>().PartsAsync((await database.TagAsync("trust")).Id, default)).Select(tag => tag.Name));
        await database.Get<TagEditing>().BringBackAsync("trust", (await database.TagAsync("trust")).Revision, A.Administrator(), default);
        Assert.Equal((TagStanding.Offered, 0), ((await database.TagAsync("trust")).Standing, (await database.TagAsync("trust")).Became.Count));
    }

    private static async Task<string> SentenceAsync(Func<Task> act) => (await Assert.ThrowsAsync<ValidationException>(act)).Errors.First().ErrorMessage;
}
