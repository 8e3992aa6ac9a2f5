using System.Text;
using InfoStory.Data.Folding;

namespace InfoStory.Search;

/// <summary>Writes what was typed anew, with words that there are in the place of those that there are not.</summary>
internal static class Respelling
{
    /// <summary>So many words are looked at: more are not searched for either.</summary>
    private const int Most = SearchWords.MaxWords;

    /// <summary>
    /// The same with each word that no text holds put as the nearest that some do: quotes, and all that stands between the words, stay. Null where each
    /// is known, or one has none near it, or where it would be too long.
    /// </summary>
    public static string? Of(SearchWords words, params IReadOnlyList<Vocabulary> known)
    {
        var folded = Folded.Of(words.Typed);
        var (respelled, at, isOther) = (new StringBuilder(), 0, false);
        var (named, begun) = (
            words.Terms.Where(term => term.Facts.Count > 0).SelectMany(BareOf).ToHashSet(StringComparer.Ordinal),
            words.Terms.Where(term => term.IsBegun).SelectMany(term => BareOf(term).TakeLast(1)).ToHashSet(StringComparer.Ordinal));
        foreach (var run in TypedTerms.Words(folded.Text).Take(Most))
        {
            var (start, end) = (run.Start.GetOffset(folded.Text.Length), run.End.GetOffset(folded.Text.Length));
            var bare = folded.Bare[start..end];
            if (named.Contains(bare) || known.Any(some => some.Knows(bare, begun.Contains(bare)))) continue;

            var near = known.Select(some => some.Nearest(bare)).Aggregate((NearWord?)null, NearWord.Better);
            if (near is null && Vocabulary.IsMended(bare)) return null;
            if (near is null) continue;

            respelled.Append(folded.Text, at, start - at).Append(near.Word);
            (at, isOther) = (end, true);
        }

        respelled.Append(folded.Text, at, folded.Text.Length - at).Replace('\n', ' ');
        return isOther && respelled.Length <= SearchWords.MaxLength ? respelled.ToString() : null;
    }

    private static IEnumerable<string> BareOf(SearchTerm term) => term.Parts.Select(part => Folded.Of(part).Bare);
}
