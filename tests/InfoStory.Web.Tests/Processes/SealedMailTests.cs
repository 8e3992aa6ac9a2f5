using InfoStory.Connectors;
using InfoStory.Letters;
using InfoStory.Web.Tests.Mail;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoStory.Web.Tests.Processes;

/// <summary>Letters go to a mail server under TLS and with a token, and to none that cannot show who it is.</summary>
public sealed class SealedMailTests
{
    private const string Name = "infostory@example.org", Token = "a-token-of-the-test";

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task A_site_signs_in_with_its_token_under_TLS_and_its_letter_arrives(MailSecurity security)
    {
        using var server = new SealedMailServer(fromTheFirstByte: security == MailSecurity.Tls);
        var authorities = Path.GetTempFileName();
        await File.WriteAllTextAsync(authorities, server.Authority);
        await using var site = await RealSite.StartTrustingAsync(
            authorities, "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{server.Port}", "--Mail:Security", $"{security}", "--Mail:UserName", Name,
            "--Mail:AccessToken", Token, "--Mail:From", Name);
        using var reader = site.Browser();
        reader.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        await reader.DoAsync("/subscribe", new() { ["Form.Email"] = "reader@example.org", ["Form.Audience"] = "Press", ["Form.Rhythm"] = "Weekly" });
        var talk = await server.NextAsync();
        File.Delete(authorities);

        Assert.Equal($"user={Name}\u0001auth=Bearer {Token}\u0001\u0001", talk.Token);
        Assert.Contains("RCPT TO:<reader@example.org>", talk.Commands);
        Assert.Contains("/subscribe/confirm/", talk.Letter, StringComparison.Ordinal);
        Assert.Equal(security == MailSecurity.Tls ? 0 : 2, server.InClear.Count);
        Assert.DoesNotContain(server.InClear, line => !line.StartsWith("EHLO", StringComparison.Ordinal) && line != "STARTTLS");
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task A_server_whose_certificate_nobody_vouches_for_is_told_nothing(MailSecurity security)
    {
        using var server = new SealedMailServer(fromTheFirstByte: security == MailSecurity.Tls);
        var options = new MailOptions { Host = "127.0.0.1", Port = server.Port, Security = security, UserName = Name, AccessToken = Token, From = Name };
        var postman = new SmtpPostman(() => options, new("https://localhost"), TimeProvider.System, NullLogger<SmtpPostman>.Instance);
        await using var round = postman.Open();

        var outcome = await round.DeliverAsync(
            new(1, "a-letter", LetterLane.Personal, "reader@example.org", "Title", "Body", A.Tuesday.UtcDateTime), default);

        Assert.Equal(LetterOutcome.NobodyThere, outcome);
        Assert.DoesNotContain(server.InClear, line => !line.StartsWith("EHLO", StringComparison.Ordinal) && line != "STARTTLS");
    }
}
