using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using MimeKit;
using SmtpServer;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using ServiceProvider = SmtpServer.ComponentModel.ServiceProvider;

namespace InfoStory.Web.Tests.Mail;

/// <summary>What a mail server does with a letter.</summary>
internal enum Answer
{
    Take,

    /// <summary>450 after the letter.</summary>
    Later,

    /// <summary>554 after the letter.</summary>
    Never,

    /// <summary>550 at the address.</summary>
    NoSuchReader,

    /// <summary>550 at the address, and that nobody has it.</summary>
    NobodyHasIt,

    /// <summary>554 at the address, as a server answers that takes letters from nobody here.</summary>
    NoRelay,

    /// <summary>Says nothing after the letter until the client goes.</summary>
    Stall,

    /// <summary>Says nothing after the letter until it is let go on, and takes it then.</summary>
    Slow,

    /// <summary>Ends the connection after the letter without having taken it.</summary>
    Drop,

    /// <summary>Ends the connection after the letter, having taken it and said nothing.</summary>
    TakeAndDrop,

    /// <summary>Is killed after the letter.</summary>
    Die,
}

/// <summary>A real mail server on loopback, which takes everything unless a test says otherwise.</summary>
internal sealed class MailServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<Message> taken = Channel.CreateUnbounded<Message>();
    private readonly Dictionary<string, Queue<Answer>> answers = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource stalls = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SmtpServer.SmtpServer? server;

    private MailServer()
    {
    }

    /// <summary>How many connections there were.</summary>
    public int Connections { get; private set; }

    /// <summary>All that was taken, in its order.</summary>
    public ConcurrentQueue<Message> Taken { get; } = new();

    /// <summary>A slow one goes on.</summary>
    public void GoOn() => goesOn.SetResult();

    /// <summary>Ends when a letter is stalled.</summary>
    public Task Stalls => stalls.Task.WaitAsync(Patience);

    /// <summary>What is done with the next letters to this reader; all after them are taken.</summary>
    public void Answers(string reader, params Answer[] these) => answers[reader] = new(these);

    public int Port { get; private set; }

    /// <param name="onlyWithPassword">It answers 530 to whoever does not sign in first.</param>
    /// <param name="onlyAscii">It does not say SMTPUTF8.</param>
    public static async Task<MailServer> StartAsync(bool onlyWithPassword = false, bool onlyAscii = false, int port = 0)
    {
        var started = new TaskCompletionSource<EndPoint>();
        var listening = new EndpointListenerFactory();
        listening.EndpointStarted += (_, endpoint) => started.SetResult(endpoint.LocalEndPoint);
        var store = new MailServer();
        var services = new ServiceProvider();
        services.Add(new Store(store));
        services.Add(new Door(store));
        services.Add(listening);
        if (onlyAscii) services.Add(new OldCommands());
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new(IPAddress.Loopback, port)).AuthenticationRequired(onlyWithPassword).AllowUnsecureAuthentication());
        store.server = new(options.Build(), services);

        store.server.SessionCreated += (_, _) => store.Connections++;
        _ = store.server.StartAsync(CancellationToken.None);

        store.Port = ((IPEndPoint)await started.Task.WaitAsync(Patience)).Port;
        return store;
    }

    /// <summary>The next message that arrives.</summary>
    public Task<Message> NextAsync() => taken.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    private async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        var answer = Next(transaction.To[0]);
        switch (answer)
        {
            case Answer.Later: return new((SmtpReplyCode)450, "later");
            case Answer.Never: return SmtpResponse.TransactionFailed;
            case Answer.Stall:
                stalls.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case Answer.Slow:
                stalls.TrySetResult();
                await goesOn.Task.WaitAsync(cancellationToken);
                break;
            case Answer.Die:
                Dispose();
                context.Pipe.Dispose();
                return SmtpResponse.Ok;
            case Answer.Drop:
                context.Pipe.Dispose();
                return SmtpResponse.Ok;
        }

        using var bytes = new MemoryStream(buffer.ToArray());
        using var message = await MimeMessage.LoadAsync(bytes, cancellationToken);
        List<string> headers = [.. message.Headers.Select(header => $"{header.Field}: {header.Value}")];
        var came = new Message(
            Address(transaction.From), [.. transaction.To.Select(Address)], message.Subject ?? "", message.TextBody ?? "", message.HtmlBody ?? "", headers);
        Taken.Enqueue(came);
        await taken.Writer.WriteAsync(came, cancellationToken);
        if (answer == Answer.TakeAndDrop) context.Pipe.Dispose();
        return SmtpResponse.Ok;
    }

    private Answer Next(SmtpServer.Mail.IMailbox to) =>
        answers.TryGetValue(Address(to), out var next) && next.TryDequeue(out var answer) ? answer : Answer.Take;

    /// <summary>The library disposes its store after each letter.</summary>
    private sealed class Store(MailServer server) : MessageStore
    {
        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken) =>
            server.SaveAsync(context, transaction, buffer, cancellationToken);
    }

    /// <summary>Refuses at the address.</summary>
    private sealed class Door(MailServer server) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context, SmtpServer.Mail.IMailbox to, SmtpServer.Mail.IMailbox from, CancellationToken cancellationToken) =>
            !server.answers.TryGetValue(Address(to), out var next) || !next.TryPeek(out var answer) ? Task.FromResult(true)
            : answer == Answer.NoRelay ? throw new SmtpResponseException(SmtpResponse.TransactionFailed)
            : answer == Answer.NobodyHasIt ? throw new SmtpResponseException(new(SmtpReplyCode.MailboxUnavailable, "5.1.1 Nobody has this address"))
            : Task.FromResult(answer != Answer.NoSuchReader);
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

    internal sealed record Message(string From, IReadOnlyList<string> To, string Subject, string Text, string Html, IReadOnlyList<string> Headers)
    {
        public string MessageId => Headers.Single(header => header.StartsWith("Message-Id: ", StringComparison.OrdinalIgnoreCase));
    }
}
