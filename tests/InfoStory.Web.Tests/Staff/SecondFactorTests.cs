using System.Net;
using System.Text.RegularExpressions;
using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Web.Commands;

namespace InfoStory.Web.Tests.Staff;

/// <summary>A second factor: asked for, required, set up, used, lost.</summary>
public sealed class SecondFactorTests(StrictSite site) : IClassFixture<StrictSite>
{
    private const string SetUp = "/account/second-factor", Second = "/sign-in/second-factor";

    [Fact]
    public async Task Without_one_a_password_leads_to_setting_one_up_and_nowhere_else_on_the_desk()
    {
        await site.AddStaffAsync("half@example.org", Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead | Roles.Administrator);
        using var browser = site.Browser();
        List<string> wrong = [];

        Assert.Equal(SetUp, (await StrictSite.SignInAsync(browser, "half@example.org")).Headers.Location!.OriginalString);
        var token = (await browser.PageAsync("/sign-out")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var row in AccessTable.Rows.Where(row => Regex.IsMatch(row.Route, "^/(?:moderation|account)", RegexOptions.NonBacktracking)
            && !row.Route.StartsWith(SetUp, StringComparison.Ordinal)))
        {
            var address = Regex.Replace(row.Address, @"\{[^}]*\}", "1", RegexOptions.NonBacktracking);
            var answer = row.Method == "GET" ? await browser.GetAsync(address) : await browser.PostAsync(address, [new("__RequestVerificationToken", token)]);
            if (answer.Headers.Location?.OriginalString != SetUp) wrong.Add($"{row.Method} {address} answered {(int)answer.StatusCode}");
        }

        Assert.Empty(wrong);
        Assert.Empty((await browser.PageAsync(SetUp)).QuerySelectorAll("header a[href^='/moderation/']"));
    }

