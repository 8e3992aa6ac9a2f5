using System.Diagnostics;
using System.Text.Json;

namespace InfoStory.Web.Tests.Mail;

/// <summary>A real mail server on loopback, run by Node.</summary>
internal sealed class MailServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process node;

    private MailServer(Process node, int port)
    {
        this.node = node;
        Port = port;
    }

    public int Port { get; }

    public static async Task<MailServer> StartAsync()
    {
        var script = Path.Combine(Repository.Root, "tests/InfoStory.Web.Tests/Mail/server.mjs");
        var started = Process.Start(new ProcessStartInfo("node", script) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return new(started, int.Parse((await started.StandardOutput.ReadLineAsync().WaitAsync(Patience))!));
    }

    /// <summary>The next message that arrives.</summary>
    public async Task<Message> NextAsync() =>
        JsonSerializer.Deserialize<Message>((await node.StandardOutput.ReadLineAsync().WaitAsync(Patience))!, JsonSerializerOptions.Web)!;

    public void Dispose()
    {
        node.Kill();
        node.Dispose();
    }

    internal sealed record Message(string From, string[] To, string Text);
}
