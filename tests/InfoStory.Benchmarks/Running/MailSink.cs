using System.Buffers;
using System.Net;
using SmtpServer;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using ServiceProvider = SmtpServer.ComponentModel.ServiceProvider;

namespace InfoStory.Benchmarks.Running;

/// <summary>A mail server on loopback that takes every letter and keeps the bytes of the last.</summary>
internal sealed class MailSink : IDisposable
{
    private SmtpServer.SmtpServer? server;

    public int Port { get; private set; }

    public byte[] Last { get; private set; } = [];

    public static async Task<MailSink> StartAsync()
    {
        var (sink, started, listening, services) = (new MailSink(), new TaskCompletionSource<EndPoint>(), new EndpointListenerFactory(), new ServiceProvider());
        listening.EndpointStarted += (_, endpoint) => started.SetResult(endpoint.LocalEndPoint);
        services.Add(new Store(sink));
        services.Add(listening);
        sink.server = new(
            new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint => endpoint.Endpoint(new(IPAddress.Loopback, 0))).Build(), services);
        _ = sink.server.StartAsync(CancellationToken.None);
        sink.Port = ((IPEndPoint)await started.Task).Port;
        return sink;
    }

    public void Dispose() => server?.Shutdown();

    /// <summary>The library disposes its store after each letter.</summary>
    private sealed class Store(MailSink sink) : MessageStore
    {
        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            sink.Last = buffer.ToArray();
            return Task.FromResult(SmtpResponse.Ok);
        }
    }
}
