using InfoStory.Connectors;
using InfoStory.Letters;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace InfoStory.Web.Tests.Mail;

/// <summary>Whatever stands in the way of one letter is an answer, not a fault, so that the next letter goes.</summary>
public sealed class SmtpPostmanTests
{
    private const string Zoe = "zoë@example.org";

    [Fact]
    public async Task A_server_that_wants_a_password_which_the_settings_lack_takes_no_letter()
    {
        using var server = await MailServer.StartAsync(onlyWithPassword: true);

        Assert.Equal(LetterOutcome.NobodyThere, await SendAsync(To(server), "somebody@example.org"));
    }

    [Theory]
    [InlineData("a(b@example.org")]
    [InlineData("(x@example.org)")]
    [InlineData("@")]
    [InlineData("")]
    public async Task An_address_that_cannot_be_written_on_a_letter_is_given_up_at_once_and_asks_nothing_of_the_server(string address)
    {
        using var server = await MailServer.StartAsync();

        Assert.Equal(LetterOutcome.Never, await SendAsync(At(1), address));
        Assert.Equal(LetterOutcome.Done, await SendAsync(To(server), "next@example.org"));
    }

    [Theory]
    [InlineData(Zoe, Zoe)]
    [InlineData("o'brien+news@example.org", "o'brien+news@example.org")]
    [InlineData("zoe@bücher.example", "zoe@xn--bcher-kva.example")]
    public async Task An_address_of_any_script_is_written_to_where_the_server_takes_it(string to, string received)
    {
        using var server = await MailServer.StartAsync();

        Assert.Equal((LetterOutcome.Done, true), (await SendAsync(To(server), to), await To(server).TakesUnicodeAsync(default)));

        Assert.Equal(received, Assert.Single((await server.NextAsync()).To));
    }

    [Fact]
    public async Task Where_the_server_takes_only_ascii_a_domain_is_written_in_ascii_and_a_name_that_has_no_such_form_is_given_up()
    {
        using var server = await MailServer.StartAsync(onlyAscii: true);
        var postman = To(server);

        Assert.Equal((LetterOutcome.Never, false), (await SendAsync(postman, Zoe), await postman.TakesUnicodeAsync(default)));
        Assert.Equal(LetterOutcome.Done, await SendAsync(postman, "zoe@bücher.example"));

        Assert.Equal("zoe@xn--bcher-kva.example", Assert.Single((await server.NextAsync()).To));
    }

    [Fact]
    public async Task While_the_server_cannot_be_asked_no_address_is_refused()
    {
        Assert.True(await At(1).TakesUnicodeAsync(default));
    }

    private static async Task<LetterOutcome> SendAsync(SmtpPostman postman, string to)
    {
        await using var round = postman.Open();
        return await round.DeliverAsync(new(1, "token", LetterLane.Personal, to, "Title", "Body", DateTime.UnixEpoch), default);
    }

    private static SmtpPostman To(MailServer server) => At(server.Port);

    private static SmtpPostman At(int port) =>
        new(() => new() { Host = "localhost", Port = port }, new("https://localhost"), new FakeTimeProvider(), NullLogger<SmtpPostman>.Instance);
}
