using System.Net;
using InfoStory.Stories;

namespace InfoStory.Web.Tests.MyStory;

/// <summary>What an author takes back is gone for everyone at once, from every process.</summary>
public sealed class TakeBackTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>Eleven pages each: more than 300 requests straight after a redirect.</summary>
    private const int Loops = 30;

    [Fact]
    public async Task A_yes_beside_a_change_that_was_typed_is_asked_again_and_keeps_the_change()
    {
        var story = await site.Given(A.Story().WithAuthor());
        using var author = await site.Opened(story.Receipt.ToString());

        var answer = await author.SubmitAsync("/my-story/open/sign-off", new() { ["Form.Text"] = "Leave out the town." }, "SignOff");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Leave out the town.", (await TestBrowser.DocumentAsync(answer)).QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(StoryState.WithAuthor, (await site.Get<Authors.MyStory>().ShowAsync(story.Id, default)).State);
    }

    [Fact]
    public async Task A_story_taken_back_is_gone_from_every_public_page_at_once()
    {
        var story = await site.Given(A.Story().Titled("Calls of the quokka").PublicText("The quokka rang.").Tagged("Referral lost or refused").Published());
        using var reader = site.Browser();
        var pages = Pages(story);
        foreach (var page in pages) Assert.Contains("quokka", await TextAsync(reader, page), StringComparison.OrdinalIgnoreCase);
        using var author = await site.Opened(story.Receipt.ToString());

        var answer = await author.SubmitAsync("/my-story/open/take-back", []);

        Assert.Equal("/my-story/taken-back", answer.Headers.Location!.OriginalString);
        var gone = await reader.GetAsync($"/case-studies/{story.Slug}");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("has been taken down", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // The words that were searched for stand in the page's own box.
        foreach (var page in pages) Assert.DoesNotContain("/calls-of-the-quokka", await TextAsync(reader, page), StringComparison.OrdinalIgnoreCase);
        foreach (var page in pages) Assert.DoesNotContain("quokka rang", await TextAsync(reader, page), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("false", "Keep your six words", "throw them away")]
    [InlineData("true", "throw them away", "Keep your six words")]
    public async Task The_last_page_says_what_was_chosen(string everything, string says, string not)
    {
        using var author = await site.Opened((await site.Given(A.Story())).Receipt.ToString());

        var answer = await author.SubmitAsync("/my-story/open/take-back", new() { ["Everything"] = everything });
        var said = (await author.PageAsync(answer.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent;

        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.DoesNotContain(not, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sites_on_one_database_never_show_what_was_taken_back_through_either()
    {
        using var other = site.Beside();
        using var reader = other.Browser();
        List<string> stale = [];

        for (var loop = 0; loop < Loops; loop++)
        {
            var story = await site.Given(A.Story().Titled($"Numbat {loop}").PublicText("The numbat rang.").Published());
            var pages = Pages(story, "numbat");
            using var author = await site.Opened(story.Receipt.ToString());
            var question = await author.PageAsync("/my-story/open/take-back");
            foreach (var page in pages) Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(page)).StatusCode);

            // Readers of the other site do not stop while the story is taken back here.
            var taking = author.SubmitAsync(question, "/my-story/open/take-back", []);
            while (!taking.IsCompleted) await reader.GetAsync(pages[0]);
            Assert.Equal(HttpStatusCode.Redirect, (await taking).StatusCode);

            foreach (var page in pages)
            {
                var text = await TextAsync(reader, page);
                if (text.Contains($"/numbat-{loop}\"", StringComparison.Ordinal) || text.Contains("The numbat rang", StringComparison.Ordinal))
                    stale.Add($"{page} in loop {loop}");
            }
        }

        Assert.Empty(stale);
    }

    [Fact]
    public async Task What_is_published_through_one_site_is_there_in_the_other_after_the_redirect()
    {
        using var other = site.Beside();
        using var reader = other.Browser();
        using var publisher = await site.SignedIn(InfoStory.Data.Access.Roles.Publisher, "publisher-of-two@example.org");
        var story = await site.Given(A.Story().Titled("Bilby calls").Ready());
        var editor = (await publisher.SubmitAsync($"/moderation/stories/{story.Reference}", [], "Start")).Headers.Location!.OriginalString;
        await reader.GetAsync("/case-studies");

        await publisher.DoAsync(editor, new Dictionary<string, string> { ["Form.Summary"] = "In short." }.Answered(), "Publish");

        Assert.Contains("Bilby calls", await TextAsync(reader, "/case-studies"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_and_a_session_begun_at_one_site_go_on_at_the_other()
    {
        using var other = site.Beside();
        using var author = site.Browser();
        await author.TellAsync("Told at one site, sent at the other.");
        using var moderator = await site.SignedIn(InfoStory.Data.Access.Roles.Moderator, "moderator-of-two@example.org");
        using var elsewhere = other.Browser(author.Cookies);
        using var desk = other.Browser(moderator.Cookies);

        var shown = await elsewhere.SendAsync();
        using var opened = await site.Opened(shown.Receipt);
        var claimed = await desk.SubmitAsync($"/moderation/stories/{shown.Reference}", [], "Claim");
        using var reopened = other.Browser(opened.Cookies);

        Assert.Equal(HttpStatusCode.Redirect, claimed.StatusCode);
        Assert.Contains("Your story is being read", await TextAsync(reopened, "/my-story/open"), StringComparison.Ordinal);
        await desk.DoAsync("/sign-out", []);
        Assert.Equal(HttpStatusCode.Redirect, (await moderator.GetAsync("/moderation")).StatusCode);
    }

    [Fact]
    public async Task Taking_back_twice_and_from_an_old_page_changes_nothing_more()
    {
        var story = await site.Given(A.Story());
        using var author = await site.Opened(story.Receipt.ToString());
        using var second = site.Copy(author);
        var page = await author.PageAsync("/my-story/open/take-back");

        await author.DoAsync(page, "/my-story/open/take-back", []);
        var before = await site.DumpAsync();
        var again = await second.SubmitAsync(page, "/my-story/open/take-back", []);

        Assert.StartsWith("/my-story?from=%2Fmy-story%2Fopen%2Ftake-back", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(before, await site.DumpAsync());
    }

    private static string[] Pages(GivenStory story, string words = "quokka") =>
    [
        $"/case-studies/{story.Slug}", "/", "/case-studies", $"/case-studies?words={words}", "/case-studies?kind=failed", "/case-studies/feed", "/sitemap.xml",
        "/case-studies/feed.json", "/case-studies.csv?kind=failed", "/api/v1/case-studies", $"/api/v1/case-studies/{story.Slug}",
    ];

    private static async Task<string> TextAsync(TestBrowser browser, string page) => await (await browser.GetAsync(page)).Content.ReadAsStringAsync();
}
