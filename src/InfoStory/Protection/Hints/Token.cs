using System.Buffers;
using System.Text;
using InfoStory.Data.Folding;

namespace InfoStory.Protection.Hints;

/// <summary>One word of a text: letters, with an apostrophe or hyphen between letters.</summary>
/// <param name="Key">The word in small letters, with plain apostrophes and composed accents.</param>
/// <param name="Stem">The key without a possessive 's.</param>
/// <param name="Starts">True where it begins a sentence, a line or a quotation, so that its capital says nothing.</param>
/// <param name="Line">True where it begins a line.</param>
/// <param name="IsInitial">A letter by itself; a small one only after a title, with a full stop: dr a. b. wells.</param>
internal sealed record Token(int Start, int End, string Typed, string Key, string Stem, bool Starts, bool Line, bool IsInitial)
{
    private const int Most = 8;

    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?:\n\"");

    /// <summary>Its first letter is a capital, or the one after d', al- and the like.</summary>
    public bool HasCapital => IsCapital(Typed[0]) || HasCapitalWithin(Typed, Key);

    public bool IsShouted =>
        Stem.Length > 1 && (IsPossessive ? Typed[..^2] : Typed).All(unit => !Plain.IsLetter(unit) || IsMark(unit) || IsCapital(unit));

    public bool IsPossessive => Key.Length > Stem.Length;

    /// <summary>A capital within, as trade names have (not Mc, Mac, O' or the like).</summary>
    public bool IsBrand => !IsShouted && Typed.Where((unit, at) => at > 2 && Plain.IsLetter(Typed[at - 1]) && IsCapital(unit)).Any()
        && !Key.StartsWith("mac", StringComparison.Ordinal) && !Key.StartsWith("fitz", StringComparison.Ordinal);

    /// <summary>A full stop that shortens a word, with what blank space follows.</summary>
    public static bool IsStop(ReadOnlySpan<char> gap) => gap.Length is > 0 and < 4 && gap[0] is '.' && !gap[1..].ContainsAnyExcept(' ');

    public static List<Token> Of(string typed, string plain)
    {
        List<Token> tokens = [];
        for (var at = 0; at < plain.Length;)
        {
            if (!Plain.IsLetter(plain[at]))
            {
                at++;
                continue;
            }

            var end = WordEnd(typed, plain, at);
            // A digit before a word belongs to it: 3rd, B12.
            if (at == 0 || !char.IsAsciiDigit(plain[at - 1])) tokens.Add(Of(typed, plain, at, end, tokens.Count == 0 ? null : tokens[^1]));
            at = end;
        }

        return tokens;
    }

    private static Token Of(string typed, string plain, int at, int end, Token? last)
    {
        var key = Composed(plain[at..end].ToLowerInvariant());
        var stem = key.EndsWith("'s", StringComparison.Ordinal) ? key[..^2] : key;
        var gap = plain[(last?.End ?? 0)..at];
        // I saw Mr H. He lied.
        var isAfterStop = last is not null && IsStop(gap) && (last.IsInitial || NameCues.Stopped.Contains(last.Key)) && !NameCues.Linking.Contains(key);
        var isCalled = last is not null
            && (NameCues.Titles.Contains(last.Key) || NameCues.Offices.Contains(last.Key) || (last.IsInitial && !last.HasCapital));
        var hasCapital = IsCapital(typed[at]) || HasCapitalWithin(typed[at..end], key);
        var isStopped = isCalled && (gap is " " || isAfterStop) && end < plain.Length && plain[end] is '.';
        var starts = last is null || (!isAfterStop && gap.AsSpan().ContainsAny(Stops));
        return new(at, end, typed[at..end], key, stem, starts, last is null || gap.Contains('\n'), stem.Length == 1 && (hasCapital || isStopped));
    }

    private static int WordEnd(string typed, string plain, int at)
    {
        var end = at + 1;
        while (end < plain.Length
                && (Plain.IsLetter(plain[end]) || (end + 1 < plain.Length && Plain.IsLetter(plain[end + 1]) && IsJoint(typed, plain, end))))
            end++;
        return end;
    }

    /// <summary>A hyphen joins two words where a long dash parts them, and so does what only goes on: Mr Hampton-who was late.</summary>
    private static bool IsJoint(string typed, string plain, int at)
    {
        if (plain[at] is not '-') return plain[at] is '\'';
        if (typed[at] is '\u2014' or '\u2015') return false;
        if (IsCapital(typed[at + 1])) return true;

        var end = at + 1;
        while (end < plain.Length && end - at < Most && Plain.IsLetter(plain[end])) end++;
        var next = plain[(at + 1)..end];
        return !NameCues.Linking.Contains(next) && !NameCues.States.Contains(next) && !NameCues.Deeds.Contains(next);
    }

    private static bool HasCapitalWithin(string typed, string key) =>
        typed.Length > 4 && ((key[1] is '\'' && IsCapital(typed[2])) || (key[2] is '-' && IsCapital(typed[3])));

    private static string Composed(string key) => Ascii.IsValid(key) ? key : UnicodeForm.Of(key, NormalizationForm.FormC);

    private static bool IsMark(char unit) => unit is >= '\u0300' and <= '\u036f';

    private static bool IsCapital(char unit) => char.ToLowerInvariant(unit) != unit;
}