    [Fact]
    public async Task Nothing_but_a_second_factor_opens_the_desk_not_even_removing_one_that_is_not_there()
    {
        await site.AddStaffAsync("trickster@example.org", Roles.Moderator);
        using var browser = site.Browser();
        await StrictSite.SignInAsync(browser, "trickster@example.org");

        foreach (var handler in new[] { "RemovePasskey", "RemoveApp", "Codes", "Passkey" })
        {
            var token = (await browser.PageAsync("/sign-out")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            await browser.PostAsync(
                $"{SetUp}?handler={handler}", [new("__RequestVerificationToken", token), new("Form.Passkey", "00"), new("Form.Credential", "{}")]);
        }

        Assert.Equal(SetUp, (await browser.GetAsync("/moderation")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_app_is_set_up_by_its_page_and_then_asked_for_and_its_codes_count_once()
    {
        using var first = site.Browser();
        var (key, codes) = await site.SetUpAsync(first, "app@example.org");
        Assert.Equal(10, codes.Count);
        Assert.Empty((await first.PageAsync(SetUp + "/recovery-codes")).QuerySelectorAll(".desk-codes li"));
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/moderation")).StatusCode);

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var second = site.Browser();
        Assert.Equal(Second, (await StrictSite.SignInAsync(second, "app@example.org")).Headers.Location!.OriginalString);
        Assert.StartsWith("/sign-in", (await second.GetAsync("/moderation")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var thief = site.Copy(second);
        var code = site.Code(key);

        var right = await second.SubmitAsync(Second, new() { ["Form.Code"] = code });
        var again = await thief.SubmitAsync(Second, new() { ["Form.Code"] = code });

        Assert.Equal("/moderation", right.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/moderation")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Fact]
    public async Task A_code_without_the_password_opens_nothing()
    {
        using var first = site.Browser();
        var (key, codes) = await site.SetUpAsync(first, "both@example.org");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var stranger = site.Browser();
        var token = (await stranger.PageAsync("/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var (handler, field, value) in new[] { ("", "Form.Code", site.Code(key)), ("?handler=Recover", "Form.RecoveryCode", codes[0]) })
        {
            var answer = await stranger.PostAsync(Second + handler, [new("__RequestVerificationToken", token), new(field, value)]);
            Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_and_a_new_password_ends_a_half_done_sign_in()
    {
        using var first = site.Browser();
        var (_, codes) = await site.SetUpAsync(first, "lost@example.org");
        using var second = site.Browser();
        using var third = site.Browser();
        await StrictSite.SignInAsync(second, "lost@example.org");
        await StrictSite.SignInAsync(third, "lost@example.org");
        using var fourth = site.Copy(third);

        Assert.Equal("/moderation", (await second.SubmitAsync(Second, new() { ["Form.RecoveryCode"] = codes[0] }, "Recover")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.BadRequest, (await third.SubmitAsync(Second, new() { ["Form.RecoveryCode"] = codes[0] }, "Recover")).StatusCode);
        var page = await fourth.PageAsync(Second);
        await site.AddStaffAsync("lost@example.org", Roles.Moderator);

        Assert.Equal(
            "/sign-in", (await fourth.SubmitAsync(page, Second, new() { ["Form.RecoveryCode"] = codes[1] }, "Recover")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Wrong_codes_stop_further_codes_but_not_a_recovery_code()
    {
        using var first = site.Browser();
        var (key, codes) = await site.SetUpAsync(first, "guessed@example.org");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var guesser = site.Browser();
        await StrictSite.SignInAsync(guesser, "guessed@example.org");

        for (var attempt = 0; attempt < SecondFactors.MostCodes; attempt++)
            Assert.Equal(HttpStatusCode.BadRequest, (await guesser.SubmitAsync(Second, new() { ["Form.Code"] = "000" })).StatusCode);
        var stopped = await guesser.SubmitAsync(Second, new() { ["Form.Code"] = site.Code(key) });

        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.Equal(
            "/moderation", (await guesser.SubmitAsync(Second, new() { ["Form.RecoveryCode"] = codes[0] }, "Recover")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_only_one_cannot_be_removed_and_changing_one_asks_for_a_fresh_sign_in()
    {
        using var browser = site.Browser();
        await site.SetUpAsync(browser, "keeper@example.org");

        var removed = await browser.SubmitAsync(SetUp, [], "RemoveApp");
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        var stale = await browser.SubmitAsync(SetUp, [], "Codes");

        Assert.Equal(HttpStatusCode.Conflict, removed.StatusCode);
        Assert.Contains("only second factor", await removed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("more than half an hour ago", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_one_up_ends_the_sessions_that_began_without_it()
    {
        using var mine = site.Browser();
        using var elsewhere = site.Browser();
        await site.AddStaffAsync("twice@example.org", Roles.Moderator);
        await StrictSite.SignInAsync(elsewhere, "twice@example.org");

        await site.SetUpAsync(mine, "twice@example.org");

        Assert.StartsWith("/sign-in", (await elsewhere.GetAsync(SetUp)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await mine.GetAsync("/moderation")).StatusCode);
    }

    [Fact]
    public async Task A_command_takes_a_lost_one_away()
    {
        using var browser = site.Browser();
        await site.SetUpAsync(browser, "phoneless@example.org");
        using var said = new StringWriter { NewLine = "\n" };

        var code = await CommandLine.RunAsync(site.Services, ["staff", "reset-second-factor", "Phoneless@example.org"], said, said);

        Assert.Equal((0, "The account of Phoneless@example.org has no second factor any more, and its sessions have ended.\n"), (code, said.ToString()));
        Assert.StartsWith("/sign-in", (await browser.GetAsync("/moderation")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(SetUp, (await StrictSite.SignInAsync(browser, "phoneless@example.org")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_QR_code_says_the_key_that_the_page_shows()
    {
        await site.AddStaffAsync("square@example.org", Roles.Moderator);
        using var browser = site.Browser();
        await StrictSite.SignInAsync(browser, "square@example.org");

        var letters = (await browser.PageAsync(SetUp + "/app")).QuerySelector("strong.desk-address")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var picture = await (await browser.GetAsync(SetUp + "/qr.svg")).Content.ReadAsStringAsync();

        var address = $"otpauth://totp/InfoStory:square%40example.org?secret={letters}&issuer=InfoStory&algorithm=SHA1&digits=6&period=30";
        Assert.Equal(QrCodes.Svg(address), picture);
    }
}
