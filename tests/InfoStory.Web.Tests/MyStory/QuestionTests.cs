using System.Net;
using InfoStory.Data.Access;

namespace InfoStory.Web.Tests.MyStory;

/// <summary>The team asks, the author answers, and both see what was said.</summary>
public sealed class QuestionTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_question_is_asked_on_the_desk_and_answered_at_My_story()
    {
        var story = await site.Given(A.Story().InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "miriam@example.org");
        using var author = await site.Opened(story.Receipt.ToString());
        var desk = $"/moderation/stories/{story.Reference}";

        await moderator.DoAsync(desk, new() { ["Form.Question"] = "Was it\nin winter?" }, "Ask");
        var asked = await author.PageAsync("/my-story/open");
        await author.DoAsync(asked, "/my-story/open", new() { ["Form.Text"] = "Yes, last winter." }, "Answer");
        var (mine, theirs) = (await author.PageAsync("/my-story/open"), await moderator.PageAsync(desk));

        Assert.Equal("It is your turn: we have a question", asked.QuerySelector("main h2")!.TextContent);
        Assert.Equal("Was it\nin winter?", asked.QuerySelector(".info-public-text")!.TextContent);
        Assert.Null(asked.QuerySelector(".info-messages"));
        Assert.Equal(["Our team", "You"], mine.QuerySelectorAll(".info-messages strong").Select(who => who.TextContent));
        Assert.DoesNotContain("miriam", asked.DocumentElement.OuterHtml + mine.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            ["YouWas it in winter?", "The authorYes, last winter."], theirs.QuerySelectorAll(".desk-messages div").Select(message => message.Words()));
        Assert.Contains("In review", theirs.QuerySelector(".info-state")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_My_story_says_that_a_question_waits_until_it_is_answered()
    {
        var story = await site.Given(A.Story().Asked());
        using var author = await site.Opened(story.Receipt.ToString());
        string[] pages = ["contact", "data", "permission", "take-back"];
        async Task<List<string?>> LedAsync()
        {
            List<string?> led = [];
            foreach (var page in pages) led.Add((await author.PageAsync($"/my-story/open/{page}")).QuerySelector(".info-turn a")?.GetAttribute("href"));
            return led;
        }

        var waiting = await LedAsync();
        await author.DoAsync("/my-story/open", new() { ["Form.Text"] = "Yes, last winter." }, "Answer");
        var answered = await LedAsync();

        Assert.All(waiting, led => Assert.Equal("/my-story/open#question", led));
        Assert.All(answered, Assert.Null);
    }

    [Fact]
    public async Task A_question_that_is_not_written_is_asked_for_and_what_was_edited_stays()
    {
        var story = await site.Given(A.Story().InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "empty@example.org");

        var answer = await moderator.SubmitAsync($"/moderation/stories/{story.Reference}", new() { ["Form.PublicText"] = "Typed with care." }, "Ask");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Equal("Write your question to the author", page.QuerySelector(".govuk-error-summary__list a[href='#form-question']")!.TextContent);
        Assert.Equal("Typed with care.", page.QuerySelector("#form-publictext")!.TextContent);
    }

    [Fact]
    public async Task A_question_begun_before_another_button_was_pressed_is_kept()
    {
        var story = await site.Given(A.Story().InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "begins@example.org");
        var desk = $"/moderation/stories/{story.Reference}";

        await moderator.DoAsync(desk, new() { ["Form.Question"] = "When did", ["Form.Reason"] = "Because" }, "Save");

        var page = await moderator.PageAsync(desk);
        Assert.Equal(("When did", "Because"), (page.QuerySelector("#form-question")!.TextContent, page.QuerySelector("#form-reason")!.TextContent));
    }

    [Fact]
    public async Task A_question_typed_while_a_colleague_decided_is_shown_again()
    {
        var story = await site.Given(A.Story().InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "slow@example.org");
        using var colleague = await site.SignedIn(Roles.Moderator, "fast@example.org");
        var desk = $"/moderation/stories/{story.Reference}";
        var seen = await moderator.PageAsync(desk);
        await colleague.DoAsync(desk, new() { ["Form.Reason"] = "It names a child." }, "Decline");

        var answer = await moderator.SubmitAsync(seen, desk, new() { ["Form.Question"] = "Was it in winter?" }, "Ask");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Was it in winter?", (await TestBrowser.DocumentAsync(answer)).QuerySelector("#form-question")!.TextContent);
    }

    [Fact]
    public async Task An_answer_needs_words_and_one_that_comes_too_late_is_not_lost()
    {
        var story = await site.Given(A.Story().Asked());
        using var author = await site.Opened(story.Receipt.ToString());
        using var moderator = await site.SignedIn(Roles.Moderator, "late@example.org");
        var seen = await author.PageAsync("/my-story/open");

        var empty = await author.SubmitAsync(seen, "/my-story/open", [], "Answer");
        await moderator.DoAsync($"/moderation/stories/{story.Reference}", [], "Claim");
        var late = await author.SubmitAsync(seen, "/my-story/open", new() { ["Form.Text"] = "In May, by the river." }, "Answer");

        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal(
            "Write your answer", (await TestBrowser.DocumentAsync(empty)).QuerySelector(".govuk-error-summary__list a[href='#form-text']")!.TextContent);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("In May, by the river.", (await TestBrowser.DocumentAsync(late)).QuerySelector(".info-public-text")!.TextContent);
    }

    [Theory]
    [InlineData("/my-story/open", "Answer")]
    [InlineData("/my-story/open/sign-off", "Change")]
    public async Task Who_writes_of_danger_reads_on_the_very_next_page_whom_to_ring_and_a_lead_reads_their_words(string page, string button)
    {
        const string danger = "He has a knife and I am going to kill myself tonight.";
        var story = await site.Given(button == "Answer" ? A.Story().Asked() : A.Story().WithAuthor());
        using var author = await site.Opened(story.Receipt.ToString());
        using var lead = await site.SignedIn(Roles.SafeguardingLead, $"{button}-lead@example.org");

        var next = (await author.SubmitAsync(page, new() { ["Form.Text"] = danger }, button)).Headers.Location!.OriginalString;

        var (mine, theirs) = (await author.PageAsync(next), await lead.PageAsync($"/moderation/safeguarding/{story.Reference}"));
        Assert.Contains("999", mine.QuerySelector(".info-care")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A trained person reads your story first", mine.QuerySelector(".info-care")!.TextContent, StringComparison.Ordinal);
        Assert.Single(mine.QuerySelectorAll("a[href='tel:116123'], .govuk-inset-text"));
        Assert.Contains(danger, theirs.QuerySelector(".desk-messages")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_to_ring_stands_also_where_words_of_danger_could_not_be_sent()
    {
        var story = await site.Given(A.Story().Asked());
        using var author = await site.Opened(story.Receipt.ToString());
        using var moderator = await site.SignedIn(Roles.Moderator, "meanwhile@example.org");
        var seen = await author.PageAsync("/my-story/open");
        await moderator.DoAsync($"/moderation/stories/{story.Reference}", [], "Claim");

        var late = await author.SubmitAsync(seen, "/my-story/open", new() { ["Form.Text"] = "I am going to kill myself tonight." }, "Answer");

        var care = (await TestBrowser.DocumentAsync(late)).QuerySelector(".info-care")!.TextContent;
        Assert.Contains("999", care, StringComparison.Ordinal);
        Assert.DoesNotContain("A trained person", care, StringComparison.Ordinal);
    }
}
