using InfoStory.Connectors;
using InfoStory.Letters;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoStory.Web.Tests.Mail;

/// <summary>Whatever stands in the way of one letter is an answer, not a fault, so that the next letter goes.</summary>
public sealed class SmtpPostmanTests
{
    [Fact]
    public async Task A_server_that_wants_a_password_which_the_settings_lack_takes_no_letter()
    {
        using var server = await MailServer.StartAsync(onlyWithPassword: true);

        Assert.False(await To(server).DeliverAsync(Letter, "somebody@example.org", default));
    }

    [Theory]
    [InlineData("a(b@example.org")]
    [InlineData("(x@example.org)")]
    [InlineData("@")]
    [InlineData("")]
    public async Task An_address_that_cannot_be_written_on_a_letter_is_answered_like_a_refusal(string address)
    {
        using var server = await MailServer.StartAsync();

        Assert.False(await To(server).DeliverAsync(Letter, address, default));
        Assert.True(await To(server).DeliverAsync(Letter, "next@example.org", default));
    }

    private static Letter Letter =>
        new() { Subject = "staff 1", Title = "Title", Body = "Body", WrittenAt = DateTime.UnixEpoch, NextTryAt = DateTime.UnixEpoch };

    private static SmtpPostman To(MailServer server) => new(new() { Host = "localhost", Port = server.Port }, NullLogger<SmtpPostman>.Instance);
}
