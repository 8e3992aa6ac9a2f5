using System.Buffers.Text;
using System.IO.Compression;

namespace InfoStory.Organisations.Importing;

/// <summary>A file on its way through a form: what was looked at is what is imported.</summary>
public static class ImportFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The longest that <see cref="Pack"/> makes of such a file, in letters.</summary>
    public const int MaxPacked = 1_500_000;

    public static string Pack(byte[] file)
    {
        using var packed = new MemoryStream();
        using (var zip = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(file);
        return Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <summary>The file again; null where this is none of ours, or more than one may be.</summary>
    public static byte[]? Unpack(string? packed)
    {
        if (packed is null or { Length: 0 or > MaxPacked } || !Base64Url.IsValid(packed)) return null;

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
