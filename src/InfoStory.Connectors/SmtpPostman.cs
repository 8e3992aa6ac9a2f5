using InfoStory.Data.Time;
using InfoStory.Letters;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;

namespace InfoStory.Connectors;

/// <summary>Hands letters to a mail server by SMTP (RFC 5321).</summary>
/// <param name="options">Asked for every connection.</param>
public sealed partial class SmtpPostman(Func<MailOptions> options, SiteAddress site, TimeProvider clock, ILogger<SmtpPostman> logger) : IPostman
{
    private static readonly TimeSpan PatienceToAsk = TimeSpan.FromSeconds(3), AskedFor = TimeSpan.FromMinutes(10);

    private readonly LettersInHand inHand = new(clock);

    private (DateTime Until, bool TakesUnicode) asked;

    public IPostRound Open() => new SmtpRound(cancellation => ConnectAsync(options(), cancellation), () => options().From, inHand, site, clock, logger);

    /// <summary>Whether the server takes an address with any letters before the @; true where it cannot be asked now. Asked once in ten minutes.</summary>
    public async Task<bool> TakesUnicodeAsync(CancellationToken cancellation)
    {
        if (asked is { Until: var until, TakesUnicode: var known } && clock.UtcNow < until) return known;

        using var patience = new CancellationTokenSource(PatienceToAsk, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        var takes = true;
        try
        {
            using var client = await ConnectAsync(options(), limit.Token);
            takes = client.Capabilities.HasFlag(SmtpCapabilities.UTF8);
            await client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception refused) when (SmtpRound.IsRefusal(refused, cancellation))
        {
            NotAsked(refused.GetType().Name);
        }

        asked = (clock.UtcNow + AskedFor, takes);
        return takes;
    }

    private static async Task<SmtpClient> ConnectAsync(MailOptions options, CancellationToken cancellation)
    {
        // Many a mail server inside a network has a certificate of its own authority, whose list of revocations cannot be asked.
        // Its own limit comes after ours, which say what became of the letter.
        var client = new SmtpClient { CheckCertificateRevocation = false, Timeout = (int)(2 * LettersInHand.Patience).TotalMilliseconds };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Secured(options.Secured), cancellation);
            if (options.UserName is not { Length: > 0 } name) return client;

            if (options.AccessToken is { Length: > 0 } token) await client.AuthenticateAsync(new SaslMechanismOAuth2(name, token), cancellation);
            else await client.AuthenticateAsync(name, options.Password ?? "", cancellation);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static SecureSocketOptions Secured(MailSecurity security) => security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server could not be asked what it takes ({Reason})")]
    private partial void NotAsked(string reason);
}
