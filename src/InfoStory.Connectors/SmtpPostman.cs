using System.Net;
using System.Net.Mail;
using System.Text;
using InfoStory.Letters;
using Microsoft.Extensions.Logging;

namespace InfoStory.Connectors;

/// <summary>Hands letters to a mail server by SMTP (RFC 5321), as plain text.</summary>
public sealed partial class SmtpPostman(MailOptions options, ILogger<SmtpPostman> logger) : IPostman
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<bool> DeliverAsync(Letter letter, string to, CancellationToken cancellation)
    {
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.StartTls };
        if (options.UserName is { Length: > 0 } name) client.Credentials = new NetworkCredential(name, options.Password);

        using var message = new MailMessage(options.From, to, letter.Title, letter.Body)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            Headers = { ["Auto-Submitted"] = "auto-generated" },
        };

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, limit.Token);
            return true;
        }
        catch (Exception refused) when (refused is SmtpException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            NotDelivered(letter.Id.Value, refused.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} could not be handed over ({Reason}) and will be tried again")]
    private partial void NotDelivered(long letter, string reason);
}
