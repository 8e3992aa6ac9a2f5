using System.Net;
using InfoStory.Authors;
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
    public async Task Closing_the_story_closes_it_on_this_device()
    {
        using var author = await site.Opened((await site.Given(A.Story())).Receipt.ToString());

        await author.SubmitAsync("/my-story/open", [], "Close");

        Assert.Equal("/my-story?from=%2Fmy-story%2Fopen", (await author.GetAsync("/my-story/open")).Headers.Location!.OriginalString);
    }
}
