using System.Net;
using InfoStory.Stories;

namespace InfoStory.Web.Tests.MyStory;

/// <summary>What an author sees with six words, and what they can do.</summary>
public sealed class MyStoryPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_six_words_open_the_story_however_they_are_typed()
    {
        var story = await site.Given(A.Story());
        var words = story.Receipt.Words;

        using var author = await site.Opened($"  {words[0].ToUpperInvariant()}, {words[1]}-{words[2]}\t{words[3]};{words[4]} 1 {words[5]}. ");

        Assert.Contains(story.Reference, await author.Client.GetStringAsync(new Uri("/my-story/open", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one two three")]
    [InlineData("these words are not from our")]
    [InlineData("zebra zebra zebra zebra zebra zebra zebra")]
    [InlineData("' OR 1=1 -- x y z")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202e\u0001 \ud83d\ude00")]
    public async Task Words_that_open_nothing_are_refused_with_a_sentence_and_kept(string typed)
    {
        using var browser = site.Browser();

        var answer = await browser.SubmitAsync("/my-story", new() { ["Form.Receipt"] = typed });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await TestBrowser.DocumentAsync(answer);
        Assert.NotEmpty(page.QuerySelector(".govuk-error-summary__list a[href='#form-receipt']")!.TextContent);
        Assert.Equal(typed, page.QuerySelector("#form-receipt")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Six_known_words_that_belong_to_no_story_are_refused()
    {
        using var browser = site.Browser();

        var answer = await browser.SubmitAsync("/my-story", new() { ["Form.Receipt"] = Receipt.Of(new byte[32]).ToString() });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Words_far_too_long_are_refused()
    {
        using var browser = site.Browser();

        var answer = await browser.SubmitAsync("/my-story", new() { ["Form.Receipt"] = new string('a', 100_000) });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_author_reads_the_version_they_asked_to_see_and_says_yes()
    {
        var story = await site.Given(A.Story().PublicText("Our version of it.").WithAuthor());
        using var author = await site.Opened(story.Receipt.ToString());

        var before = await author.PageAsync("/my-story/open");
        var answer = await author.SubmitAsync(before, "/my-story/open", [], "SignOff");
        var after = await author.PageAsync("/my-story/open");

        Assert.Equal("Our version of it.", before.QuerySelector(".info-public-text")!.TextContent);
        Assert.Equal("/my-story/open", answer.Headers.Location!.OriginalString);
        Assert.Contains("Your story is ready", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("form[action*=SignOff]"));
    }

    [Fact]
    public async Task A_yes_to_a_version_that_has_changed_since_is_not_a_yes()
    {
        var story = await site.Given(A.Story().WithAuthor());
        using var author = await site.Opened(story.Receipt.ToString());
        var seen = await author.PageAsync("/my-story/open");
        using var moderator = await site.SignedIn(People.Roles.Moderator, "changer@example.org");
        await moderator.SubmitAsync($"/moderation/stories/{story.Reference}", [], "Claim");
        await moderator.SubmitAsync($"/moderation/stories/{story.Reference}", new() { ["Form.PublicText"] = "Changed since." }, "Approve");

        var answer = await author.SubmitAsync(seen, "/my-story/open", [], "SignOff");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Changed since.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_the_story_closes_it_on_this_device()
    {
        using var author = await site.Opened((await site.Given(A.Story())).Receipt.ToString());

        await author.SubmitAsync("/my-story/open", [], "Close");

        Assert.Equal("/my-story?from=%2Fmy-story%2Fopen", (await author.GetAsync("/my-story/open")).Headers.Location!.OriginalString);
    }
}
