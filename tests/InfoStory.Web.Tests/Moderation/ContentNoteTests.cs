using InfoStory.Data.Access;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>Nobody reads hard words before they ask to, whatever became of the story.</summary>
public sealed class ContentNoteTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Hard = "The baby was left in the corridor for a night.";

    private static readonly Func<StoryBuilder, StoryBuilder>[] States =
    [
        story => story, story => story.InReview(), story => story.Asked(), story => story.WithAuthor(), story => story.SentToAuthor(), story => story.Ready(),
        story => story.OnHold(), story => story.Declined(), story => story.Published(),
    ];

    public static TheoryData<int> EachState => [.. Enumerable.Range(0, States.Length)];

    [Theory, MemberData(nameof(EachState))]
    public async Task In_every_state_a_story_says_what_it_is_about_before_it_is_read_children_too(int state)
    {
        var desk = $"/moderation/stories/{(await site.Given(States[state](A.Story().Told(Hard)))).Reference}";
        using var lead = await site.SignedIn(Roles.Moderator | Roles.SafeguardingLead, $"lead-{state}@example.org");

        var page = await lead.PageAsync(desk);
        var opened = await lead.PageAsync($"{desk}?open=true");

        Assert.Equal("This story is about children", page.QuerySelector("#about")!.TextContent);
        Assert.DoesNotContain("corridor", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("corridor", opened.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_reader_does_with_it_leaves_it_open_for_them_and_the_next_time_asks_again()
    {
        var desk = $"/moderation/stories/{(await site.Given(A.Story().Told(Hard).InReview())).Reference}";
        using var moderator = await site.SignedIn(Roles.Moderator, "reader@example.org");
        var opened = await moderator.PageAsync($"{desk}?open=true");

        await moderator.SubmitAsync(opened, desk, new() { ["Form.PublicText"] = "We waited a night." }, "Save");
        var after = await moderator.PageAsync(desk);
        var later = await moderator.PageAsync(desk);

        Assert.Contains("corridor", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(later.QuerySelector("#about"));
    }

    [Fact]
    public async Task A_safeguarding_case_names_it_above_the_words()
    {
        var story = await site.Given(A.Story().Told(Hard).OnHold());
        using var lead = await site.SignedIn(Roles.SafeguardingLead, "guard@example.org");

        var page = await lead.PageAsync($"/moderation/safeguarding/{story.Reference}");

        Assert.Contains("This story is about children.", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
