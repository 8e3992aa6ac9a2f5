using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.CaseStudies;

/// <summary>
/// What the library can be narrowed by, as words of the full-text index, so that a search with a filter is one look into
/// one index (docs/decisions/0012-filters-are-words-of-the-index.md). Keys, because a tag may get another name.
/// </summary>
internal static class SearchFilterTerms
{
    /// <summary>Words of which a case study must hold one of each group to stay. Years, and what other rooms know, have none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(LibraryFilter filter) =>
        [.. filter.Facets.Where(facet => HasWords(facet.Key)).Select(IReadOnlyList<string> (facet) => [.. facet.Select(Of)])];

    /// <summary>Whether the index has words for what is chosen of this facet.</summary>
    public static bool HasWords(LibraryFacet facet) => facet is not (LibraryFacet.Year or LibraryFacet.Answered or LibraryFacet.Changed);

    /// <summary>All the words of one case study, a space before and after each.</summary>
    /// <param name="study">Its kind and service.</param>
    /// <param name="places">Its place and the places around it.</param>
    /// <param name="tags">Its tags.</param>
    public static string Of(CaseStudy study, IEnumerable<Id<Place>> places, IEnumerable<Id<Tag>> tags) =>
        $" {string.Join(' ', [Kind(study.Kind), .. ServiceOf(study), .. places.Select(Place), .. tags.Select(Tag)])} ";

    /// <summary>The words with one tag taken out and these put in.</summary>
    public static string Exchange(string words, Id<Tag> tag, IEnumerable<Id<Tag>> parts) =>
        $" {string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != Tag(tag)).Union(parts.Select(Tag)))} ";

    private static string Of(LibraryValue value) => value.Facet switch
    {
        LibraryFacet.Kind => Kind((StoryKind)value.Key),
        LibraryFacet.Service => Service(new(value.Key)),
        LibraryFacet.Place => Place(new(value.Key)),
        LibraryFacet.Area or LibraryFacet.Problem or LibraryFacet.Barrier or LibraryFacet.Enabler or LibraryFacet.Outcome => Tag(new(value.Key)),
        LibraryFacet.Year or LibraryFacet.Answered or LibraryFacet.Changed => throw new ArgumentException("The index has no words for this.", nameof(value)),
    };

    internal static string Kind(StoryKind kind) => $"k{kind}";

    internal static string Service(Id<Tag> service) => $"s{service.Value}";

    internal static string Place(Id<Place> place) => $"p{place.Value}";

    private static IEnumerable<string> ServiceOf(CaseStudy study) => study.ServiceId is { } service ? [Service(service)] : [];

    internal static string Tag(Id<Tag> tag) => $"t{tag.Value}";
}
