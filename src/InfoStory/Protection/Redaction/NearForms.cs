using InfoStory.Data.Folding;

namespace InfoStory.Protection.Redaction;

/// <summary>
/// What is left in a text and could mean the same person as a name that was replaced: the first name or the surname alone, without its capital or
/// its accent, run together, with one letter wrong. Scripts/hints/redacting.js does the very same.
/// </summary>
public static class NearForms
{
    /// <summary>The most that are named.</summary>
    public const int Most = 6;

    private const int ShortestPart = 3, ShortestTypo = 4;

    /// <param name="text">What is left.</param>
    /// <param name="sought">What was replaced.</param>
    /// <param name="with">What stands there instead, which is no form of it.</param>
    internal static IReadOnlyList<string> In(string text, string sought, string with, CancellationToken cancellation)
    {
        var name = Folded.Of(sought).Bare;
        // Only what begins with a capital can be a name, unless nothing in it does.
        var hasCapital = sought.Any(char.IsUpper);
        List<string> parts =
            [.. Words(sought).Where(part => part.Word.Length >= ShortestPart && (!hasCapital || char.IsUpper(part.First))).Select(part => part.Word)];
        var whole = Squashed(name);
        if (whole.Length >= ShortestPart && !char.IsAsciiDigit(whole[0])) parts.Add(whole);
        var instead = Words(with).Select(part => part.Word).ToHashSet();
        List<string> near = [];
        foreach (var (word, first, typed) in Words(text))
        {
            cancellation.ThrowIfCancellationRequested();
            if (near.Count == Most) break;
            if (instead.Contains(word) || near.Contains(typed)) continue;
            if (parts.Any(part => word == part || (part.Length >= ShortestTypo && char.IsUpper(first) && IsTypo(part, word)))) near.Add(typed);
        }

        return near;
    }

    /// <summary>The words of a text, bare; where one is joined by a hyphen or an apostrophe, its parts and the whole.</summary>
    private static IEnumerable<(string Word, char First, string Typed)> Words(string text)
    {
        var folded = Folded.Of(text);
        for (var at = 0; at < folded.Text.Length;)
        {
            var end = at;
            while (end < folded.Text.Length && (char.IsLetter(folded.Text[end]) || (end > at && Joins(folded.Text, end)))) end++;
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
