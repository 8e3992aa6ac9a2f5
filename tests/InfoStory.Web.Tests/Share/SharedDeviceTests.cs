using System.Net;
using InfoStory.Data;
using InfoStory.Sharing;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.Share;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Share;

/// <summary>A device that others use too: whoever tells a story there can take every trace of it away, at any step and without scripts.</summary>
public sealed class SharedDeviceTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Told = "Told on a borrowed telephone.";

    public static TheoryData<string> Steps { get; } = [.. Questions.Pages, Questions.More, Questions.Check];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task The_device_is_cleared_from_every_step_of_the_journey(string step)
    {
        using var author = site.Browser();
        await author.TellAsync(Told);
        using var copy = site.Copy(author);

        var cleared = await author.SubmitAsync(step, [], "Clear");

        Assert.Equal("/share/cleared", cleared.Headers.Location!.OriginalString);
        Assert.Equal("\"cache\", \"storage\"", cleared.Headers.GetValues("Clear-Site-Data").Single());
        await ShowsNothingAsync(author);
        await ShowsNothingAsync(copy);
        Assert.Empty(await site.Get<InfoStoryContext>().Drafts.Where(draft => draft.Answers.Told == Told).ToListAsync());
    }

    [Fact]
    public async Task What_was_not_sent_is_deleted_and_the_six_words_are_forgotten_only_when_it_was_asked_once()
    {
        using var author = site.Browser();
        await author.TellAsync(Told);

        foreach (var address in (string[])["/share", "/share/story", Questions.More, Questions.Check])
            Assert.Contains("Delete your story from this device?", Asking(await author.PageAsync(address))!.TextContent, StringComparison.Ordinal);
        await author.DoAsync(Questions.Check, []);

        for (var time = 0; time < 2; time++)
            Assert.Contains("Have you written down your six words?", Asking(await author.PageAsync("/share/sent"))!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_says_that_a_story_is_begun_and_offers_to_go_on_or_to_clear_it()
    {
        using var author = site.Browser();
        Assert.Null((await author.PageAsync("/share")).QuerySelector("#begun"));
        await author.DoAsync("/share/kind", new() { ["Form.Kind"] = "Failed" });
        Assert.Equal("/share/story", GoesOn(await author.PageAsync("/share")));
        await author.TellAsync(Told);

        var begun = await author.PageAsync("/share");

        Assert.Equal("/share/check", GoesOn(begun));
        Assert.Null(begun.QuerySelector("a[href='/share/story']"));
        await author.DoAsync(begun, "/share", [], "Clear");
        Assert.Null((await author.PageAsync("/share")).QuerySelector("#begun"));
    }

    [Fact]
    public async Task Clearing_with_an_old_page_says_that_it_is_not_done_and_is_done_with_the_next_press()
    {
        using var author = site.Browser();
        await author.TellAsync(Told);

        var refused = await author.PostAsync("/share/cleared?handler=Clear", []);
        var page = await TestBrowser.DocumentAsync(refused);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain("This device is clear", page.Body!.TextContent, StringComparison.Ordinal);
        await author.DoAsync(page, "/share/cleared", [], "Clear");
        await ShowsNothingAsync(author);
    }

    [Fact]
    public async Task Whoever_exits_leaves_no_draft_and_no_open_story_in_the_browser()
    {
        using var author = await site.Opened((await site.Given(A.Story())).Receipt.ToString());
        await author.TellAsync(Told);
        var exit = (await author.PageAsync("/share/story")).QuerySelectorAll("a[rel~=nofollow]").Select(link => link.GetAttribute("href")).Distinct().Single()!;

        var left = await author.GetAsync(exit);

        Assert.Equal(ExitThisPage.Address, left.Headers.Location!.OriginalString);
        Assert.Equal("\"cache\", \"storage\"", left.Headers.GetValues("Clear-Site-Data").Single());
        await ShowsNothingAsync(author);
        Assert.Equal(HttpStatusCode.Redirect, (await author.GetAsync("/my-story/open")).StatusCode);
    }

    [Fact]
    public async Task A_copy_of_the_authors_cookie_opens_nothing_after_the_exit()
    {
        var given = await site.Given(A.Story());
        using var author = await site.Opened(given.Receipt.ToString());
        using var copy = site.Browser();
        foreach (System.Net.Cookie cookie in author.Cookies.GetAllCookies()) copy.Cookies.Add(cookie);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/my-story/open")).StatusCode);

        await author.GetAsync("/exit");

        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/my-story/open")).StatusCode);
    }

    [Fact]
    public async Task After_an_exit_no_form_may_be_filled_in_by_the_browser_and_before_it_every_form_may()
    {
        using var author = site.Browser();
        await author.TellAsync(Told);
        var before = await author.PageAsync("/share/story");

        await author.GetAsync("/exit");

        var after = await author.PageAsync("/share/story");
        Assert.All(before.QuerySelectorAll("main form[method=post]"), form => Assert.Null(form.GetAttribute("autocomplete")));
        Assert.All(after.QuerySelectorAll("main form[method=post]"), form => Assert.Equal("off", form.GetAttribute("autocomplete")));
    }

    [Theory]
    [InlineData("GET", "cross-site")]
    [InlineData("GET", "same-site")]
    [InlineData("HEAD", "same-origin")]
    public async Task Another_site_and_a_look_ahead_take_nothing_away(string method, string from)
    {
        using var author = site.Browser();
        await author.TellAsync(Told);
        using var request = new HttpRequestMessage(new(method), "/exit") { Headers = { { "Sec-Fetch-Site", from } } };

        var left = await author.Client.SendAsync(request);

        Assert.False(left.Headers.Contains("Clear-Site-Data"));
        Assert.Contains(Told, (await author.PageAsync("/share/story")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement? Asking(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelector("form[action^='/share/cleared']")!.Closest("details:not([open])");

    private static string? GoesOn(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelector("section[aria-labelledby=begun] a.govuk-button")?.GetAttribute("href");

    private static async Task ShowsNothingAsync(TestBrowser author)
    {
        Assert.DoesNotContain(Told, (await author.PageAsync("/share/story")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync("/share/check")).StatusCode);
    }
}
