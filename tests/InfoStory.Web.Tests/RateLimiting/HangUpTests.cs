using System.Net;
using AngleSharp.Html.Dom;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.People;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Web.RateLimiting;
using InfoStory.Web.Staff;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.RateLimiting;

/// <summary>What is guessed is counted before it is tried: neither hanging up nor guessing at once is a way round.</summary>
public sealed class HangUpTests : IDisposable
{
    private const string Second = "/sign-in/second-factor";

    private readonly HangUpSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_password_is_counted_before_it_is_tried_wherever_the_guesser_hangs_up()
    {
        List<(int Tried, int Counted)> guesses = [];

        for (var statement = 1; ; statement++)
        {
            var email = $"guessed{statement}@example.org";
            await site.AddStaffAsync(email, Roles.Moderator);
            using var guesser = site.From($"198.51.100.{statement}");
            var page = await guesser.PageAsync("/sign-in");
            var before = site.Tried;
            using var patience = new CancellationTokenSource();

            var sent = site.HangUpAtAsync(statement, () => GuessAsync(guesser, page, email, patience.Token));
            await site.Waits.ReadAsync();
            // Where the database was not asked so often, it is the half second of a wrong password that the guesser does not wait for.
            if (await Task.WhenAny(sent, Task.Run(async () => { while (site.Tried == before && !sent.IsCompleted) await Task.Yield(); })) != sent)
                await patience.CancelAsync();
            var hungUpAtStatement = await sent;

            guesses.Add((site.Tried - before, (await site.Get<StaffAccounts>().FindAsync(email)).AccessFailedCount));
            if (!hungUpAtStatement) break;
        }

        Assert.All(guesses, guess => Assert.True(guess.Counted >= guess.Tried, string.Join(' ', guesses)));
        Assert.Contains((1, 1), guesses);
    }

