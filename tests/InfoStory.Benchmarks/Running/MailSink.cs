using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InfoStory.Benchmarks.Running;

/// <summary>
/// A mail server on loopback that takes every letter and keeps the bytes of the last. It is as bare as it can be and answers each command in one write: the
/// library of the tests writes an answer in pieces, and then what is measured is 40 ms a letter in which one side waits for the acknowledgement of the other.
/// </summary>
internal sealed class MailSink(TimeSpan answersAfter) : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public byte[] Last { get; private set; } = [];

    /// <param name="answersAfter">So long each answer takes: nothing where the server is in the same machine, more where it is elsewhere.</param>
    public static MailSink Start(TimeSpan answersAfter = default)
    {
        var sink = new MailSink(answersAfter);
        sink.listener.Start();
        _ = sink.AcceptAsync();
        return sink;
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptSocketAsync();
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = ServeAsync(socket);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        socket.NoDelay = true;
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, "220 localhost");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase))
                await SayAsync(stream, "250-localhost\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8");
            else if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase)) await TakeAsync(stream, reader);
            else if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                await SayAsync(stream, "221 bye");
                return;
            }
            else await SayAsync(stream, "250 ok");
        }
    }

    private async Task TakeAsync(Stream stream, StreamReader reader)
    {
        await SayAsync(stream, "354 go on");
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line and not ".") letter.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        Last = Encoding.Latin1.GetBytes(letter.ToString());
        await SayAsync(stream, "250 taken");
    }

    private async Task SayAsync(Stream stream, string answer)
    {
        if (answersAfter > TimeSpan.Zero) await Task.Delay(answersAfter);
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{answer}\r\n"));
    }
}
