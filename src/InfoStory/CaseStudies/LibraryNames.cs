using System.Collections.Frozen;
using InfoStory.Places;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.CaseStudies;

/// <summary>
/// The names by which readers look for what a case study is about: its kind, its tags and service with their other words, its place with what is around
/// it and the towns in it (docs/decisions/0057).
/// </summary>
public static class LibraryNames
{
    private static readonly Lazy<FrozenDictionary<string, NameInWords[]>> OtherPlaces = new(() =>
        OtherNames.Places.ToFrozenDictionary(place => place, NameInWords[] (place) => [.. OtherNames.Of(place).SelectMany(NameInWords.Of)]));

    /// <param name="tags">Those that are offered.</param>
    /// <param name="places">All of them.</param>
    /// <param name="kinds">Each kind in words.</param>
    public static IEnumerable<SearchName> Of(
        IEnumerable<TagChoice> tags, IEnumerable<PlaceChoice> places, IEnumerable<(StoryKind Kind, string Name)> kinds) =>
    [
        .. kinds.SelectMany(kind => Named([kind.Name], SearchFilterTerms.Kind(kind.Kind))),
        .. tags.SelectMany(tag => Named([tag.Name, tag.Group ?? "", .. tag.Synonyms], tag.Facet == Facet.Service
            ? SearchFilterTerms.Service(tag.Id)
            : SearchFilterTerms.Tag(tag.Id))),
        .. places.SelectMany(place => Named([place.Name], SearchFilterTerms.Place(place.Id))
            .Concat(OtherPlaces.Value.GetValueOrDefault(place.Name, [])
                .Select(name => new SearchName(name, SearchFilterTerms.Place(place.Id), IsWhole: true)))),
    ];

    private static IEnumerable<SearchName> Named(IEnumerable<string> names, string word) =>
        names.SelectMany(NameInWords.Of).Select(name => new SearchName(name, word));
}
