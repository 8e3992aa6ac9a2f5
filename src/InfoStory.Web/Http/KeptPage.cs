using System.IO.Compression;
using System.Security.Cryptography;
using InfoStory.Data;
using Microsoft.Extensions.Primitives;

namespace InfoStory.Web.Http;

/// <summary>
/// An answer that was made once. Its body is kept in the encodings that were asked for, each made once from what is there. Where it is read often it is
/// compressed once more, as small as it gets.
/// </summary>
public sealed class KeptPage
{
    /// <summary>So often it is read before it is worth the time that the smallest takes, a hundred times that of the quickest.</summary>
    private const int Often = 4;

    private const int Smallest = 11, Window = 22, Overhead = 2_000;

    private readonly Lock making = new();
    private readonly Dictionary<string, byte[]> bodies = new(2, StringComparer.Ordinal);
    private int reads;
    private bool wasAsked;

    public KeptPage(PublicPage page, int status, IEnumerable<KeyValuePair<string, StringValues>> headers, byte[] body)
    {
        Status = status;
        (IsEmpty, bodies[""]) = (body.Length == 0, body);
        Headers = [.. headers];
        IsPicture = Array.Exists(Headers, header => header.Key == "Content-Type" && header.Value.ToString().StartsWith("image/", StringComparison.Ordinal));
        // A browser asks each time whether its copy still stands: what is taken back must be gone at once.
        Tag = status == StatusCodes.Status200OK ? $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"" : null;
        var control = Tag is null ? "no-store" : "no-cache";
        Headers = [.. Headers, .. SecurityHeaders.Of(page, status), new("Vary", "Accept-Encoding"), new("Cache-Control", control)];
        if (Tag is not null) Headers = [.. Headers, new("ETag", Tag)];
    }

    public int Status { get; }

    /// <summary>All but the encoding and the length.</summary>
    public KeyValuePair<string, StringValues>[] Headers { get; }

    /// <summary>The same in every encoding, so it is a weak one; null where browsers do not keep it.</summary>
    public string? Tag { get; }

    /// <summary>Read before it was made.</summary>
    public required PublicState Begun { get; init; }

    /// <summary>Null is everything.</summary>
    public required IReadOnlyCollection<EditionSubject>? Subjects { get; init; }

    /// <summary>The numbers that it shows and that no edition tells of.</summary>
    public required string Numbers { get; init; }

    /// <summary>When, by the clock that only goes on.</summary>
    public required long MadeAt { get; init; }

    public bool IsEmpty { get; }

    /// <summary>As small as it gets already.</summary>
    public bool IsPicture { get; }

    /// <summary>In bytes, about.</summary>
    public long Size
    {
        get
        {
            lock (making) return Overhead + bodies.Values.Sum(body => body.LongLength);
        }
    }

    /// <summary>Counts a reader. True for the one with whom it is worth <see cref="Squeeze"/>.</summary>
    public bool IsReadOften() => !IsPicture && reads < Often && Interlocked.Increment(ref reads) == Often;

    /// <summary>The body in an encoding, and whether it was made just now.</summary>
    public (byte[] Body, bool IsNew) In(string encoding)
    {
        lock (making)
        {
            if (bodies.TryGetValue(encoding, out var body))
            {
                wasAsked = true;
                return (body, false);
            }

            body = Encoded(encoding, Plain());
            // What nobody asked for is not kept.
            if (!wasAsked) bodies.Clear();
            (bodies[encoding], wasAsked) = (body, true);
            return (body, true);
        }
    }

    /// <summary>Compresses it once more, as small as it gets.</summary>
    public void Squeeze()
    {
        byte[] plain;
        lock (making) plain = Plain();
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        if (!BrotliEncoder.TryCompress(plain, room, out var length, Smallest, Window)) return;

        lock (making) bodies["br"] = room[..length];
    }

    private byte[] Plain()
    {
        if (bodies.TryGetValue("", out var plain)) return plain;

        var (encoding, body) = bodies.First();
        using var unpacked = new MemoryStream();
        using (Stream packed = encoding == "br" ? new BrotliStream(new MemoryStream(body), CompressionMode.Decompress)
            : new GZipStream(new MemoryStream(body), CompressionMode.Decompress)) packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static byte[] Encoded(string encoding, byte[] plain)
    {
        if (encoding.Length == 0) return plain;

        using var packed = new MemoryStream(plain.Length / 2);
        using (Stream packing = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) packing.Write(plain);
        return packed.ToArray();
    }
}
