using System.Net.Sockets;
using InfoStory.Data;
using InfoStory.Letters;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace InfoStory.Connectors;

/// <summary>
/// Many letters over one connection. One that breaks is opened anew, once for each letter; one that broke after the whole letter was sent may have taken it, so
/// that letter goes again under the same Message-Id. What ends so on a connection of its own costs a try, and is not tried without end. A server that has a
/// letter and says nothing is left with it, and the next letter has a connection of its own (<see cref="LettersInHand"/>).
/// </summary>
internal sealed partial class SmtpRound(
    Func<CancellationToken, Task<SmtpClient>> connect, Func<string> from, LettersInHand inHand, SiteAddress site, TimeProvider clock, ILogger logger)
    : IPostRound
{
    /// <summary>So long a connection may take, and so long one letter holds up the next.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), PatienceToLeave = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Enhanced codes (RFC 3463, RFC 7505) that say it of the address. "550" alone may be a relay that refuses all, a policy, or a mailbox that is full.
    /// </summary>
    private static readonly string[] NobodyHasIt = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"];

    private SmtpClient? client;
    private SmtpCapabilities can;

    public async Task<LetterOutcome> DeliverAsync(OutgoingLetter letter, CancellationToken cancellation)
    {
        if (!MailboxAddress.TryParse(letter.To, out var to))
        {
            CannotBeWrittenTo(letter.Number);
            return LetterOutcome.Never;
        }

        return await TryAsync(letter, to, cancellation) ?? await TryAsync(letter, to, cancellation) switch
        {
            // The connection that broke may have taken it.
            null or LetterOutcome.NobodyThere => LetterOutcome.Later,
            { } delivery => delivery,
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (client is null) return;

        using var patience = new CancellationTokenSource(PatienceToLeave, clock);
        try
        {
            await client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception refused) when (IsRefusal(refused, CancellationToken.None))
        {
            // It has gone before we said goodbye.
        }

        Close();
    }

    /// <summary>What the address, the server, the network or the options stand in the way of.</summary>
    internal static bool IsRefusal(Exception fault, CancellationToken cancellation) =>
        fault is CommandException or ProtocolException or AuthenticationException or ServiceNotAuthenticatedException or ServiceNotConnectedException
            or SslHandshakeException or ParseException or SocketException or IOException or NotSupportedException
        || (fault is OperationCanceledException && !cancellation.IsCancellationRequested);

    /// <returns>NobodyThere where no connection or no sign-in came about; null where one broke that other letters had opened.</returns>
    private async Task<LetterOutcome?> TryAsync(OutgoingLetter letter, MailboxAddress to, CancellationToken cancellation)
    {
        var wasOpen = client is not null;
        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            if (await inHand.AskAsync(letter.Token, limit.Token) is { } came) return came;

            if (client is null)
            {
                client = await connect(limit.Token);
                can = client.Capabilities;
            }

            var sending = SendAsync(client, letter, to, cancellation);
            if (await LettersInHand.EndsAsync(sending, limit.Token)) return await sending;

            inHand.Keep(letter.Token, FinishAsync(client, letter, sending));
            client = null;
            cancellation.ThrowIfCancellationRequested();
            return LetterOutcome.Later;
        }
        catch (SmtpCommandException refused) when (refused.StatusCode != SmtpStatusCode.ServiceNotAvailable)
        {
            // It refused the connection, before anybody could name a letter.
            if (client is null) return LetterOutcome.NobodyThere;

            if (!client.IsConnected) Close();
            return Refused(letter, refused);
        }
        catch (Exception refused) when (IsRefusal(refused, cancellation))
        {
            NotDelivered(letter.Number, refused.GetType().Name);
            var isOpen = client is not null;
            Close();
            if (!isOpen || refused is ServiceNotAuthenticatedException) return LetterOutcome.NobodyThere;

            return wasOpen && refused is not OperationCanceledException ? null : LetterOutcome.Later;
        }
        catch
        {
            Close();
            throw;
        }
    }

    private async Task<LetterOutcome> SendAsync(SmtpClient open, OutgoingLetter letter, MailboxAddress to, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(LettersInHand.Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        using var message = LetterMessage.Of(letter, to, from(), site);
        var needsUnicode = EmailAddress.NeedsUnicode(to.Address);
        if (needsUnicode && !can.HasFlag(SmtpCapabilities.UTF8))
        {
            CannotBeWrittenTo(letter.Number);
            return LetterOutcome.Never;
        }

        // Only where it must be, and a domain in ASCII else: a server further on may take less than this one.
        open.Capabilities = needsUnicode ? can : can & ~SmtpCapabilities.UTF8;
        var format = FormatOptions.Default.Clone();
        format.International = needsUnicode;
        await open.SendAsync(format, message, limit.Token);
        return LetterOutcome.Done;
    }

    /// <summary>What comes of a letter that a server lingers with, on a connection that is left to it; null where nothing does.</summary>
    private async Task<LetterOutcome?> FinishAsync(SmtpClient its, OutgoingLetter letter, Task<LetterOutcome> sending)
    {
        using (its)
        {
            try
            {
                return await sending;
            }
            catch (SmtpCommandException refused) when (refused.StatusCode != SmtpStatusCode.ServiceNotAvailable)
            {
                return Refused(letter, refused);
            }
            catch (Exception refused) when (IsRefusal(refused, CancellationToken.None))
            {
                NotDelivered(letter.Number, refused.GetType().Name);
                return null;
            }
        }
    }

    private LetterOutcome Refused(OutgoingLetter letter, SmtpCommandException refused)
    {
        NotDelivered(letter.Number, $"{refused.ErrorCode}, {(int)refused.StatusCode}");
        // What it has against the sender it has against all letters.
        if (refused.ErrorCode == SmtpErrorCode.SenderNotAccepted) return LetterOutcome.NobodyThere;
        if ((int)refused.StatusCode < 500) return LetterOutcome.Later;
        return refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && NobodyHasIt.Contains(refused.Message.Split(' ')[0])
            ? LetterOutcome.NobodyHasIt
            : LetterOutcome.Refused;
    }

    private void Close()
    {
        client?.Dispose();
        client = null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} could not be handed over ({Reason})")]
    private partial void NotDelivered(long letter, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} has an address that cannot be written to from here and is given up")]
    private partial void CannotBeWrittenTo(long letter);
}
