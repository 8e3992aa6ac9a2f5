using InfoStory.Search;
using InfoStory.Tags;

namespace InfoStory.Moderation.Suggesting;

/// <summary>
/// The tags of which another word stands in a text, each with those words. Their names are left out, because most of them are everyday words such as
/// "Time"; so are services, which have a question of their own.
/// </summary>
internal static class OtherWordsInText
{
    public static IReadOnlyList<TagSuggestion> Of(IEnumerable<string> texts, IEnumerable<TagChoice> tags)
    {
        List<string[]> roots = [.. texts.Select(text => TypedTerms.PartsOf(text).Select(NameInWords.RootOf).ToArray())];
        return
        [
            .. tags.Where(tag => tag.Facet != Facet.Service && !tag.IsRetired)
                .Select(tag => new TagSuggestion(tag.Id, [.. tag.Synonyms.Where(word => roots.Exists(text => Holds(text, word)))]))
                .Where(one => one.Words.Count > 0),
        ];
    }

    private static bool Holds(ReadOnlySpan<string> text, string word)
    {
        foreach (var name in NameInWords.Of(word))
            if (Stands(text, name.Roots)) return true;

        return false;
    }

    private static bool Stands(ReadOnlySpan<string> text, IReadOnlyList<string> roots)
    {
        for (var at = 0; at + roots.Count <= text.Length; at++)
            if (text.Slice(at, roots.Count).SequenceEqual([.. roots])) return true;

        return false;
    }
}
