using System.Net;
using InfoStory.Data;
using InfoStory.Sharing;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Share;

/// <summary>Whoever goes back in the journey once the story is sent, or its draft is over.</summary>
public sealed class AfterSendingTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/share/kind")]
    [InlineData("/share/permission")]
    [InlineData("/share/contact")]
    public async Task Once_a_story_is_sent_no_question_but_the_first_begins_another_or_takes_its_six_words(string question)
    {
        using var author = site.Browser();
        await author.TellAsync("Sent, then Back was pressed.");
        var open = await author.PageAsync(question);
        var first = await author.SendAsync();

        var answer = await author.SubmitAsync(open, question, new()
        {
            ["Form.Kind"] = "Worked",
            ["Form.Audiences"] = "Website",
            ["Form.Months"] = "12",
            ["Form.Email"] = "typed@example.org",
        });
        var (again, more) = (await author.GetAsync(question), await author.GetAsync("/share/more"));
        var check = await author.PageAsync("/share/check");
        var words = await Journeys.ReadAsync(await author.GetAsync("/share/sent"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        if (question == "/share/contact") Assert.Contains("typed@example.org", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All([again, more], page => Assert.Equal("/share/check", page.Headers.Location!.OriginalString));
        Assert.Contains("You have sent your story", check.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(check.QuerySelector("form[action='/share/sent?handler=More']"));
        Assert.Equal(first, words);
    }

    [Fact]
    public async Task The_page_that_begins_another_story_says_that_the_six_words_go()
    {
        using var author = site.Browser();
        var before = await author.PageAsync("/share/story");
        await author.TellAsync("The one before.");
        await author.SendAsync();

        var page = await author.PageAsync("/share/story");

        Assert.Contains("no longer shows the six words", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("six words", before.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_a_draft_that_ran_out_is_refused_and_kept()
    {
        using var author = site.Browser();
        await author.TellAsync("A story that ran out.");
        var open = await author.PageAsync("/share/missing");
        var db = site.Get<InfoStoryContext>();
        await db.Drafts.Where(draft => draft.Answers.Told == "A story that ran out.")
            .ExecuteUpdateAsync(set => set.SetProperty(draft => draft.ExpiresAt, draft => draft.StartedAt));

        var answer = await author.SubmitAsync(open, "/share/missing", new() { ["Form.Needed"] = "Her notes." });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("not on this device any more", page, StringComparison.Ordinal);
        Assert.Contains("Her notes.", page, StringComparison.Ordinal);
    }
}
