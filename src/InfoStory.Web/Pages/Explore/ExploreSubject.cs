using InfoStory.CaseStudies.Finding;
using InfoStory.Places;
using InfoStory.Web.Words;

namespace InfoStory.Web.Pages.Explore;

/// <summary>A theme, a service or a place that has a page of its figures.</summary>
/// <param name="Folder">Where its page lies: /explore/{folder}/{slug}.</param>
/// <param name="Value">What case studies about it have.</param>
public sealed record ExploreSubject(string Folder, LibraryValue Value, string Name, string Slug)
{
    public const string Themes = LibraryWords.Themes, Services = LibraryWords.Services, Places = LibraryWords.Places;

    /// <summary>The folders in the order in which the overview shows them, each with what the query of the file calls one of it.</summary>
    public static IReadOnlyList<(string Folder, string One)> Folders { get; } = [(Themes, "theme"), (Services, "service"), (Places, "place")];

    public string Address => $"/explore/{Folder}/{Slug}";

    /// <summary>The library, narrowed to this.</summary>
    public string Library => $"/case-studies?{Value.Facet.Name()}={Slug}";

    /// <summary>Its figures as a file.</summary>
    public string File => $"/explore/figures.csv?{Folders.First(folder => folder.Folder == Folder).One}={Slug}";

    /// <summary>The subject that has this slug, or had it; null where there is none.</summary>
    public static ExploreSubject? Find(LibraryTerms terms, string folder, string slug)
    {
        slug = slug.ToLowerInvariant();
        if (folder == Places) return terms.FindPlace(slug) is { } place ? Of(terms, LibraryValue.Of(place.Id)) : null;

        return terms.FindTag(slug) is { } tag && Of(terms, LibraryValue.Of(tag.Facet, tag.Id)) is { } subject && subject.Folder == folder ? subject : null;
    }

    /// <summary>The subject of a value; null where none has a page.</summary>
    public static ExploreSubject? Of(LibraryTerms terms, LibraryValue value) =>
        value.Facet.Folder() is { } folder && terms.Named(value) is { } named ? new(folder, value, named.Name, named.Slug) : null;

    /// <summary>The subjects of a folder, in the order of the taxonomy; places as <see cref="LibraryTerms.Places"/> has them.</summary>
    public static IEnumerable<ExploreSubject> In(LibraryTerms terms, string folder) =>
        (folder == Places ? terms.Places.Select(place => LibraryValue.Of(place.Id)) : terms.Offered.Select(tag => LibraryValue.Of(tag.Facet, tag.Id)))
        .Where(value => value.Facet.Folder() == folder).Select(value => Of(terms, value)).OfType<ExploreSubject>();

    /// <summary>The nine regions of England and the other three countries, in the order of their names.</summary>
    public static IReadOnlyList<PlaceChoice> Regions(LibraryTerms terms)
    {
        var around = terms.Places.Where(place => place.Kind == PlaceKind.Region).Select(place => place.ParentId).ToHashSet();
        return [.. terms.Places.Where(place => place.Kind == PlaceKind.Region || (place.Kind == PlaceKind.Country && !around.Contains(place.Id)))
            .OrderBy(place => place.Name, StringComparer.Ordinal)];
    }
}
