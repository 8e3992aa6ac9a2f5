using System.Net;
using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Web.Staff;

namespace InfoStory.Web.Tests.Staff;

/// <summary>What administrators do to accounts, and people to their own sessions, by the pages.</summary>
public sealed class StaffPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Somebody_is_invited_by_a_link_that_is_shown_until_they_have_it_and_works_once()
    {
        using var administrator = await site.SignedIn(Roles.Administrator, "inviter@example.org");

        var answer = await administrator.SubmitAsync("/moderation/staff/new", new() { ["Form.Email"] = " new@example.org ", ["Form.Roles"] = "Publisher" });
        var account = answer.Headers.Location!.OriginalString;
        var page = await administrator.PageAsync(account);
        var link = page.QuerySelector(".govuk-inset-text .desk-address")!.TextContent;

        Assert.Contains("Invited as Publisher, by inviter@example.org", page.Body!.TextContent, StringComparison.Ordinal);
        await administrator.DoAsync(await administrator.PageAsync(account), account, [], "PassedOn");
        Assert.Null((await administrator.PageAsync(account)).QuerySelector(".govuk-inset-text"));
        using var newcomer = site.Browser();
        var fields = new Dictionary<string, string> { ["Form.Password"] = "four words apart today", ["Form.Again"] = "four words apart today" };
        Assert.Equal(HttpStatusCode.Redirect, (await newcomer.SubmitAsync(new Uri(link).PathAndQuery, fields)).StatusCode);
        Assert.Equal("/moderation", (await newcomer.SubmitAsync(
            "/sign-in", new() { ["Form.Email"] = "new@example.org", ["Form.Password"] = "four words apart today" })).Headers.Location!.OriginalString);
        Assert.Contains(
            "Publisher Open No 24 November 2026", Row(await administrator.PageAsync("/moderation/staff"), "new@example.org"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Moderator", "Enter an email address")]
    [InlineData("no address", "Moderator", "Enter an email address")]
    [InlineData("á@example.org", "Moderator", "Enter an email address")]
    [InlineData("Asker@example.org", "Moderator", "has an account already")]
    [InlineData("fresh@example.org", "None", "Choose at least one role")]
    public async Task An_invitation_that_makes_no_sense_is_refused_with_a_sentence(string email, string role, string sentence)
    {
        using var administrator = await site.SignedIn(Roles.Administrator, "asker@example.org");

        var answer = await administrator.SubmitAsync("/moderation/staff/new", new() { ["Form.Email"] = email, ["Form.Roles"] = role });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_roles_end_the_sessions_and_whoever_saw_older_ones_is_told()
    {
        using var administrator = await site.SignedIn(Roles.Administrator, "giver@example.org");
        using var member = await site.SignedIn(Roles.Moderator, "member@example.org");
        var page = await PageOfAsync("member@example.org");
        var seen = await administrator.PageAsync(page);

        var saved = await administrator.SubmitAsync(seen, page, new() { ["Form.Roles"] = "Publisher" }, "Roles");
        var late = await administrator.SubmitAsync(seen, page, new() { ["Form.Roles"] = "SafeguardingLead" }, "Roles");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (saved.StatusCode, late.StatusCode));
        Assert.StartsWith("/sign-in", (await member.GetAsync("/moderation")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(Roles.Publisher, (await site.Get<StaffAccounts>().FindAsync("member@example.org")).Roles);
    }

    [Fact]
    public async Task An_account_is_closed_and_opened_again_without_its_old_password()
    {
        using var administrator = await site.SignedIn(Roles.Administrator, "closer@example.org");
        using var member = await site.SignedIn(Roles.Moderator, "returner@example.org");
        var page = await PageOfAsync("returner@example.org");

        await administrator.DoAsync(page, [], "Close");
        Assert.StartsWith("/sign-in", (await member.GetAsync("/moderation")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        await administrator.DoAsync(page, [], "OpenAgain");

        Assert.NotNull((await administrator.PageAsync(page)).QuerySelector(".govuk-inset-text .desk-address"));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await member.SubmitAsync("/sign-in", new() { ["Form.Email"] = "returner@example.org", ["Form.Password"] = A.Password })).StatusCode);
    }

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_it_there()
    {
        using var here = await site.SignedIn(Roles.Moderator, "many@example.org");
        using var phone = site.Browser();
        phone.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 "
            + "like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1");
        await phone.DoAsync("/sign-in", new() { ["Form.Email"] = "many@example.org", ["Form.Password"] = A.Password });
        using var third = site.Browser();
        await third.DoAsync("/sign-in", new() { ["Form.Email"] = "many@example.org", ["Form.Password"] = A.Password });
        var page = await third.PageAsync("/account");
        Assert.Contains("Safari on an iPhone, since 24 November 2026", page.Body!.TextContent, StringComparison.Ordinal);

        await third.DoAsync(page, "/account", [], "EndOthers");

        foreach (var ended in new[] { here, phone })
            Assert.StartsWith("/sign-in", (await ended.GetAsync("/moderation")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await third.GetAsync("/moderation")).StatusCode);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_person()
    {
        using var mine = await site.SignedIn(Roles.Moderator, "mine@example.org");
        using var theirs = await site.SignedIn(Roles.Moderator, "theirs@example.org");
        var sessions = site.Get<StaffSessions>();
        var id = Assert.Single(await sessions.OfAsync((await site.Get<StaffAccounts>().FindAsync("theirs@example.org")).Id, default)).Id;
        var token = (await mine.PageAsync("/sign-out")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await mine.PostAsync("/account?handler=End", [new("__RequestVerificationToken", token), new("session", $"{id}")]);

        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync("/moderation")).StatusCode);
    }

    [Fact]
    public async Task The_day_on_which_a_session_was_last_used_is_kept_and_no_address()
    {
        using var own = new TestSite();
        using var browser = await own.SignedIn(Roles.Moderator, "daily@example.org");
        var id = (await own.Get<StaffAccounts>().FindAsync("daily@example.org")).Id;
        own.Clock.Advance(TimeSpan.FromHours(4));
        await browser.GetAsync("/moderation");
        own.Clock.Advance(TimeSpan.FromHours(4));
        await browser.GetAsync("/moderation");
        own.Clock.Advance(TimeSpan.FromHours(7));
        await browser.GetAsync("/moderation");

        var session = Assert.Single(await own.Get<StaffSessions>().OfAsync(id, default));

        Assert.Equal(new DateOnly(2026, 11, 25), session.LastUsedOn);
        Assert.DoesNotContain("127.0.0.1", await own.DumpAsync(), StringComparison.Ordinal);
    }

    private static string Row(AngleSharp.Html.Dom.IHtmlDocument page, string email) =>
        page.QuerySelectorAll("tr").Select(row => row.Words()).Single(row => row.Contains(email, StringComparison.Ordinal));

    private async Task<string> PageOfAsync(string email) => $"/moderation/staff/{(await site.Get<StaffAccounts>().FindAsync(email)).Id}";
}
