using System.Net;
using AngleSharp.Html.Dom;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Web.Tests.RateLimiting;

/// <summary>Beyond the limits: a clear page, everything typed kept, and nobody else refused.</summary>
public sealed class LimitTests(AbuseSite site) : IClassFixture<AbuseSite>
{
    private const string Crowded = "198.51.100.1";

    [Fact]
    public async Task The_sixth_story_within_ten_minutes_waits_on_the_check_page_and_is_sent_from_there_later()
    {
        for (var number = 0; number < 5; number++) await SendAsync("198.51.100.11", $"One of five, {number}.");
        using var author = site.From("198.51.100.11");
        await author.TellAsync("The sixth.");

        var refused = await author.SubmitAsync("/share/check", []);
        var page = await TestBrowser.DocumentAsync(refused);
        using var elsewhere = site.From("198.51.100.12");
        await elsewhere.TellAsync("From elsewhere.");
        var other = await elsewhere.SubmitAsync("/share/check", []);
        site.Clock.Advance(TimeSpan.FromSeconds(RetryAfter(refused)));
        var later = await author.SubmitAsync("/share/check", []);

        Assert.Equal(
            (HttpStatusCode.TooManyRequests, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (refused.StatusCode, other.StatusCode, later.StatusCode));
        Assert.InRange(RetryAfter(refused), 1, 600);
        Assert.Matches(
            "^We have had many stories from your network in a short time. Nothing you typed is lost. Press “Send your story” again in [0-9]+ minutes$",
            Summary(page));
        Assert.StartsWith("Error:", page.Title, StringComparison.Ordinal);
        Assert.Contains("The sixth.", page.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(await site.StoryAsync("The sixth."));
    }

    [Fact]
    public async Task A_refused_draft_is_kept_for_another_seven_days()
    {
        for (var number = 0; number < 5; number++) await SendAsync("198.51.100.21", $"Before, {number}.");
        using var author = site.From("198.51.100.21");
        await author.TellAsync("Kept longer.");
        var began = await ExpiresAsync("Kept longer.");
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        var refused = await author.SubmitAsync("/share/check", []);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(began.AddMinutes(2), await ExpiresAsync("Kept longer."));
        Assert.Contains(refused.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-infostory-draft=", StringComparison.Ordinal)
            && cookie.Contains("max-age=604800", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fifty_sends_of_one_draft_at_once_count_as_one_and_none_is_refused()
    {
        using var author = site.From("198.51.100.31");
        await author.TellAsync("Sent fifty times at once within the limits.");
        var page = await author.PageAsync("/share/check");
        var windows = Enumerable.Range(0, 50).Select(_ => Beside(author, "198.51.100.31")).ToList();

        var answers = await Task.WhenAll(windows.Select(window => window.SubmitAsync(page, "/share/check", [])));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        for (var number = 0; number < 4; number++) await SendAsync("198.51.100.31", $"After fifty, {number}.");
    }

    [Fact]
    public async Task An_incomplete_story_that_is_mended_counts_once()
    {
        using var author = site.From("198.51.100.41");
        await author.DoAsync("/share/story", new() { ["Form.Told"] = "Not complete at first." });

        for (var press = 0; press < 8; press++) Assert.Equal(HttpStatusCode.BadRequest, (await author.SubmitAsync("/share/check", [])).StatusCode);

        await author.DoAsync("/share/permission", new() { ["Form.Audiences"] = "Website", ["Form.Months"] = "24" });
        Assert.Equal(HttpStatusCode.SeeOther, (await author.SubmitAsync("/share/check", [])).StatusCode);
    }

    [Fact]
    public async Task Twenty_stories_a_day_from_one_network_and_room_again_after_midnight()
    {
        for (var number = 0; number < 20; number++)
        {
            await SendAsync("198.51.100.51", $"Of twenty, {number}.");
            site.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        using var author = site.From("198.51.100.51");
        await author.TellAsync("The twenty-first.");
        var refused = await author.SubmitAsync("/share/check", []);
        var midnight = site.Clock.UtcNow.Date.AddDays(1);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(Math.Ceiling((midnight - site.Clock.UtcNow).TotalSeconds), RetryAfter(refused));
        Assert.Matches(
            "again in [0-9]+ hours. You can close this page and come back to it on this device for 7 days$", Summary(await TestBrowser.DocumentAsync(refused)));
        site.Clock.Advance(midnight - site.Clock.UtcNow);
        Assert.Equal(HttpStatusCode.SeeOther, (await author.SubmitAsync("/share/check", [])).StatusCode);
    }

    [Fact]
    public async Task Too_many_stories_from_everywhere_are_said_to_be_just_that_and_cost_no_network_its_share()
    {
        using var own = new AbuseSite();
        var limits = own.Services.GetRequiredService<Limits>();
        for (var number = 0; number < 2_000; number++) Assert.Null(limits.Count(At($"203.0.{number / 250}.{number % 250}"), Sharing.DraftSecret.New()));
        using var author = own.From(Crowded);
        await author.TellAsync("One too many.");

        var refusals = new List<HttpResponseMessage>();
        for (var press = 0; press < 6; press++) refusals.Add(await author.SubmitAsync("/share/check", []));

        Assert.All(refusals, refused => Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode));
        Assert.StartsWith("We are getting very many stories just now.", Summary(await TestBrowser.DocumentAsync(refusals[0])), StringComparison.Ordinal);
        own.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await author.SubmitAsync("/share/check", [])).StatusCode);
    }

    [Fact]
    public async Task The_answer_that_is_one_too_many_is_still_in_its_box()
    {
        Fill("198.51.100.61", Counted.Answer, 300);
        using var author = site.From("198.51.100.61");

        var refused =
            await author.SubmitAsync("/share/story", new() { ["Form.Told"] = "Typed <b>with</b> care.\r\nTwo lines.", ["Form.SomeoneAtRisk"] = "true" });
        var page = await TestBrowser.DocumentAsync(refused);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(600, RetryAfter(refused));
        Assert.Equal("Typed <b>with</b> care.\nTwo lines.", page.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n"));
        Assert.True(((IHtmlInputElement)page.QuerySelector("#form-someoneatrisk")!).IsChecked);
        Assert.Equal(
            "We have had very many answers from your network in a short time. Nothing you typed is lost. Press the button again in 10 minutes", Summary(page));
        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await author.SubmitAsync("/share/hand-offs", new() { ["Form.Steps[0].Happened"] = "Nobody answered." }, "Add")).StatusCode);
    }

    [Fact]
    public async Task Forms_of_every_kind_are_limited_and_staff_who_are_signed_in_are_not()
    {
        await site.AddStaffAsync("busy@example.org", Roles.Moderator);
        using var staff = site.From("198.51.100.71");
        await staff.DoAsync("/sign-in", new() { ["Form.Email"] = "busy@example.org", ["Form.Password"] = A.Password });
        var story = await site.Given(A.Story());
        Fill("198.51.100.71", Counted.Form, 599);
        using var author = site.From("198.51.100.71");

        var refused = await author.SubmitAsync("/my-story", new() { ["Form.Receipt"] = "one two" });
        var claimed = await staff.SubmitAsync($"/moderation/stories/{story.Reference}", [], "Claim");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("one two", (await TestBrowser.DocumentAsync(refused)).QuerySelector("#form-receipt")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync("/share/story")).StatusCode);
        Assert.True((int)claimed.StatusCode is 302 or 303, $"Claiming answered {claimed.StatusCode}.");
    }

    [Fact]
    public async Task Five_links_for_a_new_password_an_hour()
    {
        using var browser = site.From("198.51.100.81");
        List<HttpStatusCode> answers = [];
        var page = await browser.PageAsync("/sign-in");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        for (var number = 0; number < 6; number++)
            answers.Add(
                (await browser.PostAsync("/sign-in/forgotten", [new("Form.Email", "a@example.org"), new("__RequestVerificationToken", token)])).StatusCode);

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Redirect, 5), HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Nobody_believes_a_visitor_who_says_to_be_somewhere_else_unless_a_proxy_says_so()
    {
        using var open = new OpenSite();
        List<HttpStatusCode> answers = [];

        for (var number = 0; number < 6; number++)
        {
            using var author = open.Browser();
            author.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{number}");
            await author.TellAsync($"Says to be elsewhere, {number}.");
            answers.Add((await author.SubmitAsync("/share/check", [])).StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.SeeOther, 5), HttpStatusCode.TooManyRequests], answers);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_visitor_cannot_hide_behind_addresses_that_only_the_visitor_names(bool enabledTwice)
    {
        using var behind = enabledTwice ? new TwiceSite() : new AbuseSite();
        List<HttpStatusCode> answers = [];

        for (var number = 0; number < 6; number++)
        {
            using var author = behind.From($"192.0.2.{number}, 198.51.100.91");
            await author.TellAsync($"Names another, {number}.");
            answers.Add((await author.SubmitAsync("/share/check", [])).StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.SeeOther, 5), HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task A_limit_can_be_set_and_all_can_be_raised_for_a_day()
    {
        using var raised = new RaisedSite();
        List<HttpStatusCode> answers = [];

        for (var number = 0; number < 7; number++)
        {
            using var author = raised.From(Crowded);
            await author.TellAsync($"On a day of many, {number}.");
            answers.Add((await author.SubmitAsync("/share/check", [])).StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.SeeOther, 6), HttpStatusCode.TooManyRequests], answers);
    }

    private async Task SendAsync(string address, string told)
    {
        using var author = site.From(address);
        await author.TellAsync(told);
        Assert.Equal(HttpStatusCode.SeeOther, (await author.SubmitAsync("/share/check", [])).StatusCode);
    }

    private TestBrowser Beside(TestBrowser author, string address)
    {
        var window = site.Copy(author);
        window.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return window;
    }

    private void Fill(string address, Counted what, int times)
    {
        var limits = site.Services.GetRequiredService<Limits>();
        for (var number = 0; number < times; number++) Assert.Null(limits.Count(At(address), what));
    }

    private Task<DateTime> ExpiresAsync(string told) =>
        site.Get<InfoStoryContext>().Set<Sharing.Draft>().Where(draft => draft.Answers.Told == told).Select(draft => draft.ExpiresAt).SingleAsync();

    private static DefaultHttpContext At(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    private static double RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds;

    private static string Summary(IHtmlDocument page) => page.QuerySelector(".govuk-error-summary__list")!.TextContent.Trim();

    /// <summary>Two of what is five otherwise, three times over.</summary>
    private sealed class RaisedSite : AbuseSite
    {
        protected override int LimitsTimes => 3;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Limits:StoriesAtOnce:Most", "2");
        }
    }

    /// <summary>A site whose host reads the forwarded headers, too.</summary>
    private sealed class TwiceSite : AbuseSite
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("ForwardedHeaders_Enabled", "true");
        }
    }

    /// <summary>The site with nothing in front, and a limit low enough to reach.</summary>
    private sealed class OpenSite : TestSite
    {
        protected override int LimitsTimes => 1;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Limits:StoriesAtOnce:Most", "5");
        }
    }
}
