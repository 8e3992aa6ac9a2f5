using AngleSharp.Html.Parser;
using InfoStory.Connectors;
using InfoStory.Letters;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace InfoStory.Web.Tests.Mail;

/// <summary>A letter is text and simple HTML of the same words; its head says what programs need, and nothing that somebody typed makes a line of it.</summary>
public sealed class LetterMessageTests
{
    private const string Site = "https://stories.example.org";

    [Fact]
    public async Task A_letter_of_a_list_says_how_to_leave_it_in_one_click()
    {
        var message = await SentAsync("Title", "Body", letter => letter with { ListId = "digest", Unsubscribe = $"{Site}/subscribe/leave?key=abc" });

        Assert.Contains("List-Id: <digest.localhost>", message.Headers);
        Assert.Contains($"List-Unsubscribe: <{Site}/subscribe/leave?key=abc>", message.Headers);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", message.Headers);
        Assert.Contains("Auto-Submitted: auto-generated", message.Headers);
        Assert.EndsWith("<the-token@localhost>", message.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_to_one_person_is_of_no_list() => Assert.DoesNotContain(
        (await SentAsync("Title", "Body")).Headers, header => header.StartsWith("List-", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public async Task Html_has_the_same_words_and_only_our_own_addresses_are_links_and_nothing_is_loaded()
    {
        var body = $"""
            A <b>bold</b> “quote” & more:
            see {Site}/case-studies/one.

            Not {Site}.evil.example/x nor {Site}@evil.example nor https://evil.example/?{Site}/ but ({Site}).
            """;

        var message = await SentAsync("<script>alert(1)</script>", body);
        var html = new HtmlParser().ParseDocument(message.Html);

        Assert.Equal([$"{Site}/case-studies/one", Site], html.Links.Select(link => link.GetAttribute("href")));
        Assert.Equal(2, html.QuerySelectorAll("p").Length);
        Assert.Empty(html.QuerySelectorAll("script, img, link, style, iframe, b, [src], [srcset], [background]"));
        Assert.DoesNotContain("url(", message.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("<script>alert(1)</script>", html.Title);
        Assert.Equal(Words(message.Text), Words(html.Body!.TextContent));
        Assert.Equal(Words(body), Words(message.Text));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<MailServer.Message> SentAsync(string title, string body, Func<OutgoingLetter, OutgoingLetter>? with = null)
    {
        using var server = await MailServer.StartAsync();
        var postman = new SmtpPostman(
            () => new() { Host = "127.0.0.1", Port = server.Port }, new(Site), new FakeTimeProvider(), NullLogger<SmtpPostman>.Instance);
        var letter = new OutgoingLetter(1, "the-token", LetterLane.Personal, "reader@example.org", title, body, DateTime.UnixEpoch);
        await using (var round = postman.Open()) Assert.Equal(LetterOutcome.Done, await round.DeliverAsync(with?.Invoke(letter) ?? letter, default));
        return await server.NextAsync();
    }
}
