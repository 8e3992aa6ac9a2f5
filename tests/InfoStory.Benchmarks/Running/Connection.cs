using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace InfoStory.Benchmarks.Running;

/// <summary>What came back: the status, and where in the buffer of the connection the body stands.</summary>
internal sealed record Answer(int Status, int BodyStart, int Length);

/// <summary>
/// One connection that is kept open. It reads just enough of HTTP/1.1 to know where an answer ends, so that it costs the server's neighbours little.
/// </summary>
internal sealed class Connection : IDisposable
{
    private const int Patience = 30_000, Largest = 1024 * 1024;

    private readonly Socket socket =
        new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = Patience, SendTimeout = Patience };
    private readonly byte[] buffer = new byte[Largest];

    public Connection(int port) => socket.Connect(IPAddress.Loopback, port);

    /// <summary>The body of the last answer, without transfer coding only where the server gave its length.</summary>
    public ReadOnlySpan<byte> Body(Answer answer) => buffer.AsSpan(answer.BodyStart, answer.Length);

    public Answer Send(byte[] request)
    {
        socket.Send(request);
        var (filled, head) = (0, -1);
        while (head < 0)
        {
            filled += Receive(filled);
            head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }

        var status = Number(buffer.AsSpan(9, 3));
        var start = head + 4;
        var headers = buffer.AsSpan(0, head);
        var length = headers.IndexOf("\r\nContent-Length: "u8) is var at and >= 0 ? Number(headers[(at + 18)..]) : -1;
        while (length >= 0 ? filled < start + length : !buffer.AsSpan(start, filled - start).EndsWith("0\r\n\r\n"u8)) filled += Receive(filled);

        return new(status, start, filled - start);
    }

    public void Dispose() => socket.Dispose();

    private int Receive(int at) =>
        socket.Receive(buffer, at, buffer.Length - at, SocketFlags.None) is > 0 and var count
            ? count
            : throw new InvalidOperationException("The server hung up.");

    private static int Number(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out int number, out _) ? number : throw new InvalidOperationException("Not HTTP.");
}
