using InfoStory.CaseStudies.Finding;
using InfoStory.Places;
using InfoStory.Web.Words;

namespace InfoStory.Web.Pages.CaseStudies;

/// <summary>A value that can be chosen.</summary>
/// <param name="Count">How many there are with it; null where that is not counted.</param>
/// <param name="Depth">How many places are around it, of those that are shown above it.</param>
public sealed record FacetOption(string Name, string Slug, int? Count, bool IsChosen, int Depth = 0);

/// <summary>A facet with the values that are there: the most frequent few, and the rest, which is folded.</summary>
public sealed record FacetGroup(LibraryFacet Facet, IReadOnlyList<FacetOption> Few, IReadOnlyList<FacetOption> Rest)
{
    private const int Most = 4;

    /// <summary>Facets without a value that is there are left out.</summary>
    public static IReadOnlyList<FacetGroup> Of(LibraryChoice chosen, LibraryFound found)
    {
        var counts = found.Counts?.Values ?? found.Everywhere;
        var there = counts.Keys.Concat(chosen.Values.Select(one => one.Value)).ToHashSet();
        return [.. there.GroupBy(value => value.Facet).OrderBy(facet => Order(facet.Key))
            .Select(facet => facet.Key == LibraryFacet.Place ? Places(chosen.Terms, OptionOf) : Group(facet.Key, facet.Select(OptionOf).OfType<FacetOption>()))
            .Where(facet => facet.Few.Count + facet.Rest.Count > 0)];

        FacetOption? OptionOf(LibraryValue value) => !there.Contains(value) ? null : chosen.Terms.Named(value) is not { } named ? null : new(
            named.Name, named.Slug, found.Counts is null ? null : counts.GetValueOrDefault(value), chosen.Values.Any(one => one.Value == value));
    }

    /// <summary>What came of it first, then what most people look for.</summary>
    private static int Order(LibraryFacet facet) => facet switch
    {
        LibraryFacet.Changed => -2,
        LibraryFacet.Answered => -1,
        _ => (int)facet,
    };

    private static FacetGroup Group(LibraryFacet facet, IEnumerable<FacetOption> options)
    {
        List<FacetOption> sorted = facet == LibraryFacet.Year
            ? [.. options.OrderByDescending(option => option.Slug, StringComparer.Ordinal)]
            : [.. options.OrderByDescending(option => option.Count ?? 0).ThenBy(option => option.Name, StringComparer.Ordinal)];
        // One that is folded costs as much room as one that is shown.
        List<FacetOption> few = sorted.Count <= Most + 1 ? sorted : [.. sorted.Where((option, place) => place < Most || option.IsChosen)];
        return new(facet, few, [.. sorted.Except(few)]);
    }

    /// <summary>Countries with their regions, and those councils that are chosen or whose region is; the other councils are folded.</summary>
    private static FacetGroup Places(LibraryTerms terms, Func<LibraryValue, FacetOption?> optionOf)
    {
        var within = terms.Places.ToLookup(place => place.ParentId);
        List<FacetOption> few = [], rest = [];
        foreach (var country in within[null]) Add(country, depth: 0, around: null);
        return new(LibraryFacet.Place, few, [.. rest.OrderBy(option => option.Name, StringComparer.Ordinal)]);

        void Add(PlaceChoice place, int depth, FacetOption? around)
        {
            if (optionOf(LibraryValue.Of(place.Id)) is not { } option) return;

            var isShown = place.Kind != PlaceKind.Authority || option.IsChosen || around is { IsChosen: true };
            if (isShown) few.Add(option with { Depth = depth });
            else rest.Add(option);
            foreach (var one in within[place.Id]) Add(one, depth + 1, option);
        }
    }
}
