using System.Collections.Frozen;
using InfoStory.Places;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.CaseStudies;

/// <summary>
/// The names by which readers look for what a case study is about: its kind, its tags and service with their other words, its place with what is around
/// it and the towns in it (docs/decisions/0057). Only the own name of a tag or a place is found by a part of it.
/// </summary>
public static class LibraryNames
{
    private static readonly Lazy<FrozenDictionary<string, NameInWords[]>> OtherPlaces = new(() =>
        OtherNames.Places.ToFrozenDictionary(place => place, NameInWords[] (place) => [.. OtherNames.Of(place).SelectMany(NameInWords.Of)]));

    /// <summary>The names, which are made when they are gone through.</summary>
    /// <param name="tags">Those that are offered.</param>
    /// <param name="places">All of them.</param>
    /// <param name="kinds">Each kind with what it is called, once for each name.</param>
    public static IEnumerable<SearchName> Of(
        IEnumerable<TagChoice> tags, IEnumerable<PlaceChoice> places, IEnumerable<(StoryKind Kind, string Name)> kinds) =>
        kinds.SelectMany(kind => Whole(NameInWords.Of(kind.Name), SearchFilterTerms.Kind(kind.Kind)))
            .Concat(tags.SelectMany(OfTag)).Concat(places.SelectMany(OfPlace));

    private static IEnumerable<SearchName> OfTag(TagChoice tag)
    {
        var word = tag.Facet == Facet.Service ? SearchFilterTerms.Service(tag.Id) : SearchFilterTerms.Tag(tag.Id);
        var called = OneThing.Called(tag);
        return NameInWords.Of(tag.Name).Select(name => new SearchName(name, word) { Called = called })
            .Concat(tag.Synonyms.SelectMany(NameInWords.Of).Select(name => new SearchName(name, word, IsWhole: true) { Called = called }))
            .Concat(Whole(NameInWords.Of(tag.Group ?? ""), word));
    }

    private static IEnumerable<SearchName> OfPlace(PlaceChoice place)
    {
        var word = SearchFilterTerms.Place(place.Id);
        return NameInWords.Of(place.Name).Select(name => new SearchName(name, word, IsSpelled: true))
            .Concat(OtherPlaces.Value.GetValueOrDefault(place.Name, []).Select(name => new SearchName(name, word, IsWhole: true, IsSpelled: true)));
    }

    private static IEnumerable<SearchName> Whole(IEnumerable<NameInWords> names, string word) =>
        names.Select(name => new SearchName(name, word, IsWhole: true));
}
