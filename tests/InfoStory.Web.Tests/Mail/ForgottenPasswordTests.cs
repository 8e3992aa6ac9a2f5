using System.Net;
using System.Text.RegularExpressions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InfoStory.Web.Tests.Mail;

public sealed class ForgottenPasswordTests
{
    [Fact]
    public async Task A_link_arrives_by_mail_and_lets_its_reader_choose_a_password_once()
    {
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(server.Port);
        await site.AddStaffAsync("forgetful@example.org", Roles.Moderator);
        using var browser = site.Browser();

        await browser.DoAsync("/sign-in/forgotten", new() { ["Form.Email"] = "forgetful@example.org" });
        await SentAsync(site);
        var message = await server.NextAsync();

        Assert.Equal(("infostory@localhost", "forgetful@example.org"), (message.From, Assert.Single(message.To)));
        Assert.EndsWith("Office of the Tests\n2 Proof Road, Testham\noffice@example.org\n01632 960002", message.Text.ReplaceLineEndings("\n").TrimEnd());
        var link = new Uri(message.Text.Split('\n').Single(line => line.StartsWith("https://localhost/", StringComparison.Ordinal)).Trim()).PathAndQuery;
        var fields = new Dictionary<string, string> { ["Form.Password"] = "another long passphrase", ["Form.Again"] = "another long passphrase" };
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(link, fields)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(
            "/sign-in", new() { ["Form.Email"] = "forgetful@example.org", ["Form.Password"] = "another long passphrase" })).StatusCode);
    }

    [Fact]
    public async Task An_unknown_address_is_answered_alike_and_nothing_is_written()
    {
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(server.Port);
        using var browser = site.Browser();
        await site.AddStaffAsync("known@example.org", Roles.Moderator);

        var known = await browser.SubmitAsync("/sign-in/forgotten", new() { ["Form.Email"] = "known@example.org" });
        var unknown = await browser.SubmitAsync("/sign-in/forgotten", new() { ["Form.Email"] = "nobody@example.org" });

        Assert.Equal((known.StatusCode, known.Headers.Location), (unknown.StatusCode, unknown.Headers.Location));
        await SentAsync(site);
        Assert.Empty(site.Get<InfoStoryContext>().Set<Letter>());
    }

    [Theory]
    [InlineData("known@example.org"), InlineData("nobody@example.org"), InlineData("no address"), InlineData("")]
    public async Task No_address_is_answered_before_the_same_time_has_passed_however_soon_its_work_is_done(string email)
    {
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(server.Port) { Waits = new() };
        await site.AddStaffAsync("known@example.org", Roles.Moderator);
        using var browser = site.Browser();
        var page = await browser.PageAsync("/sign-in/forgotten");

        var answer = browser.SubmitAsync(page, "/sign-in/forgotten", new() { ["Form.Email"] = email });
        var wait = await site.Waits.BegunAsync();
        while (email == "known@example.org" && !site.Get<InfoStoryContext>().Set<Letter>().Any()) await Task.Yield();
        var isAnswered = answer.IsCompleted;
        site.Waits.End();

        Assert.Equal((TimeSpan.FromMilliseconds(600), false), (wait, isAnswered));
        Assert.Equal(HttpStatusCode.Redirect, (await answer).StatusCode);
    }

    [Fact]
    public async Task However_long_the_letter_to_a_known_address_takes_its_answer_does_not_wait_for_it()
    {
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(server.Port) { Waits = new() };
        await site.AddStaffAsync("known@example.org", Roles.Moderator);
        using var browser = site.Browser();
        var page = await browser.PageAsync("/sign-in/forgotten");
        var (writing, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var slow = new Meanwhile(site.File, "FROM \"Staff\"", () =>
        {
            writing.SetResult();
            return answered.Task;
        });

        var asked = browser.SubmitAsync(page, "/sign-in/forgotten", new() { ["Form.Email"] = "known@example.org" });
        await site.Waits.BegunAsync();
        await writing.Task;
        site.Waits.End();
        var answer = await asked;
        var written = site.Get<InfoStoryContext>().Set<Letter>().Count();
        answered.SetResult();

        Assert.Equal((HttpStatusCode.Redirect, 0), (answer.StatusCode, written));
        await SentAsync(site);
    }

    [Fact]
    public async Task A_letter_waits_while_the_mail_server_is_down_and_leaves_nothing_behind_when_it_is_sent()
    {
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(server.Port);
        await site.AddStaffAsync("patient@example.org", Roles.Moderator);
        await site.Get<Outbox>().WriteAsync("staff 1", "patient@example.org", "Title", "Body", default);

        Assert.Equal(0, await site.Get<Outbox>().SendUrgentAsync(new TestPostman(_ => LetterOutcome.Later), default));
        Assert.Equal(0, await site.Get<Outbox>().SendUrgentAsync(site.Get<IPostman>(), default));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await site.Get<Outbox>().SendUrgentAsync(site.Get<IPostman>(), default));

        Assert.Empty(site.Get<InfoStoryContext>().Set<Letter>());
    }

    [Fact]
    public async Task A_letter_says_that_no_person_wrote_it_and_on_no_machine()
    {
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(server.Port);
        await site.Get<Outbox>().WriteAsync("staff 1", "reader@example.org", "Ŵyl – a title", "Ŵyl – a body", default);

        Assert.Equal(1, await site.Get<Outbox>().SendUrgentAsync(site.Get<IPostman>(), default));
        var message = await server.NextAsync();

        Assert.Equal("Ŵyl – a title", message.Subject);
        Assert.StartsWith("Ŵyl – a body\n\nOffice of the Tests\n", message.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", message.Headers);
        // As a word: what is random in a header may hold the two letters of a short name.
        var machine = new Regex($"(?<![a-z0-9]){Regex.Escape(Environment.MachineName)}(?![a-z0-9])", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(message.Headers, machine.IsMatch);
    }

    [Fact]
    public async Task A_letter_that_must_be_encrypted_is_not_handed_to_a_server_that_cannot()
    {
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(server.Port, startTls: true);
        await site.Get<Outbox>().WriteAsync("staff 1", "reader@example.org", "Title", "Body", default);

        Assert.Equal(0, await site.Get<Outbox>().SendUrgentAsync(site.Get<IPostman>(), default));

        Assert.NotEmpty(site.Get<InfoStoryContext>().Set<Letter>());
    }

    [Fact]
    public async Task Any_number_of_addresses_that_cannot_be_written_to_cost_other_letters_nothing()
    {
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(server.Port);
        for (var letter = 0; letter < 30; letter++)
            await site.Get<Outbox>().WriteAsync($"staff {letter + 10}", "(x@example.org)", "Title", "Body", default);
        await site.Get<Outbox>().WriteAsync("staff 1", "reader@example.org", "Title", "Body", default);

        Assert.Equal(1, await site.Get<Outbox>().SendUrgentAsync(site.Get<IPostman>(), default));

        Assert.Equal("reader@example.org", Assert.Single((await server.NextAsync()).To));
        Assert.Equal(30, site.Get<InfoStoryContext>().Set<Letter>().Count(letter => letter.Reason == LetterTrouble.CannotBeWrittenTo));
        var given = site.Get<InfoStoryContext>().History.Where(entry => entry.Act == HistoryAct.LetterGivenUp).Select(entry => entry.Why).ToList();
        Assert.Equal(Enumerable.Repeat("letters cannot be sent to this address", 30), given);
    }

    [Fact]
    public async Task An_address_that_only_a_newer_server_takes_is_refused_beside_its_field_where_ours_cannot_and_kept_where_it_can()
    {
        using var old = await MailServer.StartAsync(onlyAscii: true);
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(old.Port);
        await using var newer = new MailingSite(server.Port);
        using var browser = site.Browser();
        using var other = newer.Browser();

        var refused = await browser.SubmitAsync("/share/contact", new() { ["Form.Email"] = "zoë@example.org" });
        var kept = await other.SubmitAsync("/share/contact", new() { ["Form.Email"] = "zoë@example.org" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (refused.StatusCode, kept.StatusCode));
        Assert.Contains("We cannot write to an address with such letters before the @", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_pastes_their_address_with_what_nobody_sees_is_found()
    {
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(server.Port);
        await site.AddStaffAsync("o'brien@example.org", Roles.Moderator);
        using var browser = site.Browser();

        await browser.DoAsync("/sign-in/forgotten", new() { ["Form.Email"] = "\u200Bo’brien@example.org\u00A0" });

        await SentAsync(site);
        Assert.Equal("o'brien@example.org", Assert.Single((await server.NextAsync()).To));
    }

    /// <summary>Sends the letter that was asked for, as soon as it is written.</summary>
    private static async Task SentAsync(MailingSite site)
    {
        while (await site.Get<Outbox>().SendUrgentAsync(site.Get<IPostman>(), default) == 0) await Task.Yield();
    }

    /// <summary>A house without its background jobs: the test sends the letters itself.</summary>
    private sealed class MailingSite(int port, bool startTls = false) : TestSite
    {
        /// <summary>Where given, holds every wait of 600 ms until the test ends it.</summary>
        public HeldWaits? Waits { get; init; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Mail:Host", "127.0.0.1");
            builder.UseSetting("Mail:Port", port.ToString());
            builder.UseSetting("Mail:StartTls", startTls.ToString());
            builder.ConfigureServices(services =>
            {
                foreach (var host in services.Where(service => service.ImplementationType == typeof(Web.Jobs.JobHost)).ToList()) services.Remove(host);
            });
            if (Waits is { } held)
                builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new HeldClock(Clock, held))));
        }
    }

    private sealed class HeldWaits
    {
        private readonly TaskCompletionSource<TimeSpan> begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Action end = () => { };

        public Task<TimeSpan> BegunAsync() => begun.Task;

        public void Begin(TimeSpan time, Action ends)
        {
            end = ends;
            begun.TrySetResult(time);
        }

        public void End() => end();
    }

    private sealed class HeldClock(TimeProvider clock, HeldWaits held) : TimeProvider
    {
        private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(600);

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Held) return base.CreateTimer(callback, state, dueTime, period);

            held.Begin(dueTime, () => callback(state));
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
