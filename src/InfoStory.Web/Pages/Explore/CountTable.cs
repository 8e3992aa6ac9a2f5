using InfoStory.CaseStudies.Finding;
using InfoStory.Web.Words;

namespace InfoStory.Web.Pages.Explore;

/// <summary>One row of a table of counts.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Address">Where its case studies are; null where nothing leads there.</param>
/// <param name="Count">How many case studies.</param>
/// <param name="IsAtLeast">There may be up to four more.</param>
public sealed record CountRow(string Name, string? Address, int Count, bool IsAtLeast = false)
{
    public string Number => IsAtLeast ? ((int?)Count).OrMore() : Count.ToString("N0");
}

/// <summary>A table of counts, and its bars where there is something to compare.</summary>
/// <param name="Id">Of its chart.</param>
/// <param name="What">The heading of the first column.</param>
public sealed record CountTable(string Id, string Caption, string What, IReadOnlyList<CountRow> Rows)
{
    /// <summary>Below so many rows a chart says less than its table.</summary>
    public const int LeastBars = 3;

    public bool HasChart { get; init; }

    public CountChart? Chart => HasChart && Rows.Count >= LeastBars ? new(Id, Caption, Rows) : null;
}

/// <summary>What case studies that have one value have beside it, facet by facet.</summary>
internal static class CountTables
{
    /// <summary>So many rows a facet has on a page; the file has all.</summary>
    private const int Most = 5;

    private static readonly LibraryFacet[] Facets =
    [
        LibraryFacet.Kind, LibraryFacet.Problem, LibraryFacet.Area, LibraryFacet.Service, LibraryFacet.Barrier, LibraryFacet.Enabler, LibraryFacet.Outcome,
        LibraryFacet.Place,
    ];

    /// <summary>Those of a page about this; facets of which nothing is there are left out.</summary>
    public static IReadOnlyList<CountTable> About(ExploreSubject subject, LibraryTerms terms, LibraryCounts counts) =>
    [
        .. Facets.Where(facet => facet != subject.Value.Facet).Select(facet => new CountTable(
                facet.Name(), facet.Title(), facet.Title(), [.. Rows(facet, terms, counts, subject).Take(Most)]))
            .Where(table => table.Rows.Count > 0),
    ];

    /// <summary>The years of publishing, first to last.</summary>
    public static CountTable Years(ExploreSubject subject, LibraryTerms terms, LibraryCounts counts) => new(
        "years", "Published, year by year", LibraryFacet.Year.Title(),
        [.. Rows(LibraryFacet.Year, terms, counts, subject).OrderBy(row => row.Name, StringComparer.Ordinal)])
    { HasChart = true };

    /// <summary>Every value of a facet with the page or the filter that it leads to, most first.</summary>
    public static IEnumerable<CountRow> Rows(LibraryFacet facet, LibraryTerms terms, LibraryCounts counts, ExploreSubject? within = null) =>
        from one in counts.Values
        where one.Key.Facet == facet
        let named = terms.Named(one.Key)
        where named is not null
        orderby one.Value descending, named.Value.Name
        select new CountRow(named.Value.Name, AddressOf(one.Key, named.Value.Slug, terms, within), one.Value);

    private static string AddressOf(LibraryValue value, string slug, LibraryTerms terms, ExploreSubject? within)
    {
        if (within is null) return ExploreSubject.Of(terms, value)?.Address ?? $"/case-studies?{value.Facet.Name()}={slug}";

        var parts = new[] { (within.Value.Facet, within.Slug), (value.Facet, slug) }.OrderBy(part => part.Item1);
        return $"/case-studies?{string.Join('&', parts.Select(part => $"{part.Item1.Name()}={part.Item2}"))}";
    }
}
