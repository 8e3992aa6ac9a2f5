using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Letters;
using Microsoft.AspNetCore.Hosting;

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
        await site.Get<Outbox>().SendDueAsync(site.Get<IPostman>(), default);
        var message = await server.NextAsync();

        Assert.Equal(("infostory@localhost", "forgetful@example.org"), (message.From, Assert.Single(message.To)));
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
        Assert.Equal(1, await site.Get<Outbox>().SendDueAsync(site.Get<IPostman>(), default));
    }

    [Fact]
    public async Task A_letter_waits_while_the_mail_server_is_down_and_leaves_nothing_behind_when_it_is_sent()
    {
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(server.Port);
        await site.AddStaffAsync("patient@example.org", Roles.Moderator);
        await site.Get<Outbox>().WriteAsync("staff 1", "patient@example.org", "Title", "Body", default);

        Assert.Equal(0, await site.Get<Outbox>().SendDueAsync(new NobodyHome(), default));
        Assert.Equal(0, await site.Get<Outbox>().SendDueAsync(site.Get<IPostman>(), default));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await site.Get<Outbox>().SendDueAsync(site.Get<IPostman>(), default));

        Assert.Empty(site.Get<InfoStoryContext>().Set<Letter>());
    }

    [Fact]
    public async Task A_letter_is_plain_text_that_says_no_person_wrote_it_and_on_no_machine()
    {
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(server.Port);
        await site.Get<Outbox>().WriteAsync("staff 1", "reader@example.org", "Ŵyl – a title", "Ŵyl – a body", default);

        Assert.Equal(1, await site.Get<Outbox>().SendDueAsync(site.Get<IPostman>(), default));
        var message = await server.NextAsync();

        Assert.Equal(("Ŵyl – a title", "Ŵyl – a body"), (message.Subject, message.Text.TrimEnd()));
        Assert.Contains("Auto-Submitted: auto-generated", message.Headers);
        Assert.DoesNotContain(message.Headers, header => header.Contains(Environment.MachineName, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_letter_that_must_be_encrypted_is_not_handed_to_a_server_that_cannot()
    {
        using var server = await MailServer.StartAsync();
        await using var site = new MailingSite(server.Port, startTls: true);
        await site.Get<Outbox>().WriteAsync("staff 1", "reader@example.org", "Title", "Body", default);

        Assert.Equal(0, await site.Get<Outbox>().SendDueAsync(site.Get<IPostman>(), default));

        Assert.NotEmpty(site.Get<InfoStoryContext>().Set<Letter>());
    }

    /// <summary>A house without its background jobs: the test sends the letters itself.</summary>
    private sealed class MailingSite(int port, bool startTls = false) : TestSite
    {
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
        }
    }

    private sealed class NobodyHome : IPostman
    {
        public Task<bool> DeliverAsync(Letter letter, string to, CancellationToken cancellation) => Task.FromResult(false);
    }
}
