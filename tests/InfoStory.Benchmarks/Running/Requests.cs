using System.Text;

namespace InfoStory.Benchmarks.Running;

/// <summary>Requests as bytes, made once.</summary>
internal static class Requests
{
    /// <summary>A GET as a browser behind a proxy that ends TLS would send it.</summary>
    public static byte[] Get(string path) => Get(path, "gzip, deflate, br");

    public static byte[] Plain(string path) => Get(path, "identity");

    /// <summary>With a host and a header that no answer depends on.</summary>
    public static byte[] Odd(string path, string host, string header) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\n{header}\r\nAccept-Encoding: gzip, deflate, br\r\nX-Forwarded-Proto: https\r\n\r\n");

    private static byte[] Get(string path, string encoding) =>
        Encoding.ASCII
            .GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nAccept-Encoding: {encoding}\r\nX-Forwarded-Proto: https\r\n\r\n");
}
