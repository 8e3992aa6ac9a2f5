using System.Buffers;

namespace InfoStory.Protection.Hints;

/// <summary>One word of a text: letters, with an apostrophe or hyphen between letters.</summary>
/// <param name="Key">The word in small letters, with plain apostrophes.</param>
/// <param name="Stem">The key without a possessive 's.</param>
/// <param name="Starts">True where it begins a sentence, a line or a quotation, so that its capital says nothing.</param>
/// <param name="Line">True where it begins a line.</param>
internal sealed record Token(int Start, int End, string Typed, string Key, string Stem, bool Starts, bool Line)
{
    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?:\n\"");

    /// <summary>Its first letter is a capital, or the one after al- and the like.</summary>
    public bool HasCapital => IsCapital(Typed[0]) || (Typed.Length > 4 && Typed[2] is '-' && IsCapital(Typed[3]));

    public bool IsShouted => Stem.Length > 1 && Typed[..Stem.Length].All(unit => !Plain.IsLetter(unit) || IsCapital(unit));

    public bool IsInitial => Typed.Length == 1 && HasCapital;

    public bool IsPossessive => Key.Length > Stem.Length;

    /// <summary>A capital within, as trade names have (not Mc, Mac, O' or the like).</summary>
    public bool IsBrand => !IsShouted && Typed.Where((unit, at) => at > 2 && Plain.IsLetter(Typed[at - 1]) && IsCapital(unit)).Any()
        && !Key.StartsWith("mac", StringComparison.Ordinal) && !Key.StartsWith("fitz", StringComparison.Ordinal);

    private static bool IsCapital(char unit) => char.ToLowerInvariant(unit) != unit;

    public static List<Token> Of(string typed, string plain, HashSet<string> titles)
    {
        List<Token> tokens = [];
        for (var at = 0; at < plain.Length;)
        {
            if (!Plain.IsLetter(plain[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < plain.Length
                    && (Plain.IsLetter(plain[end]) || (plain[end] is '\'' or '-' && end + 1 < plain.Length && Plain.IsLetter(plain[end + 1]))))
                end++;
            var key = plain[at..end].ToLowerInvariant();
            var stem = key.EndsWith("'s", StringComparison.Ordinal) ? key[..^2] : key;
            var gap = plain[(tokens.Count == 0 ? 0 : tokens[^1].End)..at];
            var isAfterInitial = tokens.Count > 0 && gap is ". " or "." && (tokens[^1].IsInitial || titles.Contains(tokens[^1].Key));
            var starts = tokens.Count == 0 || (!isAfterInitial && gap.AsSpan().ContainsAny(Stops));
            // A digit before a word belongs to it: 3rd, B12.
            if (at == 0 || !char.IsAsciiDigit(plain[at - 1]))
                tokens.Add(new(at, end, typed[at..end], key, stem, starts, tokens.Count == 0 || gap.Contains('\n')));
            at = end;
        }

        return tokens;
    }
}
