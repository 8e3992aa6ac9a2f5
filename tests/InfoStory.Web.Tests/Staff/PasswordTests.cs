using System.Net;
using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
    public async Task Whatever_is_wrong_the_answer_is_the_same_page_after_one_slow_hash_and_as_long_a_time()
    {
        using var site = new CountingSite();
        await site.AddStaffAsync("known@example.org", Roles.Moderator);
        await site.AddStaffAsync("locked@example.org", Roles.Moderator);
        await site.AddStaffAsync("closed@example.org", Roles.Moderator);
        await site.Get<StaffAccounts>().CloseAsync((await site.Get<StaffAccounts>().FindAsync("closed@example.org")).Id, A.Administrator(), default);
        await site.Get<StaffAccounts>().AddAsync("invited@example.org", Roles.Moderator);
        using var browser = site.Browser();
        for (var attempt = 0; attempt < 5; attempt++) await SignInAsync("locked@example.org", "wrong");
        List<(string Email, HttpStatusCode Status, string Page, int Hashes, bool Slow)> answers = [];

        foreach (var email in new[] { "known@example.org", "nobody@example.org", "locked@example.org", "closed@example.org", "invited@example.org" })
        {
            var (before, began) = (site.Hashes, TimeProvider.System.GetTimestamp());
            var answer = await SignInAsync(email, email.StartsWith("known", StringComparison.Ordinal) ? "wrong" : A.Password);
            var text = (await TestBrowser.DocumentAsync(answer)).QuerySelector("main")!.TextContent;
            answers.Add((email, answer.StatusCode, text, site.Hashes - before, TimeProvider.System.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(480)));
        }

        Assert.Single(answers.Select(answer => (answer.Status, answer.Page, answer.Hashes, answer.Slow)).Distinct());
        Assert.Equal((HttpStatusCode.BadRequest, 1, true), (answers[0].Status, answers[0].Hashes, answers[0].Slow));

        Task<HttpResponseMessage> SignInAsync(string email, string password) =>
            browser.SubmitAsync("/sign-in", new() { ["Form.Email"] = email, ["Form.Password"] = password });
    }

    private sealed class CountingSite : TestSite
    {
        private readonly Counting counting = new();

        public int Hashes => counting.Hashes;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<StaffMember>>(counting)));
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
