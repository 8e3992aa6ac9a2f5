using System.Net.Sockets;
using InfoStory.Letters;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;
using MimeKit.Utils;

namespace InfoStory.Connectors;

/// <summary>Hands letters to a mail server by SMTP (RFC 5321), as plain text.</summary>
public sealed partial class SmtpPostman(MailOptions options, ILogger<SmtpPostman> logger) : IPostman
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<bool> DeliverAsync(Letter letter, string to, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var message = Compose(letter, to);
            await SendAsync(message, limit.Token);
            return true;
        }
        catch (Exception refused) when (IsRefusal(refused) || (refused is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            NotDelivered(letter.Id.Value, refused.GetType().Name);
            return false;
        }
    }

    private MimeMessage Compose(Letter letter, string to)
    {
        var from = MailboxAddress.Parse(options.From);
        var message = new MimeMessage([from], [MailboxAddress.Parse(to)], letter.Title, new TextPart("plain") { Text = letter.Body })
        {
            // The domain of the sender, so that no letter names the machine it comes from.
            MessageId = MimeUtils.GenerateMessageId(from.Domain),
        };
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private async Task SendAsync(MimeMessage message, CancellationToken cancellation)
    {
        // Many a mail server inside a network has a certificate of its own authority, whose list of revocations cannot be asked.
        using var client = new SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync(options.Host, options.Port, options.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, cancellation);
        if (options.UserName is { Length: > 0 } name) await client.AuthenticateAsync(name, options.Password ?? "", cancellation);
        await client.SendAsync(message, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    /// <summary>What the address, the server, the network or the options stand in the way of; the letter waits.</summary>
    private static bool IsRefusal(Exception fault) =>
        fault is CommandException or ProtocolException or AuthenticationException or ServiceNotAuthenticatedException or SslHandshakeException
            or ParseException or SocketException or IOException or NotSupportedException;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} could not be handed over ({Reason}) and will be tried again")]
    private partial void NotDelivered(long letter, string reason);
}