    [Fact]
    public async Task Hanging_up_while_a_wrong_password_waits_does_not_free_the_network()
    {
        using var guesser = site.From("198.51.100.1");
        var page = await guesser.PageAsync("/sign-in");

        for (var guess = 0; guess < HangUpSite.WrongPasswords; guess++)
        {
            using var patience = new CancellationTokenSource();
            await site.HangUpAtAsync(int.MaxValue, async () =>
            {
                var answer = GuessAsync(guesser, page, "nobody@example.org", patience.Token);
                await site.Waits.ReadAsync();
                await patience.CancelAsync();
                return await answer;
            });
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await GuessAsync(guesser, page, "nobody@example.org", default)).StatusCode);
    }

    [Fact]
    public async Task Hanging_up_while_six_wrong_words_wait_does_not_free_the_network()
    {
        using var guesser = site.From("198.51.100.1");
        var page = await guesser.PageAsync("/my-story");
        for (var guess = 0; guess < 5; guess++) Assert.Equal(HttpStatusCode.BadRequest, (await OpenAsync(default)).StatusCode);

        for (var guess = 5; guess < HangUpSite.WrongReceipts; guess++)
        {
            using var patience = new CancellationTokenSource();
            await site.HangUpAtAsync(int.MaxValue, async () =>
            {
                var answer = OpenAsync(patience.Token);
                await site.Waits.ReadAsync();
                await patience.CancelAsync();
                return await answer;
            });
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await OpenAsync(default)).StatusCode);

        Task<HttpResponseMessage> OpenAsync(CancellationToken patience) =>
            SendAsync(guesser, page, "/my-story", new() { ["Form.Receipt"] = Receipt.Of(DraftSecret.New().Bytes).ToString() }, patience);
    }

    [Fact]
    public async Task Of_twenty_passwords_guessed_at_once_from_everywhere_five_are_tried_and_then_not_even_the_right_one()
    {
        await site.AddStaffAsync("guessed@example.org", Roles.Moderator);
        var browsers = Enumerable.Range(1, 20).Select(network => site.From($"198.51.100.{network}")).ToList();
        var pages = await Task.WhenAll(browsers.Select(browser => browser.PageAsync("/sign-in")));
        using var patience = new CancellationTokenSource();

        var guesses = browsers.Zip(pages, (browser, page) => GuessAsync(browser, page, "guessed@example.org", patience.Token)).ToList();
        for (var guess = 0; guess < 20; guess++) await site.Waits.ReadAsync();
        using var late = site.From("198.51.100.99");
        var latePage = await late.PageAsync("/sign-in");
        while ((await site.Get<StaffAccounts>().FindAsync("guessed@example.org")).LockoutEnd is null) await Task.Yield();
        var lateGuess = GuessAsync(late, latePage, "guessed@example.org", patience.Token, A.Password);
        await site.Waits.ReadAsync();
        await patience.CancelAsync();
        await Task.WhenAll(guesses.Append(lateGuess).Select(guess => guess.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.InRange(site.Tried, 0, 5);
        Assert.NotNull((await site.Get<StaffAccounts>().FindAsync("guessed@example.org")).LockoutEnd);
    }

    [Fact]
    public async Task The_account_page_tries_five_present_passwords_and_then_none_for_a_quarter_of_an_hour()
    {
        using var browser = await site.SignedIn(Roles.Moderator, "stolen@example.org");
        var page = await browser.PageAsync("/account");
        var before = site.Tried;

        var wrong = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ChangeAsync("wrong")));
        var refused = await ChangeAsync(A.Password);
        var tried = site.Tried - before;
        site.Clock.Advance(TimeSpan.FromMinutes(15));
        var later = await ChangeAsync(A.Password);

        Assert.Equal((5, 15), (wrong.Count(one => one.StatusCode == HttpStatusCode.BadRequest), wrong.Count(one => (int)one.StatusCode == 429)));
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.Redirect, 5), (refused.StatusCode, later.StatusCode, tried));
        Assert.Contains("Try again in 15 minutes", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Task<HttpResponseMessage> ChangeAsync(string present) => browser.SubmitAsync(
            page, "/account",
            new() { ["Form.Present"] = present, ["Form.Password"] = "otter gravel lantern", ["Form.Again"] = "otter gravel lantern" });
    }

    [Fact]
    public async Task A_code_of_an_app_is_counted_before_it_is_tried_wherever_the_guesser_hangs_up()
    {
        List<(bool HungUp, int Tried, int Counted)> guesses = [];

        for (var statement = 1; ; statement++)
        {
            var (guesser, page, id) = await HalfSignedInAsync($"coded{statement}@example.org", $"198.51.100.{statement}");
            using var watch = new SqlWatch(site.File);

            var hungUp = await site.HangUpAtAsync(statement, () => SendAsync(guesser, page, Second, new() { ["Form.Code"] = "000000" }, default));

            // Only trying a code takes the key itself out of the database.
            var tried = watch.Take().Count(one => one.Sql.StartsWith("SELECT \"s\".\"AuthenticatorKey\"", StringComparison.Ordinal));
            guesses.Add((hungUp, tried, (await site.Get<StaffAccounts>().FindAsync(id)).CodesTried));
            guesser.Dispose();
            if (!hungUp) break;
        }

        Assert.All(guesses, guess => Assert.True(guess.Counted >= guess.Tried, string.Join(' ', guesses)));
        Assert.Equal((false, 1, 1), guesses[^1]);
        Assert.Contains((true, 1, 1), guesses);
    }

    [Theory]
    [InlineData(Second, "Form.Code"), InlineData(Second + "?handler=Recover", "Form.RecoveryCode")]
    public async Task Hanging_up_while_a_code_is_tried_does_not_free_the_network(string path, string field)
    {
        var last = 0;
        for (var isLast = false; !isLast; last++)
        {
            var (guesser, page, _) = await HalfSignedInAsync($"first{last}@example.org", "198.51.100.201");
            isLast = !await site.HangUpAtAsync(last + 1, () => SendAsync(guesser, page, path, new() { [field] = "000000" }, default));
            guesser.Dispose();
        }

        // At the last statement that an answer to a wrong code runs, the code was tried: from another network, and each time for another account.
        for (var guess = 0; guess < HangUpSite.WrongPasswords; guess++)
        {
            var (guesser, page, _) = await HalfSignedInAsync($"many{guess}@example.org", "198.51.100.202");
            Assert.True(await site.HangUpAtAsync(last - 1, () => SendAsync(guesser, page, path, new() { [field] = "000000" }, default)));
            guesser.Dispose();
        }

        var (late, latePage, _) = await HalfSignedInAsync("late@example.org", "198.51.100.203");
        late.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        late.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.202");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(late, latePage, path, new() { [field] = "000000" }, default)).StatusCode);
        late.Dispose();
    }

    [Fact]
    public async Task A_recovery_code_is_used_up_and_written_down_or_neither_wherever_its_owner_hangs_up()
    {
        for (var statement = 1; ; statement++)
        {
            var email = $"recovers{statement}@example.org";
            var (owner, page, id) = await HalfSignedInAsync(email, $"198.51.100.{statement}");
            var code = (await site.Get<SecondFactors>().NewRecoveryCodesAsync(id, default))[0];

            var hungUp = await site.HangUpAtAsync(
                statement, () => SendAsync(owner, page, $"{Second}?handler=Recover", new() { ["Form.RecoveryCode"] = code }, default));

            var db = site.Get<InfoStoryContext>();
            var used = StaffRecoveryCode.Many - await db.Set<StaffRecoveryCode>().CountAsync(one => one.StaffId == id);
            var subject = StaffHistory.Subject(id);
            Assert.Equal(used, await db.History.CountAsync(entry => entry.Subject == subject && entry.Act == HistoryAct.RecoveryCodeUsed));
            Assert.InRange(used, hungUp ? 0 : 1, 1);
            owner.Dispose();
            if (!hungUp) break;
        }
    }

    [Fact]
    public void Every_page_that_counts_guesses_is_walked_here()
    {
        var counting = typeof(AttemptThrottle).Assembly.GetTypes()
            .Where(type => type.GetConstructors().Any(made => made.GetParameters().Any(one => one.ParameterType == typeof(AttemptThrottle))));

        Assert.Equal(
            ["InfoStory.Web.Pages.MyStory.IndexModel", "InfoStory.Web.Pages.SignIn.IndexModel", "InfoStory.Web.Pages.SignIn.SecondFactorModel"],
            counting.Select(type => type.FullName!).Order(StringComparer.Ordinal));
    }

    /// <summary>Somebody whose password was right, before the page that asks for a code.</summary>
    private async Task<(TestBrowser Browser, IHtmlDocument Page, long Id)> HalfSignedInAsync(string email, string network)
    {
        await site.AddStaffAsync(email, Roles.Moderator);
        var id = (await site.Get<StaffAccounts>().FindAsync(email)).Id;
        var key = Totp.NewKey();
        await site.Get<SecondFactors>().SetUpAppAsync(id, key, AuthenticatorApp.CodeAt(key, site.Clock.UtcNow), default);
        var browser = site.From(network);
        await GuessAsync(browser, await browser.PageAsync("/sign-in"), email, default, A.Password);
        return (browser, await browser.PageAsync(Second), id);
    }

    private static Task<HttpResponseMessage> GuessAsync(
        TestBrowser browser, IHtmlDocument page, string email, CancellationToken patience, string password = "wrong") =>
        SendAsync(browser, page, "/sign-in", new() { ["Form.Email"] = email, ["Form.Password"] = password }, patience);

    private static async Task<HttpResponseMessage> SendAsync(
        TestBrowser browser, IHtmlDocument page, string path, Dictionary<string, string> fields, CancellationToken patience)
    {
        using var form = new FormUrlEncodedContent(TestBrowser.Fill(TestBrowser.FormOf(page, null)!, fields));
        return await browser.Client.PostAsync(new Uri(path, UriKind.Relative), form, patience);
    }
}
