using System.Net;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Share;

/// <summary>Back and Skip of the share journey lose nothing that was typed, without scripts.</summary>
public sealed class LeavingTests(TestSite site) : IClassFixture<TestSite>
{
    private const string To = "To", Back = "back", Skip = "next";

    [Theory]
    [InlineData("story", "Form.Told", "She rang twice.", Back, "/share")]
    [InlineData("story?change=true", "Form.Told", "She rang twice.", Back, "/share/check")]
    [InlineData("permission", "Form.Audiences", "Press", Back, "/share/story")]
    [InlineData("hand-offs", "Form.Steps[0].Happened", "They rang off.", Back, "/share/more")]
    [InlineData("hand-offs", "Form.Steps[0].Happened", "They rang off.", Skip, "/share/more?after=hand-offs")]
    [InlineData("missing", "Form.Needed", "The new address", Skip, "/share/more?after=missing")]
    [InlineData("contact", "Form.Email", "heron@example.org", Skip, "/share/more?after=contact")]
    [InlineData("contact", "Form.Email", "heron@example.org", Back, "/share/more")]
    public async Task What_was_typed_is_kept_and_the_button_leads_where_it_says(string question, string field, string typed, string to, string leads)
    {
        using var author = site.Browser();

        var answer = await author.SubmitAsync($"/share/{question}", new() { [field] = typed, [To] = to });

        Assert.Equal(leads, answer.Headers.Location!.OriginalString);
        var page = await author.PageAsync($"/share/{question}");
        var kept = page.QuerySelectorAll($"[name='{field}']:not([type=checkbox]), [name='{field}'][checked]");
        Assert.Contains(typed, kept.Select(box => box.GetAttribute("value") ?? box.TextContent));
    }

    [Theory]
    [InlineData("story", Back)]
    [InlineData("permission", Back)]
    [InlineData("hand-offs", Back)]
    [InlineData("kind", Skip)]
    [InlineData("where", Back)]
    [InlineData("contact", Skip)]
    public async Task A_page_on_which_nothing_was_typed_begins_no_draft(string question, string to)
    {
        using var author = site.Browser();
        var before = await DraftsAsync();

        var answer = await author.SubmitAsync($"/share/{question}", new() { [To] = to });

        Assert.Equal((HttpStatusCode.Redirect, before), (answer.StatusCode, await DraftsAsync()));
    }

    [Fact]
    public async Task What_cannot_be_kept_stays_on_the_page_with_a_way_out_that_says_what_it_does()
    {
        var tooLong = string.Join(' ', Enumerable.Repeat("rang", Story.MaxWords + 1));
        using var author = site.Browser();

        var answer = await author.SubmitAsync("/share/story", new() { ["Form.Told"] = tooLong, [To] = Back });

        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Equal((HttpStatusCode.BadRequest, tooLong), (answer.StatusCode, page.QuerySelector("textarea")!.TextContent));
        Assert.Equal("/share", page.QuerySelectorAll("main a").Single(link => link.TextContent == "Leave without keeping this answer").GetAttribute("href"));
        var refused = await TestBrowser.DocumentAsync(await author.SubmitAsync("/share/story", new() { ["Form.Told"] = tooLong }));
        Assert.DoesNotContain("Leave without", refused.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_questions_may_be_left_half_answered_and_no_yes_is_left_that_was_taken_back()
    {
        using var author = site.Browser();
        await author.DoAsync("/share/story", new() { ["Form.TimesTold"] = "4", [To] = Back });
        await author.DoAsync("/share/permission", new() { ["Form.SeeFirst"] = "true", ["Form.Audiences"] = "Press", [To] = Back });
        var ticked = await author.PageAsync("/share/permission");
        foreach (var box in ticked.QuerySelectorAll("[name='Form.Audiences'][checked]")) box.RemoveAttribute("checked");
        await author.DoAsync(ticked, "/share/permission", new() { [To] = Back });

        var permission = await author.PageAsync("/share/permission");

        Assert.Equal("4", (await author.PageAsync("/share/story")).QuerySelector("[name='Form.TimesTold'][checked]")!.GetAttribute("value"));
        Assert.NotNull(permission.QuerySelector("[name='Form.SeeFirst'][checked]"));
        Assert.Null(permission.QuerySelector("[name='Form.Audiences'][checked], [name='Form.Nobody'][checked]"));
        Assert.Contains(
            "Tell us who may hear your story", (await TestBrowser.DocumentAsync(await author.SubmitAsync("/share/check", []))).Body!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_presses_Continue()
    {
        using var author = site.Browser();

        var page = await author.PageAsync("/share/missing");

        var first = page.QuerySelectorAll("button").First(button => button.GetAttribute("form") == "question" || button.Closest("#question") is not null);
        Assert.Equal(("Continue", null), (first.TextContent, first.GetAttribute("name")));
    }

    private Task<int> DraftsAsync() => site.Get<Data.InfoStoryContext>().Drafts.CountAsync();
}
