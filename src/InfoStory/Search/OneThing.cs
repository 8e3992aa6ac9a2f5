using InfoStory.Tags;

namespace InfoStory.Search;

/// <summary>
/// What a tag is called in all ways, so that a search for one finds texts that say another. Not of services: their other words are what belongs to them, and
/// a surgery is no dentist.
/// </summary>
public static class OneThing
{
    /// <summary>Its name and its other words, words separated by single spaces; empty where it has no other words.</summary>
    internal static IReadOnlyList<string> Called(TagChoice tag) => tag.Facet == Facet.Service || tag.Synonyms.Count == 0
        ? []
        : [.. tag.Synonyms.Prepend(tag.Name).SelectMany(NameInWords.Of).Where(name => name.Parts.Count <= SearchWords.MaxWords)
            .Select(name => string.Join(' ', name.Parts)).Distinct()];

    /// <summary>The names for a search in texts alone.</summary>
    public static IEnumerable<SearchName> In(IEnumerable<TagChoice> tags) =>
        from tag in tags
        let called = Called(tag)
        where called.Count > 0
        from name in tag.Synonyms.Prepend(tag.Name).SelectMany(NameInWords.Of)
        select new SearchName(name, "", IsWhole: true) { Called = called };
}
