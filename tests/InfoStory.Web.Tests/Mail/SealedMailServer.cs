using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;

namespace InfoStory.Web.Tests.Mail;

/// <summary>What a mail server that can be spoken to only under TLS, and only with a token, was told.</summary>
/// <param name="Token">What was said after AUTH XOAUTH2, opened.</param>
internal sealed record SealedTalk(string Token, IReadOnlyList<string> Commands, string Letter);

/// <summary>A mail server on loopback with a certificate of its own; after STARTTLS or from the first byte (RFC 3207, RFC 8314).</summary>
internal sealed class SealedMailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Channel<SealedTalk> talks = Channel.CreateUnbounded<SealedTalk>();
    private readonly List<string> inClear = [];
    private readonly X509Certificate2 certificate = Certificate();
    private readonly bool fromTheFirstByte;

    public SealedMailServer(bool fromTheFirstByte)
    {
        this.fromTheFirstByte = fromTheFirstByte;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Its certificate, as a file of authorities has it.</summary>
    public string Authority => certificate.ExportCertificatePem();

    /// <summary>What was said before anything was encrypted.</summary>
    public IReadOnlyList<string> InClear => inClear;

    public async Task<SealedTalk> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await talks.Reader.ReadAsync(patience.Token);
    }

    public void Dispose()
    {
        listener.Dispose();
        certificate.Dispose();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=Mail server of a test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var clear = connection.GetStream();
            if (!fromTheFirstByte) await BeginAsync(clear);
            await using var closed = new SslStream(clear);
            await closed.AuthenticateAsServerAsync(certificate);
            await TalkAsync(closed);
        }
        catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException)
        {
            // Whoever does not believe the certificate hangs up.
        }
    }

    /// <summary>Byte by byte, so that nothing of what comes after STARTTLS is read with it.</summary>
    private async Task BeginAsync(Stream clear)
    {
        await SayAsync(clear, "220 localhost");
        var (line, one) = (new StringBuilder(), new byte[1]);
        while (await clear.ReadAsync(one) == 1)
        {
            line.Append((char)one[0]);
            if (one[0] != '\n') continue;

            var command = line.ToString().TrimEnd();
            line.Clear();
            inClear.Add(command);
            await SayAsync(clear, command == "STARTTLS" ? "220 go on" : "250-localhost\r\n250 STARTTLS");
            if (command == "STARTTLS") return;
        }
    }

    private async Task TalkAsync(Stream closed)
    {
        var (commands, token, letter) = (new List<string>(), "", new StringBuilder());
        using var reader = new StreamReader(closed, Encoding.Latin1);
        if (fromTheFirstByte) await SayAsync(closed, "220 localhost");
        while (await reader.ReadLineAsync() is { } line)
        {
            commands.Add(line);
            var isKnown = token.Length > 0;
            if (line.StartsWith("AUTH XOAUTH2 ", StringComparison.Ordinal)) token = Encoding.ASCII.GetString(Convert.FromBase64String(line[13..]));
            if (line == "DATA" && isKnown)
            {
                await SayAsync(closed, "354 go on");
                while (await reader.ReadLineAsync() is { } more and not ".") letter.AppendLine(more);
                await talks.Writer.WriteAsync(new(token, commands, letter.ToString()));
            }

            await SayAsync(closed, line switch
            {
                _ when line.StartsWith("EHLO", StringComparison.Ordinal) => "250-localhost\r\n250 AUTH XOAUTH2",
                _ when line.StartsWith("AUTH", StringComparison.Ordinal) => "235 welcome",
                _ => isKnown ? "250 ok" : "530 sign in first",
            });
        }
    }

    private static ValueTask SayAsync(Stream to, string line) => to.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"));
}
