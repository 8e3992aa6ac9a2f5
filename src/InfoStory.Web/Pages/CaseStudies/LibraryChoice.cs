using System.Globalization;
using InfoStory.CaseStudies.Finding;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Words;

namespace InfoStory.Web.Pages.CaseStudies;

/// <summary>A value that was chosen, in words and in addresses.</summary>
public sealed record ChosenValue(LibraryValue Value, string Name, string Slug)
{
    public LibraryFacet Facet => Value.Facet;
}

/// <summary>What the filters of an address mean today.</summary>
/// <param name="Values">What is there, in the order of addresses.</param>
/// <param name="Unknown">The facets of which a value is asked for that there is not; null for a tag of none of them.</param>
/// <param name="Terms">What can be chosen.</param>
public sealed record LibraryChoice(IReadOnlyList<ChosenValue> Values, IReadOnlyList<LibraryFacet?> Unknown, LibraryTerms Terms)
{
    public LibraryFilter Filter => new(Values.Select(one => one.Value));

    /// <summary>What a reader may look for by its name; made only where words were typed.</summary>
    public IEnumerable<SearchName> Named => Terms.Named(Enum.GetValues<StoryKind>().SelectMany(kind => kind.Names().Select(name => (kind, name))));

    /// <summary>The tags that were chosen although they are not offered any more.</summary>
    public IEnumerable<TagChoice> Retired => Values.Select(one => Terms.TagOf(one.Value)).OfType<TagChoice>().Where(tag => tag.IsRetired);

    /// <summary>Each tag that was chosen and split since, with what it was split into.</summary>
    public IEnumerable<(TagChoice Tag, IReadOnlyList<TagChoice> Parts)> Split =>
        Retired.Select(tag => (tag, Terms.PartsOf(tag))).Where(one => one.Item2.Count > 0);

    /// <summary>What is asked for and means nothing, by the name of the part of the address, each with a sentence that says what to do.</summary>
    public IEnumerable<(string Parameter, string Sentence)> Problems(LibraryQuery asked, SearchWords? words)
    {
        if (asked.Words is not null && words is null) yield return ("words", "Search for at least one word");
        if (asked.Words?.Length > SearchWords.MaxLength) yield return ("words", $"Search for {SearchWords.MaxLength} letters or fewer");
        foreach (var facet in Unknown) yield return (facet?.Name() ?? "tag", facet?.ToMend() ?? "Choose a tag from the list");
        if (asked.IsTooMuch)
            yield return (asked.TooMany.Select(facet => facet.Name()).FirstOrDefault("tag"), $"Choose {LibraryFilter.Most} or fewer of each list");
    }
}

/// <summary>Finds what an address of the library means. Links to tags that were renamed, merged, retired or split since they were made go on working.</summary>
public sealed class LibraryChoiceReader(LibraryFinder finder)
{
    public async Task<LibraryChoice> ReadAsync(LibraryQuery asked, CancellationToken cancellation)
    {
        var terms = await finder.TermsAsync(cancellation);
        if (asked.IsTooMuch) return new([], [], terms);

        var values = asked.Chosen.Select(one => (Facet: (LibraryFacet?)one.Facet, Value: Find(terms, one.Facet, one.Slug)))
            .Concat(asked.Tags.Select(slug => (Facet: (LibraryFacet?)null, Value: OfTag(terms.FindTag(slug))))).ToList();
        return new(
            [.. values.Select(one => one.Value).OfType<ChosenValue>().DistinctBy(one => one.Value).OrderBy(one => one.Facet)],
            [.. values.Where(one => one.Value is null).Select(one => one.Facet).Distinct()], terms);
    }

    private static ChosenValue? Find(LibraryTerms terms, LibraryFacet facet, string slug) => facet switch
    {
        LibraryFacet.Kind => StoryWords.KindOf(slug) is { } kind ? new(LibraryValue.Of(kind), kind.Title(), kind.ToSlug()) : null,
        LibraryFacet.Place => terms.FindPlace(slug) is { } place ? new(LibraryValue.Of(place.Id), place.Name, place.Slug) : null,
        LibraryFacet.Year => YearOf(slug) is { } year ? new(LibraryValue.OfYear(year), slug, slug) : null,
        LibraryFacet.Answered => slug == LibraryWords.Yes ? new(LibraryValue.Answered, facet.Title(), slug) : null,
        LibraryFacet.Changed => slug == LibraryWords.Yes ? new(LibraryValue.Changed, facet.Title(), slug) : null,
        LibraryFacet.Area or LibraryFacet.Problem or LibraryFacet.Barrier or LibraryFacet.Enabler or LibraryFacet.Service or LibraryFacet.Outcome =>
            OfTag(terms.FindTag(slug)),
    };

    private static ChosenValue? OfTag(TagChoice? tag) => tag is null ? null : new(LibraryValue.Of(tag.Facet, tag.Id), tag.Name, tag.Slug);

    private static int? YearOf(string slug) =>
        slug.Length == 4 && int.TryParse(slug, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2100 ? year : null;
}
