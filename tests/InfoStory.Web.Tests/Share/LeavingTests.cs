using System.Net;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Share;

/// <summary>Back of the share journey loses nothing that was typed, Skip keeps none of it, and Remove takes an answer away: without scripts.</summary>
public sealed class LeavingTests(TestSite site) : IClassFixture<TestSite>
{
    private const string To = "To", Back = "back", Skip = "next", Remove = "remove";

    [Theory]
    [InlineData("story", "Form.Told", "She rang twice.", Back, "/share")]
    [InlineData("story?change=true", "Form.Told", "She rang twice.", Back, "/share/check")]
    [InlineData("permission", "Form.Audiences", "Press", Back, "/share/story")]
    [InlineData("hand-offs", "Form.Steps[0].Happened", "They rang off.", Back, "/share/more")]
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
    [InlineData("hand-offs", "Form.Steps[0].Happened", "They rang off.", "Remove all steps")]
    [InlineData("missing", "Form.Needed", "The new address")]
    [InlineData("kind", "Form.Kind", "Worked")]
    [InlineData("contact", "Form.Email", "no address")]
    public async Task Skip_keeps_nothing_and_Remove_takes_away_what_was_kept(
        string question, string field, string typed, string removes = "Remove this answer")
    {
        using var author = site.Browser();
        await author.TellAsync("Skipped.");
        var fresh = await author.PageAsync($"/share/{question}");

        var skipped = await author.SubmitAsync(fresh, $"/share/{question}", new() { [field] = typed, [To] = Skip });
        var after = await author.PageAsync($"/share/{question}");
        await author.DoAsync(after, $"/share/{question}", new() { [field] = typed.Replace("no address", "heron@example.org", StringComparison.Ordinal) });
        var kept = await author.PageAsync($"/share/{question}?change=true");
        var stale = await TestBrowser.DocumentAsync(
            await author.SubmitAsync(kept, $"/share/{question}?change=true", new() { [To] = Remove, ["__RequestVerificationToken"] = "old" }));
        var removed = await author.SubmitAsync(kept, $"/share/{question}?change=true", new() { [To] = Remove });

        Assert.Equal(
            ($"/share/more?after={question}", "/share/check"), (skipped.Headers.Location!.OriginalString, removed.Headers.Location!.OriginalString));
        Assert.Equal((Skip, Skip, Remove, Remove), (Leaves(fresh), Leaves(after), Leaves(kept), Leaves(stale)));
        Assert.Equal(removes, kept.QuerySelector($"[name=To][value={Remove}]")!.TextContent);
        Assert.NotNull(stale.QuerySelector(".govuk-error-summary"));
        Assert.DoesNotContain("Leave without", stale.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Skip, Leaves(await author.PageAsync($"/share/{question}")));
    }

    [Fact]
    public async Task Remove_says_so_where_the_story_is_sent_meanwhile()
    {
        using var author = site.Browser();
        await author.TellAsync("Removed too late.");
        await author.DoAsync("/share/missing", new() { ["Form.Needed"] = "The new address" });
        var old = await author.PageAsync("/share/missing");
        await author.DoAsync("/share/check", []);
        await author.PageAsync("/share/sent");

        var sent = await author.SubmitAsync(old, "/share/missing", new() { [To] = Remove });

        Assert.Equal(HttpStatusCode.Conflict, sent.StatusCode);
        Assert.Contains("Remove the answer at My story", (await TestBrowser.DocumentAsync(sent)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind", "Form.Kind", "Worked")]
    [InlineData("missing", "Form.Needed", "The new address")]
    public async Task Back_from_a_page_that_nobody_changed_leaves_what_another_tab_has_kept_since(string question, string field, string typed)
    {
        using var author = site.Browser();
        await author.TellAsync("In two tabs.");
        var older = await author.PageAsync($"/share/{question}");
        await author.DoAsync($"/share/{question}", new() { [field] = typed });

        var answer = await author.SubmitAsync(older, $"/share/{question}", new() { [To] = Back });

        Assert.Equal((HttpStatusCode.Redirect, Remove), (answer.StatusCode, Leaves(await author.PageAsync($"/share/{question}"))));
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

    /// <summary>What the button beside Continue does.</summary>
    private static string? Leaves(AngleSharp.Dom.IParentNode page) => page.QuerySelector(".govuk-button-group [name=To]")?.GetAttribute("value");

    private Task<int> DraftsAsync() => site.Get<Data.InfoStoryContext>().Drafts.CountAsync();
}
