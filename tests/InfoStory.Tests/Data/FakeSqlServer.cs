using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InfoStory.Tests.Data;

/// <summary>As much of a SQL Server as it takes to sign in (MS-TDS) and to see what is asked next.</summary>
internal sealed class FakeSqlServer : IDisposable
{
    private const byte Reply = 4;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public FakeSqlServer() => listener.Start();

    public string Connection =>
        $"Server=127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port};User Id=sa;Password=x;Encrypt=False;Pooling=False;Connect Timeout=10;Command Timeout=10";

    /// <summary>The kind and body of the first packet after signing in.</summary>
    public async Task<(byte Kind, string Body)> FirstRequestAsync(CancellationToken cancellation)
    {
        using var client = await listener.AcceptTcpClientAsync(cancellation);
        await using var stream = client.GetStream();

        await ReadAsync(stream, cancellation);
        await WriteAsync(stream, PreLogin(), cancellation);
        await ReadAsync(stream, cancellation);
        await WriteAsync(stream, LoggedIn(), cancellation);

        var (kind, body) = await ReadAsync(stream, cancellation);
        return (kind, Encoding.Unicode.GetString(body, 0, body.Length & ~1));
    }

    public void Dispose() => listener.Dispose();

    private static async Task<(byte Kind, byte[] Body)> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var header = new byte[8];
        await stream.ReadExactlyAsync(header, cancellation);
        var body = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - header.Length];
        await stream.ReadExactlyAsync(body, cancellation);
        return (header[0], body);
    }

    private static async Task WriteAsync(NetworkStream stream, byte[] body, CancellationToken cancellation)
    {
        var length = body.Length + 8;
        await stream.WriteAsync(new byte[] { Reply, 1, (byte)(length >> 8), (byte)length, 0, 0, 1, 0 }, cancellation);
        await stream.WriteAsync(body, cancellation);
    }

    /// <summary>Version 16, and no encryption at all.</summary>
    private static byte[] PreLogin() => [0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xFF, 16, 0, 0, 0, 0, 0, 2];

    private static byte[] LoggedIn()
    {
        var name = Encoding.Unicode.GetBytes("Microsoft SQL Server");
        byte[] acknowledged = [1, 0x74, 0, 0, 4, (byte)(name.Length / 2), .. name, 16, 0, 0, 0];
        byte[] collation = [0xE3, 8, 0, 7, 5, 9, 4, 0xD0, 0, 0x34, 0];
        return [.. collation, 0xAD, (byte)acknowledged.Length, 0, .. acknowledged, 0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }
}
