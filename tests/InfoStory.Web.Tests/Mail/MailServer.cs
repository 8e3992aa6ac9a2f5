using System.Buffers;
using System.Net;
using System.Threading.Channels;
using MimeKit;
using SmtpServer;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using ServiceProvider = SmtpServer.ComponentModel.ServiceProvider;

namespace InfoStory.Web.Tests.Mail;

/// <summary>A real mail server on loopback, which takes everything.</summary>
internal sealed class MailServer : MessageStore, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<Message> taken = Channel.CreateUnbounded<Message>();
    private SmtpServer.SmtpServer? server;

    private MailServer()
    {
    }

    public int Port { get; private set; }

    /// <param name="onlyWithPassword">It answers 530 to whoever does not sign in first.</param>
    /// <param name="onlyAscii">It does not say SMTPUTF8.</param>
    public static async Task<MailServer> StartAsync(bool onlyWithPassword = false, bool onlyAscii = false)
    {
        var started = new TaskCompletionSource<EndPoint>();
        var listening = new EndpointListenerFactory();
        listening.EndpointStarted += (_, endpoint) => started.SetResult(endpoint.LocalEndPoint);
        var store = new MailServer();
        var services = new ServiceProvider();
        services.Add(store);
        services.Add(listening);
        if (onlyAscii) services.Add(new OldCommands());
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new(IPAddress.Loopback, 0)).AuthenticationRequired(onlyWithPassword).AllowUnsecureAuthentication());
        store.server = new(options.Build(), services);

        _ = store.server.StartAsync(CancellationToken.None);

        store.Port = ((IPEndPoint)await started.Task.WaitAsync(Patience)).Port;
        return store;
    }

    /// <summary>The next message that arrives.</summary>
    public Task<Message> NextAsync() => taken.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(buffer.ToArray());
        using var message = await MimeMessage.LoadAsync(bytes, cancellationToken);
        List<string> headers = [.. message.Headers.Select(header => $"{header.Field}: {header.Value}")];
        await taken.Writer.WriteAsync(
            new(Address(transaction.From), [.. transaction.To.Select(Address)], message.Subject ?? "", message.TextBody ?? "", headers), cancellationToken);
        return SmtpResponse.Ok;
    }

    public void Dispose() => server?.Shutdown();

    /// <summary>Those of a server from before RFC 6531.</summary>
    private sealed class OldCommands : SmtpCommandFactory
    {
        public override SmtpCommand CreateEhlo(string domainOrAddress) => new OldEhlo(domainOrAddress);
    }

    private sealed class OldEhlo(string domainOrAddress) : EhloCommand(domainOrAddress)
    {
        protected override IEnumerable<string> GetExtensions(ISessionContext context) => base.GetExtensions(context).Where(name => name != "SMTPUTF8");
    }

    private static string Address(SmtpServer.Mail.IMailbox mailbox) => $"{mailbox.User}@{mailbox.Host}";

    internal sealed record Message(string From, IReadOnlyList<string> To, string Subject, string Text, IReadOnlyList<string> Headers);
}
