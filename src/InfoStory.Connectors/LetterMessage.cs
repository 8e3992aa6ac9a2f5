using InfoStory.Letters;
using MimeKit;
using MimeKit.Text;

namespace InfoStory.Connectors;

/// <summary>Makes the message of a letter (RFC 5322): the same one at every try.</summary>
internal static class LetterMessage
{
    public static MimeMessage Of(OutgoingLetter letter, MailboxAddress to, string sender, SiteAddress site)
    {
        var from = MailboxAddress.Parse(sender);
        var body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = letter.Body },
            new TextPart(TextFormat.Html) { Text = LetterHtml.Of(letter.Title, letter.Body, site.Url) },
        };
        var message = new MimeMessage([from], [to], letter.Title, body)
        {
            // The domain of the sender, so that no letter names the machine it comes from.
            MessageId = $"{letter.Token}@{from.Domain}",
            Date = new(letter.WrittenAt, TimeSpan.Zero),
        };
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (letter.ListId is { } list) message.Headers.Add(HeaderId.ListId, $"<{list}.{from.Domain}>");
        if (letter.Unsubscribe is not { } ends) return message;

        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{ends}>");
        // RFC 8058 asks for an encrypted address.
        if (ends.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return message;
    }
}
