using System.Security.Cryptography;

namespace InfoStory.Stories;

/// <summary>The public number of a story: IS-, then six of 31 letters and digits that cannot be mistaken for one another, such as IS-7F3K-92.</summary>
public static class Reference
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>The reference that somebody typed, in any case, with or without its hyphens; null where it is none.</summary>
    public static string? Of(string typed)
    {
        var letters = string.Concat(typed.ToUpperInvariant().Where(letter => letter is not ('-' or ' ')));
        return letters.Length == 8 && letters.StartsWith("IS", StringComparison.Ordinal) && letters[2..].All(Letters.Contains) ? Written(letters) : null;
    }

    /// <summary>
    /// The first and the last reference that begin as somebody typed, such as IS-7F; null where that begins none. Without its hyphen or a digit it is a word.
    /// </summary>
    public static (string First, string Last)? Begun(string typed)
    {
        typed = typed.Trim().ToUpperInvariant();
        var letters = typed.Replace("-", "", StringComparison.Ordinal);
        return letters.Length is > 2 and < 8 && letters.StartsWith("IS", StringComparison.Ordinal) && letters[2..].All(Letters.Contains)
            && (typed[2] == '-' || letters.Any(char.IsAsciiDigit))
                ? (Written(letters.PadRight(8, Letters[0])), Written(letters.PadRight(8, Letters[^1])))
                : null;
    }

    private static string Written(string letters) => $"IS-{letters[2..6]}-{letters[6..]}";

    public static string New() => $"IS-{RandomNumberGenerator.GetString(Letters, 4)}-{RandomNumberGenerator.GetString(Letters, 2)}";
}
