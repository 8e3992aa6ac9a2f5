using InfoStory.Search;
using InfoStory.Tags;

namespace InfoStory.Moderation.Suggesting;

/// <summary>
/// The tags of which another word stands in a text, each with those words. Their names are left out, because most of them are everyday words such as
/// "Time"; so are services, which have a question of their own.
/// </summary>
internal static class OtherWordsInText
{
    /// <param name="texts">What somebody told.</param>
    /// <param name="tags">Those that can be suggested.</param>
    /// <param name="names">Other words that are names of tags too, and count as little.</param>
    public static IReadOnlyList<TagSuggestion> Of(IEnumerable<string> texts, IEnumerable<TagChoice> tags, IReadOnlyCollection<string> names)
    {
        List<string[]> roots = [.. texts.Select(text => TypedTerms.PartsOf(text).Select(NameInWords.RootOf).ToArray())];
        return
        [
            .. tags.Where(tag => tag.Facet != Facet.Service && !tag.IsRetired)
                .Select(tag => new TagSuggestion(
                    tag.Id, [.. tag.Synonyms.Where(word => !names.Contains(word, StringComparer.OrdinalIgnoreCase) && Stands(roots, word))]))
                .Where(one => one.Words.Count > 0),
        ];
    }

    private static bool Stands(List<string[]> texts, string word)
    {
        foreach (var name in NameInWords.Of(word))
        {
            string[] sought = [.. name.Roots];
            if (texts.Exists(text => text.AsSpan().IndexOf(sought) >= 0)) return true;
        }

        return false;
    }
}
