using System.Security.Cryptography;
using System.Text;

namespace InfoStory.Stories;

/// <summary>
/// The secret by which an author returns: six words of a list of 2,048, 66 bits. It is derived from the secret of the draft
/// that was sent, so that the same draft always shows the same words and nothing that could show them again is kept.
/// </summary>
public sealed class Receipt
{
    public const int Length = 6;
    private const int BitsPerWord = 11;

    private static readonly string[] List = Read();
    private static readonly HashSet<string> Known = [.. List];

    private Receipt(IReadOnlyList<string> words) => Words = words;

    public IReadOnlyList<string> Words { get; }

    /// <summary>The receipt of a draft with this secret of 32 random bytes (HKDF-SHA-256, RFC 5869).</summary>
    public static Receipt Of(byte[] draftSecret)
    {
        var bytes = HKDF.DeriveKey(HashAlgorithmName.SHA256, draftSecret, 16, info: "infostory receipt"u8.ToArray());
        var bits = new System.Numerics.BigInteger(bytes, isUnsigned: true);
        return new([.. Enumerable.Range(0, Length).Select(word => List[(int)((bits >> (word * BitsPerWord)) & (List.Length - 1))])]);
    }

    /// <summary>Reads what a person typed, in any case, with anything that is not a letter between the words. Null unless it is six known words.</summary>
    public static Receipt? Parse(string? typed) =>
        Split(typed) is { Length: Length } words && words.All(Known.Contains) ? new(words) : null;

    /// <summary>How many words a person typed, known or not.</summary>
    internal static int Count(string? typed) => Split(typed).Length;

    public override string ToString() => string.Join(' ', Words);

    internal byte[] Bytes() => Encoding.ASCII.GetBytes(ToString());

    private static string[] Split(string? typed) =>
        typed is null or { Length: > 200 }
            ? []
            : new string([.. typed.Select(letter => char.IsLetter(letter) ? char.ToLowerInvariant(letter) : ' ')])
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Read()
    {
        using var reader = new StreamReader(typeof(Receipt).Assembly.GetManifestResourceStream("receipt-words.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
