using System.Net;
using InfoStory.Data.Access;
using InfoStory.Web.Commands;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>Accounts and sessions of staff: how they begin and, above all, how they end.</summary>
public sealed class StaffTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Email = "Form.Email", Password = "Form.Password";

    [Fact]
    public async Task A_session_ends_on_the_server_when_its_person_signs_out()
    {
        using var browser = await site.SignedIn(Roles.Moderator, "out@example.org");
        using var thief = site.Copy(browser);

        await browser.DoAsync("/sign-out", []);

        Assert.Equal(HttpStatusCode.OK, (await site.Browser().GetAsync("/sign-out")).StatusCode);
        Assert.Equal("/sign-in?ReturnUrl=%2Fmoderation", (await thief.GetAsync("/moderation")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_new_password_ends_every_session_of_its_account()
    {
        using var browser = await site.SignedIn(Roles.Moderator, "changer@example.org");
        using var elsewhere = await site.SignedIn(Roles.Moderator, "changer@example.org");

        var answer = await elsewhere.SubmitAsync(
            "/account", new() { ["Form.Present"] = A.Password, [Password] = "another long passphrase", ["Form.Again"] = "another long passphrase" });

        Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/moderation")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/moderation")).StatusCode);
        Assert.Equal("/moderation", (await SignInAsync("changer@example.org", "another long passphrase")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Closing_an_account_ends_its_sessions_and_nobody_can_sign_in_to_it()
    {
        using var browser = await site.SignedIn(Roles.Moderator, "leaver@example.org");

        var (code, said, _) = await RunAsync("staff", "close", "leaver@example.org");

        Assert.Equal((0, "The account of leaver@example.org is closed and its sessions have ended.\n"), (code, said));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/moderation")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync("leaver@example.org", A.Password)).StatusCode);
    }

    [Fact]
    public async Task Who_is_only_invited_has_no_sessions_that_end_when_their_roles_change()
    {
        using var administrator = await site.SignedIn(Roles.Administrator, "roles@example.org");
        var made = await administrator.SubmitAsync("/moderation/staff/new", new() { ["Form.Email"] = "not-yet@example.org", ["Form.Roles"] = "Moderator" });
        var account = made.Headers.Location!.OriginalString;

        await administrator.SubmitAsync(account, new() { ["Form.Roles"] = "Publisher" }, "Roles");

        Assert.Contains(
            "Saved. They have these roles when they first sign in", (await administrator.PageAsync(account)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_a_quarter_of_an_hour()
    {
        using var own = new TestSite();
        await own.AddStaffAsync("locked@example.org", Roles.Moderator);
        for (var attempt = 0; attempt < 5; attempt++)
            Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync("locked@example.org", "wrong", own)).StatusCode);

        var locked = await SignInAsync("locked@example.org", A.Password, own);

        Assert.Equal(HttpStatusCode.BadRequest, locked.StatusCode);
        Assert.Contains("The email address or password is not right", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody@example.org")]
    [InlineData("ＵＮＩＣＯＤＥ@example.org")]
    [InlineData("' OR '1'='1")]
    public async Task Whoever_is_unknown_is_answered_like_a_wrong_password(string email)
    {
        var answer = await SignInAsync(email, "wrong");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The email address or password is not right", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x", "Enter your email address")]
    [InlineData("somebody@example.org", "", "Enter your password")]
    public async Task Whoever_leaves_a_field_empty_is_told_which(string email, string password, string told)
    {
        var page = await TestBrowser.DocumentAsync(await SignInAsync(email, password));

        Assert.Equal(told, page.QuerySelector(".govuk-error-summary__list")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_link_of_a_new_account_chooses_a_password_once()
    {
        var (code, said, _) = await RunAsync("staff", "add", "newcomer@example.org", "Publisher");
        var link = new Uri(said.Split('\n')[1]).PathAndQuery;
        using var browser = site.Browser();
        var page = await browser.PageAsync(link);

        var unlike = await browser.SubmitAsync(page, link, new() { [Password] = "a first long password", ["Form.Again"] = "a second long password" });
        var first = await browser.SubmitAsync(page, link, new() { [Password] = "a first long password", ["Form.Again"] = "a first long password" });
        var second = await browser.SubmitAsync(page, link, new() { [Password] = "a later long password", ["Form.Again"] = "a later long password" });

        Assert.Equal(0, code);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.Gone), (unlike.StatusCode, first.StatusCode, second.StatusCode));
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link)).StatusCode);
        Assert.Equal("/moderation", (await SignInAsync("newcomer@example.org", "a first long password")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    public async Task A_weak_password_is_refused_with_a_sentence(string password)
    {
        using var browser = await site.SignedIn(Roles.Administrator, "weak@example.org");

        var answer = await browser.SubmitAsync("/account", new() { ["Form.Present"] = A.Password, [Password] = password, ["Form.Again"] = password });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Your new password must have", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_makes_an_administrator_with_a_password_from_its_environment()
    {
        Environment.SetEnvironmentVariable("INFOSTORY_TESTS_PASSWORD", "from the environment");

        var (code, said, _) = await RunAsync("staff", "add", "script@example.org", "administrator", "--password-from-env", "INFOSTORY_TESTS_PASSWORD");

        Assert.Equal((0, "script@example.org is now Administrator.\n"), (code, said));
        Assert.Equal("/moderation/overview", (await SignInAsync("script@example.org", "from the environment")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_script_says_the_role_in_the_words_of_the_pages()
    {
        var (_, said, _) = await RunAsync("staff", "add", "lead@example.org", "safeguardinglead");

        Assert.StartsWith("lead@example.org is now Safeguarding lead.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "staff")]
    [InlineData(2, "staff", "add")]
    [InlineData(2, "staff", "add", "no-address", "Moderator")]
    [InlineData(2, "staff", "add", "a@example.org", "Emperor")]
    [InlineData(2, "staff", "add", "a@example.org", "None")]
    [InlineData(2, "staff", "add", "a@example.org", "3")]
    [InlineData(2, "staff", "add", "a@example.org", "Moderator,Publisher")]
    [InlineData(2, "staff", "add", "a@example.org", "Moderator", "--password-from-env")]
    [InlineData(2, "staff", "add", "a@example.org", "Moderator", "--password-from-env", "INFOSTORY_NOT_SET")]
    [InlineData(2, "staff", "remove", "a@example.org")]
    [InlineData(2, "database", "drop")]
    [InlineData(1, "staff", "close", "unknown@example.org")]
    public async Task Words_that_make_no_sense_change_nothing_and_say_what_to_say(int expected, params string[] words)
    {
        var before = await site.DumpAsync("StaffSessions");

        var (code, said, refused) = await RunAsync(words);

        Assert.Equal((expected, ""), (code, said));
        Assert.NotEmpty(refused);
        Assert.Equal(before, await site.DumpAsync("StaffSessions"));
    }

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("https://evil.example/", "/moderation")]
    [InlineData("//evil.example/", "/moderation")]
    [InlineData("/\\evil.example", "/moderation")]
    [InlineData("javascript:alert(1)", "/moderation")]
    public async Task Signing_in_leads_only_to_pages_of_this_site(string asked, string led)
    {
        await site.AddStaffAsync("led@example.org", Roles.Moderator);
        using var browser = site.Browser();

        var answer =
            await browser.SubmitAsync($"/sign-in?ReturnUrl={Uri.EscapeDataString(asked)}", new() { [Email] = "led@example.org", [Password] = A.Password });

        Assert.Equal(led, answer.Headers.Location!.OriginalString);
    }

    private async Task<HttpResponseMessage> SignInAsync(string email, string password, TestSite? at = null)
    {
        using var browser = (at ?? site).Browser();
        return await browser.SubmitAsync("/sign-in", new() { [Email] = email, [Password] = password });
    }

    private async Task<(int Code, string Said, string Refused)> RunAsync(params string[] words)
    {
        using var said = new StringWriter { NewLine = "\n" };
        using var refused = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(site.Services, words, said, refused);
        return (code, said.ToString(), refused.ToString());
    }
}
