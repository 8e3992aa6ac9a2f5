using System.Net;
using InfoStory.CaseStudies.HereToo;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Web.Http;
using InfoStory.Web.Tests.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Web.Tests.Public;

/// <summary>"This happens here too": one tap, no cookie, once a day for each network, and shown from five up.</summary>
public sealed class HereTooTests(AbuseSite site) : IClassFixture<AbuseSite>
{
    private const string Said = "This happens here too", Shown = "Readers have told us at least 5 times that this happens where they are too.";

    private static int networks;

    [Fact]
    public async Task Five_taps_of_one_network_are_one_whatever_the_address_within_it_and_nobody_is_told()
    {
        var study = await GivenAsync("Tapped by one");
        List<HttpResponseMessage> answers = [];
        foreach (var address in (string[])["2001:db8:1::1", "2001:db8:1::1", "2001:db8:1::2", "2001:db8:1:77::1", "2001:db8:1:ffff::1"])
            answers.Add(await TapAsync(address, study));
        using var desk = await site.SignedIn(Roles.Publisher);
        desk.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        desk.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "2001:db8:1::9");
        answers.Add(await desk.PostAsync($"/here-too/{study.Slug}", []));

        using var reader = Reader("2001:db8:1::1");
        var thanks = await Task.WhenAll(answers.Select(answer => reader.PageAsync(answer.Headers.Location!.OriginalString)));

        Assert.Equal(1, await CountAsync(study));
        Assert.Single(answers.Select(answer => answer.Headers.Location!.OriginalString.Length).Distinct());
        Assert.Single(thanks.Select(page => page.QuerySelector("main")!.TextContent.Split("Where is that")[0]).Distinct());
        site.Clock.Advance(TimeSpan.FromDays(1));
        await TapAsync("2001:db8:1::1", study);
        Assert.Equal(2, await CountAsync(study));
    }

    [Fact]
    public async Task The_number_is_on_the_page_within_a_minute_in_every_process_and_no_other_page_is_made_anew()
    {
        var (study, other) = (await GivenAsync("Happens in many places"), await GivenAsync("Happens once"));
        using var beside = site.Beside();
        using var sql = new SqlWatch(site.File);
        TestBrowser[] readers = [site.Browser(), beside.Browser()];
        foreach (var reader in readers) Assert.DoesNotContain("Readers have told us", await ReadAsync(reader, study), StringComparison.Ordinal);
        foreach (var reader in readers) await ReadAsync(reader, other);

        for (var tap = 0; tap < 5; tap++)
        {
            var answer = await TapAsync(Elsewhere(), study);
            Assert.Equal((HttpStatusCode.Redirect, false), (answer.StatusCode, answer.Headers.Contains("Set-Cookie")));
        }

        site.Clock.Advance(TimeSpan.FromSeconds(59));
        foreach (var reader in readers) Assert.Contains(Shown, await ReadAsync(reader, study), StringComparison.Ordinal);
        await TapAsync(Elsewhere(), study);
        site.Clock.Advance(TimeSpan.FromSeconds(59));
        sql.Take();
        // The fifth tap was for one page only, and a sixth changes nothing that is shown.
        foreach (var reader in readers) await ReadAsync(reader, other);
        foreach (var reader in readers) await ReadAsync(reader, study);
        Assert.DoesNotContain(sql.Take(), statement => statement.Sql.Contains("TheStory", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tap_of_another_site_is_refused_and_a_browser_that_says_nothing_presses_twice()
    {
        var study = await GivenAsync("Tapped from elsewhere");
        using var foreign = site.From(Elsewhere());
        foreign.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var old = site.From(Elsewhere());

        var refused = await foreign.PostAsync($"/here-too/{study.Slug}", []);
        var asked = await old.SubmitAsync($"/case-studies/{study.Slug}", []);
        var before = await CountAsync(study);
        var again = await old.SubmitAsync(await TestBrowser.DocumentAsync(asked), $"/here-too/{study.Slug}", []);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (refused.StatusCode, asked.StatusCode, again.StatusCode));
        Assert.Equal((0, 1), (before, await CountAsync(study)));
    }

    [Fact]
    public async Task What_is_added_on_the_page_that_thanks_is_kept_and_a_publisher_reads_it()
    {
        var study = await GivenAsync("Where and who");
        using var reader = Reader(Elsewhere());
        var address = (await reader.PostAsync($"/here-too/{study.Slug}", [])).Headers.Location!.OriginalString;
        var wrong = await reader.SubmitAsync(address, new() { ["Form.Place"] = "99999" });
        var leeds = (await reader.PageAsync(address)).QuerySelectorAll("option").Single(option => option.TextContent == "Leeds").GetAttribute("value")!;

        await reader.DoAsync(address, new() { ["Form.Place"] = leeds, ["Form.WhoIsTelling"] = "Manager" });

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(0, reader.Cookies.Count);
        using var desk = await site.SignedIn(Roles.Publisher, "desk@example.org");
        var beside = (await desk.PageAsync($"/moderation/case-studies/{study.CaseStudy}")).QuerySelector("aside[aria-labelledby=beside]")!.TextContent;
        Assert.Contains("1 tap of readers", beside, StringComparison.Ordinal);
        Assert.Contains("Leeds 1", beside, StringComparison.Ordinal);
        Assert.Contains("Manager 1", beside, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tap_on_what_was_taken_back_meanwhile_is_told_so()
    {
        var study = await GivenAsync("Taken back meanwhile");
        using var reader = Reader(Elsewhere());
        var page = await reader.PageAsync($"/case-studies/{study.Slug}");
        await site.Get<InfoStory.Rights.Withdrawal>().WithdrawAsync(study.Id, default);

        var answer = await reader.SubmitAsync(page, $"/case-studies/{study.Slug}", []);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync("/here-too/was-never-there", [])).StatusCode);
    }

    [Fact]
    public async Task A_network_taps_a_hundred_case_studies_a_day_and_no_more()
    {
        var study = await GivenAsync("One of very many");
        var once = site.Services.GetRequiredService<InfoStory.Web.RateLimiting.OncePerNetwork>();
        var from = new Microsoft.AspNetCore.Http.DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("198.51.100.99") } };
        for (var number = 0; number < 100; number++) Assert.True(once.Count(from, $"study {number}"));

        var answer = await TapAsync("198.51.100.99", study);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains(Said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(study));
    }

    private static string Elsewhere() => $"203.0.113.{Interlocked.Increment(ref networks)}";

    private static async Task<string> ReadAsync(TestBrowser reader, GivenStory study) =>
        (await reader.PageAsync($"/case-studies/{study.Slug}")).Body!.TextContent;

    private TestBrowser Reader(string address)
    {
        var browser = site.From(address);
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    private async Task<GivenStory> GivenAsync(string title)
    {
        var given = await site.Given(A.Story().Titled(title).Published());
        await site.Services.GetRequiredService<EditionWatch>().WaitUntilKnownAsync(CancellationToken.None);
        return given;
    }

    private async Task<HttpResponseMessage> TapAsync(string from, GivenStory study)
    {
        using var reader = Reader(from);
        return await reader.PostAsync($"/here-too/{study.Slug}", []);
    }

    private Task<int> CountAsync(GivenStory study) =>
        site.Get<InfoStoryContext>().HereTooTaps.CountAsync(tap => tap.CaseStudyId == study.CaseStudy);
}
