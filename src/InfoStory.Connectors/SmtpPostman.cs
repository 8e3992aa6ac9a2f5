using System.Net.Sockets;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Letters;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;
using MimeKit.Utils;

namespace InfoStory.Connectors;

/// <summary>Hands letters to a mail server by SMTP (RFC 5321), as plain text.</summary>
public sealed partial class SmtpPostman(MailOptions options, TimeProvider clock, ILogger<SmtpPostman> logger) : IPostman
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), PatienceToAsk = TimeSpan.FromSeconds(3), AskedFor = TimeSpan.FromMinutes(10);

    private (DateTime Until, bool TakesUnicode) asked;

    /// <summary>Whether the server takes an address with any letters before the @; true where it cannot be asked now. Asked once in ten minutes.</summary>
    public async Task<bool> TakesUnicodeAsync(CancellationToken cancellation)
    {
        if (asked is { Until: var until, TakesUnicode: var known } && clock.UtcNow < until) return known;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(PatienceToAsk);
        var takes = true;
        try
        {
            using var client = await ConnectAsync(limit.Token);
            takes = client.Capabilities.HasFlag(SmtpCapabilities.UTF8);
            await client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception refused) when (IsRefusal(refused) || (refused is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            NotAsked(refused.GetType().Name);
        }

        asked = (clock.UtcNow + AskedFor, takes);
        return takes;
    }

    public async Task<Delivery> DeliverAsync(Letter letter, string to, CancellationToken cancellation)
    {
        if (!MailboxAddress.TryParse(to, out var recipient))
        {
            CannotBeWrittenTo(letter.Id.Value);
            return Delivery.Never;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var needsUnicode = EmailAddress.NeedsUnicode(recipient.Address);
            using var message = Compose(letter, recipient);
            return await SendAsync(letter, message, needsUnicode, limit.Token);
        }
        catch (Exception refused) when (IsRefusal(refused) || (refused is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            NotDelivered(letter.Id.Value, refused.GetType().Name);
            return Delivery.Later;
        }
    }

    private MimeMessage Compose(Letter letter, MailboxAddress to)
    {
        var from = MailboxAddress.Parse(options.From);
        var message = new MimeMessage([from], [to], letter.Title, new TextPart("plain") { Text = letter.Body })
        {
            // The domain of the sender, so that no letter names the machine it comes from.
            MessageId = MimeUtils.GenerateMessageId(from.Domain),
        };
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private async Task<Delivery> SendAsync(Letter letter, MimeMessage message, bool needsUnicode, CancellationToken cancellation)
    {
        using var client = await ConnectAsync(cancellation);
        if (needsUnicode && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
        {
            CannotBeWrittenTo(letter.Id.Value);
            return Delivery.Never;
        }

        // Only where it must be, and a domain in ASCII else: a server further on may take less than this one.
        if (!needsUnicode) client.Capabilities &= ~SmtpCapabilities.UTF8;
        var format = FormatOptions.Default.Clone();
        format.International = needsUnicode;
        await client.SendAsync(format, message, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
        return Delivery.Done;
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellation)
    {
        // Many a mail server inside a network has a certificate of its own authority, whose list of revocations cannot be asked.
        var client = new SmtpClient { CheckCertificateRevocation = false };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, options.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, cancellation);
            if (options.UserName is { Length: > 0 } name) await client.AuthenticateAsync(name, options.Password ?? "", cancellation);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>What the address, the server, the network or the options stand in the way of; the letter waits.</summary>
    private static bool IsRefusal(Exception fault) =>
        fault is CommandException or ProtocolException or AuthenticationException or ServiceNotAuthenticatedException or SslHandshakeException
            or ParseException or SocketException or IOException or NotSupportedException;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} could not be handed over ({Reason}) and will be tried again")]
    private partial void NotDelivered(long letter, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} has an address that cannot be written to from here and is given up")]
    private partial void CannotBeWrittenTo(long letter);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server could not be asked what it takes ({Reason})")]
    private partial void NotAsked(string reason);
}
