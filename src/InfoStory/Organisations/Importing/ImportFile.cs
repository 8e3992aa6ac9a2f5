using System.Buffers.Text;
using System.IO.Compression;

namespace InfoStory.Organisations.Importing;

/// <summary>A file on its way through a form: what was looked at is what is imported.</summary>
public static class ImportFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>How long each part is that <see cref="Pack"/> makes, in letters, and how many there are at most.</summary>
    public const int PartLength = 100_000, MostParts = 15;

    /// <summary>The file in a few parts, none of them longer than a field of a form may be.</summary>
    public static List<string> Pack(byte[] file)
    {
        using var packed = new MemoryStream();
        using (var zip = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(file);
        var whole = Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        return [.. whole.Chunk(PartLength).Select(part => new string(part))];
    }

    /// <summary>The file again; null where this is none of ours, or more than one may be.</summary>
    public static byte[]? Unpack(IReadOnlyList<string?> parts)
    {
        if (parts.Count is 0 or > MostParts || parts.Any(part => part?.Length > PartLength)) return null;

        var packed = string.Concat(parts);
        if (packed.Length == 0 || !Base64Url.IsValid(packed)) return null;

        try
        {
            using var zip = new BrotliStream(new MemoryStream(Base64Url.DecodeFromChars(packed)), CompressionMode.Decompress);
            var file = new byte[MaxBytes + 1];
            var length = zip.ReadAtLeast(file, file.Length, throwOnEndOfStream: false);
            return length <= MaxBytes ? file[..length] : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
        {
            return null;
        }
    }
}
