using System.Net;
using InfoStory.Stories;
using InfoStory.Web.Pages.Share;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Share;

/// <summary>The share journey over HTTP, without scripts.</summary>
public sealed class ShareTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_story_is_told_checked_and_sent_and_its_author_sees_a_reference_and_six_words()
    {
        using var author = site.Browser();
        await author.TellAsync("I rang three times.\r\nEach time I began again.", seeFirst: true);

        var check = await author.PageAsync("/share/check");
        var shown = await author.SendAsync();

        Assert.Equal(
            ["I rang three times.\nEach time I began again.", "Manager", "Anyone who reads this website\nFor 2 years\nYou see our version first"],
            check.QuerySelectorAll(".govuk-summary-list__value").Select(value => value.TextContent.Trim()));
        Assert.Matches("^IS-[2-9A-Z]{4}-[2-9A-Z]{2}$", shown.Reference);
        Assert.Equal(6, shown.Receipt.Split(' ').Length);
        Assert.Contains(
            shown.Reference, await (await site.Opened(shown.Receipt)).Client.GetStringAsync(new Uri("/my-story/open", UriKind.Relative)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_page_points_at_what_could_show_who_someone_is_and_lets_it_be_sent()
    {
        using var author = site.Browser();
        await author.TellAsync("Mrs Okafor told me to ring 07700 900123 and nobody answered.");

        var hints = (await author.PageAsync("/share/check")).QuerySelectorAll(".info-hints__item strong").Select(seen => seen.TextContent);

        Assert.Equal(["“Mrs Okafor”", "“07700 900123”"], hints);
        Assert.NotEmpty((await author.SendAsync()).Reference);
    }

    [Fact]
    public async Task Fifty_sends_at_once_make_one_story_and_fifty_identical_answers()
    {
        using var author = site.Browser();
        await author.TellAsync("Sent fifty times at once.");
        var page = await author.PageAsync("/share/check");
        var windows = Enumerable.Range(0, 50).Select(_ => site.Copy(author)).ToList();

        var answers = await Task.WhenAll(windows.Select(window => window.SubmitAsync(page, "/share/check", [])));
        var sent = await Task.WhenAll(windows.Select(async window => await Journeys.ReadAsync(await window.GetAsync("/share/sent"))));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.SeeOther, "/share/sent"), (answer.StatusCode, answer.Headers.Location!.OriginalString)));
        Assert.Single(sent.Distinct());
        Assert.Equal(1, await StoriesAsync("Sent fifty times at once."));
    }

    [Fact]
    public async Task The_six_words_are_shown_twice_and_a_look_at_the_headers_does_not_count()
    {
        using var author = site.Browser();
        await author.TellAsync("Shown once.");
        await author.DoAsync("/share/check", []);

        await author.Client.SendAsync(new(HttpMethod.Head, "/share/sent"));
        var first = await Journeys.ReadAsync(await author.GetAsync("/share/sent"));
        await author.Client.SendAsync(new(HttpMethod.Head, "/share/sent"));
        var second = await Journeys.ReadAsync(await author.GetAsync("/share/sent"));
        var third = await (await author.GetAsync("/share/sent")).Content.ReadAsStringAsync();

        Assert.Equal(6, first.Receipt.Split(' ').Length);
        Assert.Equal(first, second);
        Assert.Contains("We have shown you your six words", third, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Reference, third, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Receipt.Split(' ')[0] + "</li>", third, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_is_cleared_shows_the_words_no_more_and_forgets_what_it_kept()
    {
        using var author = site.Browser();
        await author.TellAsync("Told on a borrowed telephone.");
        var shown = await author.SendAsync();
        var page = await author.PageAsync("/share/sent");

        var cleared = await author.SubmitAsync(page, "/share/cleared", [], "Clear");

        Assert.Equal("/share/cleared", cleared.Headers.Location!.OriginalString);
        Assert.Equal("\"cache\", \"storage\"", cleared.Headers.GetValues("Clear-Site-Data").Single());
        Assert.DoesNotContain(shown.Reference, await (await author.GetAsync("/share/sent")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_story_can_be_told_once_the_words_have_been_shown()
    {
        using var author = site.Browser();
        await author.TellAsync("The first one.");
        var first = await author.SendAsync();

        await author.TellAsync("The second one.");
        var second = await author.SendAsync();

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Sending_again_from_the_page_that_is_still_open_leads_to_the_same_words()
    {
        using var author = site.Browser();
        await author.TellAsync("Sent twice.");
        var page = await author.PageAsync("/share/check");

        await author.DoAsync(page, "/share/check", []);
        var again = await author.SubmitAsync(page, "/share/check", []);

        Assert.Equal("/share/sent", again.Headers.Location!.OriginalString);
        Assert.Equal("/share/sent", (await author.GetAsync("/share/check")).Headers.Location!.OriginalString);
        Assert.Equal(1, await StoriesAsync("Sent twice."));
    }

    [Fact]
    public async Task A_new_story_cannot_take_the_place_of_words_that_were_not_read_yet()
    {
        using var author = site.Browser();
        await author.TellAsync("Sent, not read.");
        await author.DoAsync("/share/check", []);

        var answer = await author.SubmitAsync("/share/story", new() { ["Form.Told"] = "Another one, typed with care." });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Equal("Another one, typed with care.", page.QuerySelector("textarea")!.TextContent);
        Assert.NotNull(page.QuerySelector("a[href='/share/sent']"));
        Assert.Equal(6, (await Journeys.ReadAsync(await author.GetAsync("/share/sent"))).Receipt.Split(' ').Length);
    }

    [Fact]
    public async Task A_draft_that_was_not_touched_for_seven_days_is_gone_and_the_page_says_so()
    {
        using var later = new TestSite();
        using var author = later.Browser();
        await author.TellAsync("Forgotten.");
        var page = await author.PageAsync("/share/check");
        later.Clock.Advance(TimeSpan.FromDays(7));

        var sent = await author.SubmitAsync(page, "/share/check", []);
        var looked = await author.GetAsync("/share/check");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (sent.StatusCode, looked.StatusCode));
        Assert.Contains("There is no story on this device", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_whose_draft_expired_on_the_way_goes_on_with_a_new_one()
    {
        using var later = new TestSite();
        using var author = later.Browser();
        await author.TellAsync("Forgotten.");
        later.Clock.Advance(TimeSpan.FromDays(8));

        var answer = await author.SubmitAsync("/share/story", new() { ["Form.Told"] = "Told again." });

        Assert.Equal("/share/permission", answer.Headers.Location!.OriginalString);
        Assert.Equal("Told again.", (await author.PageAsync("/share/story")).QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task A_browser_that_keeps_no_cookies_loses_no_words_and_is_told_why()
    {
        using var forgetful = site.CreateDefaultClient(new Uri("https://localhost"));
        using var browser = new TestBrowser(forgetful);

        var answer = await browser.SubmitAsync("/share/story", new() { ["Form.Told"] = "Typed without cookies." });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Equal("Typed without cookies.", page.QuerySelector("textarea")!.TextContent);
        Assert.Contains("does not keep cookies", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Continue_removes_no_step_after_a_remove_that_was_refused()
    {
        using var author = site.Browser();
        await author.DoAsync("/share/hand-offs", new() { ["Form.Steps[0].Happened"] = "The first." }, "Add");
        var page = await author.PageAsync("/share/hand-offs");

        var refused = await author.SubmitAsync(page, "/share/hand-offs", new() { ["Form.Steps[1].Happened"] = new('x', HandOff.MaxHappened + 1) }, "Remove");
        var again = await TestBrowser.DocumentAsync(refused);
        await author.DoAsync(again, "/share/hand-offs", new() { ["Form.Steps[0].Happened"] = "The second." });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("/share/hand-offs", again.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Equal(["The second."], (await author.PageAsync("/share/hand-offs")).QuerySelectorAll("textarea").Select(box => box.TextContent.Trim()));
    }

    [Fact]
    public async Task An_incomplete_story_is_not_sent_and_the_summary_links_to_what_is_missing()
    {
        using var author = site.Browser();
        await author.DoAsync("/share/teller", new() { ["Form.WhoIsTelling"] = "Manager" });

        var answer = await author.SubmitAsync("/share/check", []);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var links = (await TestBrowser.DocumentAsync(answer)).QuerySelectorAll(".govuk-error-summary__list a");
        Assert.Equal(
            [("Tell us what happened", "/share/story?change=true"), ("Tell us who may hear your story", "/share/permission?change=true")],
            links.Select(link => (link.TextContent, link.GetAttribute("href")!)));
        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync("/share/check")).StatusCode);
    }

    [Fact]
    public async Task Every_answer_can_be_changed_from_the_check_page_and_leads_back_to_it()
    {
        using var author = site.Browser();
        await author.TellAsync("Before.");
        foreach (var (page, field, value) in new[]
        {
            ("hand-offs", "Form.Steps[0].Happened", "They rang off."), ("missing", "Form.Needed", "The address"), ("kind", "Form.Kind", "Failed"),
            ("when", "Form.When", "LastMonth"), ("hears", "Form.WhoNeedsToHear", "Councillors"), ("contact", "Form.Email", "heron@example.org"),
        }) await author.DoAsync($"/share/{page}", new() { [field] = value });
        var links = (await author.PageAsync("/share/check")).QuerySelectorAll(".govuk-summary-list__actions a")
            .Select(link => link.GetAttribute("href")!).Distinct().ToList();

        List<string> led = [];
        foreach (var link in links)
            led.Add((await author.SubmitAsync(
                link, link.Contains("story", StringComparison.Ordinal) ? new() { ["Form.Told"] = "After" } : [])).Headers.Location!.OriginalString);

        Assert.Equal(
            Questions.Pages.Where(page => page != "/share/where").Select(page => $"{page}?change=true").Order(StringComparer.Ordinal),
            links.Order(StringComparer.Ordinal));
        Assert.All(led, where => Assert.Equal("/share/check", where));
        Assert.Contains(
            "After", (await author.PageAsync("/share/check")).QuerySelectorAll(".govuk-summary-list__value")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quick_answer_that_was_tapped_by_mistake_can_be_taken_back()
    {
        using var author = site.Browser();
        await author.TellAsync("Tapped by mistake.");
        await author.DoAsync("/share/story", new() { ["Form.TimesTold"] = "4" });
        var before = (await author.PageAsync("/share/check")).QuerySelector("main")!.TextContent;

        await author.DoAsync("/share/story", new() { ["Form.TimesTold"] = "" });

        var after = (await author.PageAsync("/share/check")).QuerySelector("main")!.TextContent;
        Assert.Contains("Told 4 times.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Told 4 times.", after, StringComparison.Ordinal);
        Assert.Equal("Not sure", (await author.PageAsync("/share/story")).QuerySelector("input[name='Form.TimesTold'][value=''] + label")!.TextContent);
    }

    private Task<int> StoriesAsync(string told) => site.Get<Data.InfoStoryContext>().Stories.CountAsync(story => story.Told == told);
}
