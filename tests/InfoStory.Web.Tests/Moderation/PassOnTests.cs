using System.Net;
using InfoStory.Data.Access;
using InfoStory.Stories;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>The page on which a story is passed on or let go.</summary>
public sealed class PassOnTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData(StoryState.Received, true, false)]
    [InlineData(StoryState.InReview, true, true)]
    [InlineData(StoryState.WithAuthor, false, false)]
    [InlineData(StoryState.Ready, false, false)]
    [InlineData(StoryState.Published, false, false)]
    [InlineData(StoryState.OnHold, false, false)]
    [InlineData(StoryState.Declined, false, false)]
    [InlineData(StoryState.Withdrawn, false, false)]
    public async Task It_offers_what_the_state_allows(StoryState state, bool pass, bool release)
    {
        var story = await site.Given(A.Story().In(state));
        await site.AddStaffAsync($"colleague-{state}@example.org", Roles.Moderator);
        using var moderator = await site.SignedIn(Roles.Moderator, $"moderator-{state}@example.org");

        var page = await moderator.PageAsync($"/moderation/stories/{story.Reference}/claim");

        string[] offered = [.. page.QuerySelectorAll("main form button").Select(button => button.GetAttribute("formaction")!.Split("handler=")[1])];
        Assert.Equal([.. pass ? ["Pass"] : Array.Empty<string>(), .. release ? ["Release"] : Array.Empty<string>()], offered);
        Assert.Equal(!pass, page.QuerySelector("main")!.TextContent.Contains("This story cannot be passed on, because it is", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_colleague_who_left_meanwhile_is_refused_and_another_can_be_chosen()
    {
        var story = await site.Given(A.Story().InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "passes@example.org");
        var address = $"/moderation/stories/{story.Reference}/claim";

        var answer = await moderator.SubmitAsync(await moderator.PageAsync(address), address, new() { ["To"] = "999" }, "Pass");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Contains("cannot take a story any more", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("select[name=To]"));
    }
}
