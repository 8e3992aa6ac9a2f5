using System.Net;
using System.Threading.Channels;
using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Stories;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Tests.Staff;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("Passw0rd!2026")]
    [InlineData("P@$$w0rdP@$$w0rd")]
    [InlineData("1234567890123")]
    [InlineData("qwertyuiop123")]
    [InlineData("abcdefghijklm")]
    [InlineData("zyxwvutsrqpon")]
    [InlineData("abcabcabcabcab")]
    [InlineData("letmeinletmein")]
    [InlineData("Welcome2026!!")]
    [InlineData("Summer2026Summer")]
    [InlineData("Liverpool-1892-fc")]
    [InlineData("infostory2026")]
    [InlineData("My1nf0st0ry!!")]
    [InlineData("ada.lovelace1815")]
    [InlineData("Lovelace.example")]
    [InlineData("correct horse battery staple")]
    [InlineData("ｐａｓｓｗｏｒｄ１２３４")]
    [InlineData("iloveyou iloveyou")]
    public void What_others_guess_is_refused(string password) => Assert.True(CommonPasswords.IsCommon(password, "ada.lovelace@example.org"));

    [Theory]
    [InlineData(A.Password)]
    [InlineData("another long passphrase")]
    [InlineData("otter gravel lantern")]
    [InlineData("Tuesday pelican gearbox")]
    [InlineData("vT9#kq2LmZx8w")]
    [InlineData("llyfr glas y môr")]
    public void What_is_somebodys_own_is_taken(string password) => Assert.False(CommonPasswords.IsCommon(password, "ada.lovelace@example.org"));

    [Fact]
    public async Task A_password_that_others_guess_is_refused_beside_its_box()
    {
        using var site = new TestSite();
        using var browser = await site.SignedIn(Roles.Moderator, "weak@example.org");

        var answer = await browser.SubmitAsync(
            "/account", new() { ["Form.Present"] = A.Password, ["Form.Password"] = "Welcome2026!!", ["Form.Again"] = "Welcome2026!!" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "one that others guess", (await TestBrowser.DocumentAsync(answer)).QuerySelector("#form-password-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_wrong_the_answer_is_the_same_page_after_one_slow_hash_and_half_a_second()
    {
        using var site = new CountingSite();
        await site.AddStaffAsync("known@example.org", Roles.Moderator);
        await site.AddStaffAsync("locked@example.org", Roles.Moderator);
        await site.AddStaffAsync("closed@example.org", Roles.Moderator);
        await site.Get<StaffAccounts>().CloseAsync((await site.Get<StaffAccounts>().FindAsync("closed@example.org")).Id, A.Administrator(), default);
        await site.Get<StaffAccounts>().AddAsync("invited@example.org", Roles.Moderator);
        using var browser = site.Browser();
        for (var attempt = 0; attempt < 5; attempt++) await RefusedAsync("locked@example.org", "wrong");
        List<(HttpStatusCode Status, string Page, int Hashes)> answers = [];

        foreach (var email in new[] { "known@example.org", "nobody@example.org", "locked@example.org", "closed@example.org", "invited@example.org" })
        {
            var before = site.Hashes;
            var answer = await RefusedAsync(email, email.StartsWith("known", StringComparison.Ordinal) ? "wrong" : A.Password);
            answers.Add((answer.StatusCode, (await TestBrowser.DocumentAsync(answer)).QuerySelector("main")!.TextContent, site.Hashes - before));
        }

        Assert.Single(answers.Distinct());
        Assert.Equal((HttpStatusCode.BadRequest, 1), (answers[0].Status, answers[0].Hashes));

        // Answered when the half second is over, and not before: other pages come and go meanwhile.
        async Task<HttpResponseMessage> RefusedAsync(string email, string password)
        {
            var answer = browser.SubmitAsync("/sign-in", new() { ["Form.Email"] = email, ["Form.Password"] = password });
            var wait = await site.HalfSeconds.ReadAsync();
            for (var page = 0; page < 3; page++) await browser.GetAsync("/health/live");
            Assert.False(answer.IsCompleted, $"{email} was refused at once.");
            wait.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            return await answer;
        }
    }

    [Fact]
    public void Passwords_and_six_words_are_hashed_as_slowly_as_the_program_ships_them()
    {
        using var site = new SlowSite();

        Assert.Equal(
            (100_000, 50_000), (site.Get<IOptions<PasswordHasherOptions>>().Value.IterationCount, site.Services.GetRequiredService<ReceiptKey>().Rounds));
    }

    private sealed class SlowSite : TestSite
    {
        protected override bool HashesSlowly => true;
    }

    private sealed class CountingSite : TestSite
    {
        private readonly Counting counting = new();
        private readonly Channel<ITimer> halfSeconds = System.Threading.Channels.Channel.CreateUnbounded<ITimer>();

        public int Hashes => counting.Hashes;

        /// <summary>The half seconds that somebody waits for; each is over when it is told to be.</summary>
        public ChannelReader<ITimer> HalfSeconds => halfSeconds.Reader;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<StaffMember>>(counting));
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new HeldClock(Clock, halfSeconds.Writer)));
            });
        }
    }

    private sealed class HeldClock(TimeProvider clock, ChannelWriter<ITimer> halfSeconds) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != TimeSpan.FromMilliseconds(500)) return base.CreateTimer(callback, state, dueTime, period);

            var held = base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            halfSeconds.TryWrite(held);
            return held;
        }
    }

    private sealed class Counting : IPasswordHasher<StaffMember>
    {
        private readonly PasswordHasher<StaffMember> real = new();

        public int Hashes { get; private set; }

        public string HashPassword(StaffMember user, string password)
        {
            Hashes++;
            return real.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(StaffMember user, string hashedPassword, string providedPassword)
        {
            Hashes++;
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
