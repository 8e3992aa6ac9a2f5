using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using InfoStory.Protection.Hints;

namespace InfoStory.Protection.Flags;

/// <summary>A telephone number, an email address, an NHS or National Insurance number or a postcode in a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units; null where hidden letters or odd spaces were left out to see it.</param>
public sealed record Identifier(HintKind Kind, string Words, int? Start);

/// <summary>
/// What points to one person by itself, in whatever spelling. No rule that finds one can be switched off (docs/decisions/0023).
/// </summary>
public static partial class Identifiers
{
    /// <summary>What is looked for.</summary>
    public static readonly IReadOnlyList<HintKind> Kinds = [HintKind.Phone, HintKind.Email, HintKind.Nhs, HintKind.Ni, HintKind.Postcode];

    private static readonly SearchValues<char> Numbers = SearchValues.Create("+(0123456789");

    /// <summary>Every one in the text, each once, in the order of their places. Wide digits, hidden letters and line ends hide nothing.</summary>
    public static IReadOnlyList<Identifier> Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];

        var bare = Bare(text);
        var hints = IdentityHints.Structured(bare, Kinds)
            .Concat(Addresses().Matches(bare).Select(match => new Hint(match.Index, match.Index + match.Length, HintKind.Email)));
        return
        [
            .. hints.Select(hint => WithoutCue(bare, hint)).OrderBy(hint => hint.Start).ThenByDescending(hint => hint.End).Aggregate(new List<Hint>(), Joined)
                .Select(hint => new Identifier(hint.Kind, bare[hint.Start..hint.End], bare.Length == text.Length ? hint.Start : null))
                .DistinctBy(identifier => (identifier.Kind, Normal(identifier.Words))),
        ];
    }

    /// <summary>The same identifier, however it is spaced.</summary>
    public static string Normal(string words) =>
        string.Concat(words.Normalize(NormalizationForm.FormKC).Where(letter => char.IsLetterOrDigit(letter) || letter is '@' or '.')).ToUpperInvariant();

    /// <summary>What two patterns see is one as far as either goes: half a number is never dismissed for the whole.</summary>
    private static List<Hint> Joined(List<Hint> kept, Hint hint)
    {
        if (kept is [.., var last] && hint.Start < last.End) kept[^1] = last with { End = Math.Max(last.End, hint.End) };
        else kept.Add(hint);
        return kept;
    }

    /// <summary>A number without the "ring" or "NHS number" that gave it away.</summary>
    private static Hint WithoutCue(string text, Hint hint)
    {
        if (hint.Kind is not (HintKind.Phone or HintKind.Nhs)) return hint;

        var cue = text.AsSpan(hint.Start, hint.End - hint.Start).IndexOfAny(Numbers);
        return cue > 0 ? hint with { Start = hint.Start + cue } : hint;
    }

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.Format) continue;
            if (!char.IsWhiteSpace(letter)) bare.Append(char.IsDigit(letter) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)) : letter);
            else if (bare.Length == 0 || bare[^1] != ' ') bare.Append(' ');
        }

        return bare.ToString();
    }

    // Addresses with letters beyond A to Z, which the hints leave alone.
    [GeneratedRegex(
        @"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Addresses();
}
