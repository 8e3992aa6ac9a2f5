using InfoStory.Data.Folding;

namespace InfoStory.Protection.Redaction;

/// <summary>
/// What is left in a text and could mean the same person as a name that was replaced: the first name or the surname alone, without its capital or
/// its accent, run together or apart, with one letter wrong or a digit for it. Scripts/hints/redacting.js does the very same.
/// </summary>
public static class NearForms
{
    /// <summary>The most that are named.</summary>
    public const int Most = 6;

    private const int ShortestPart = 3, ShortestTypo = 4, Gap = 3, Spelt = 12;

    /// <param name="text">What is left.</param>
    /// <param name="sought">What was replaced.</param>
    /// <param name="with">What stands there instead, which is no form of it.</param>
    internal static IReadOnlyList<string> In(string text, string sought, string with, CancellationToken cancellation)
    {
        var name = Folded.Of(sought).Bare;
        // Only what begins with a capital can be a name, unless nothing in it does.
        var hasCapital = sought.Any(char.IsUpper);
        List<string> parts =
            [.. Words(sought).Where(part => part.Word.Length >= ShortestPart && (hasCapital ? char.IsUpper(part.First) : char.IsLetter(part.First)))
                .Select(part => part.Word)];
        var whole = Squashed(name);
        if (whole.Length >= ShortestPart && !char.IsAsciiDigit(whole[0])) parts.Add(whole);
        var instead = Words(with).Select(part => part.Word).ToHashSet();
        List<string> near = [];
        foreach (var (word, first, typed) in Words(text))
        {
            cancellation.ThrowIfCancellationRequested();
            if (near.Count == Most) break;
            if (instead.Contains(word) || near.Contains(typed)) continue;
            var mayBeTypo = char.IsUpper(first) || word.Any(char.IsAsciiDigit);
            if (parts.Any(part => word == part || word == part + "s" || (part.Length >= ShortestTypo && mayBeTypo && IsTypo(part, word)))) near.Add(typed);
        }

        near.AddRange(Apart(text, parts).Where(typed => !near.Contains(typed)).Distinct().Take(Most - near.Count));
        return near;
    }

    /// <summary>Whit field, J o a n.</summary>
    private static IEnumerable<string> Apart(string text, List<string> parts)
    {
        var folded = Folded.Of(text);
        List<(int Start, int End)> pieces = [];
        for (var at = 0; at < folded.Bare.Length;)
        {
            var end = at;
            while (end < folded.Bare.Length && char.IsLetterOrDigit(folded.Bare[end])) end++;
            if (end > at) pieces.Add((at, end));
            at = Math.Max(end, at + 1);
        }

        for (var last = 1; last < pieces.Count; last++)
        {
            var (word, end) = (folded.Bare[pieces[last].Start..pieces[last].End], pieces[last].End);
            var isPart = parts.Contains(word);
            for (var first = last - 1; first >= 0 && last - first < Spelt && pieces[first + 1].Start - pieces[first].End <= Gap; first--)
            {
                var (start, piece) = (pieces[first].Start, folded.Bare[pieces[first].Start..pieces[first].End]);
                isPart |= parts.Contains(piece);
                word = piece + word;
                if (!isPart && word.Length >= ShortestTypo && parts.Contains(word)) yield return folded.Text[start..end];
                if (piece.Length > 1 || pieces[last].End - pieces[last].Start > 1) break;
            }
        }
    }

    /// <summary>The words of a text, bare; where one is joined by a hyphen or an apostrophe, its parts and the whole.</summary>
    private static IEnumerable<(string Word, char First, string Typed)> Words(string text)
    {
        var folded = Folded.Of(text);
        for (var at = 0; at < folded.Text.Length;)
        {
            var end = at;
            while (end < folded.Text.Length && (char.IsLetterOrDigit(folded.Text[end]) || (end > at && Joins(folded.Text, end)))) end++;
            if (end == at)
            {
                at++;
                continue;
            }

            var typed = folded.Text[at..end];
            var bare = folded.Bare[at..end];
            if (Squashed(bare) != bare) yield return (Squashed(bare), typed[0], typed);
            var from = 0;
            foreach (var part in bare.Split('-', '\''))
            {
                yield return (part, typed[from], typed);
                from += part.Length + 1;
            }

            at = end;
        }
    }

    private static bool Joins(string text, int at) => text[at] is '-' or '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static string Squashed(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    /// <summary>One letter more, less, other, or two that changed places.</summary>
    private static bool IsTypo(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1) return false;

        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        var at = 0;
        while (at < shorter.Length && shorter[at] == longer[at]) at++;
        if (shorter.Length < longer.Length) return shorter[at..] == longer[(at + 1)..];
        if (at == shorter.Length || shorter[(at + 1)..] == longer[(at + 1)..]) return true;
        return at + 1 < shorter.Length && shorter[at] == longer[at + 1] && shorter[at + 1] == longer[at] && shorter[(at + 2)..] == longer[(at + 2)..];
    }
}
