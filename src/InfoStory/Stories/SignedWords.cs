using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using InfoStory.Data;

namespace InfoStory.Stories;

/// <summary>Remembers which words an author said yes to, without keeping them a second time.</summary>
public static class SignedWords
{
    /// <summary>The hash of a story's public title and text.</summary>
    public static string PublicWords(this Story story) => Of(story.PublicTitle, story.PublicText);

    /// <summary>
    /// SHA-256, in 64 hexadecimal digits, of all parts in their order. A part that is missing counts as an empty one, and
    /// blank space around a part and kinds of line ends count for nothing.
    /// </summary>
    public static string Of(params IEnumerable<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            // The length comes first, so that no words can move from one part to the next unnoticed.
            var bytes = Encoding.UTF8.GetBytes(PlainText.Tidy(part));
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
