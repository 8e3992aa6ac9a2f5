using InfoStory.CaseStudies.Finding;
using InfoStory.Insight.Explore;
using InfoStory.Insight.Impact;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Explore;

/// <summary>What is told month by month, and how many case studies there are of each theme, service and region.</summary>
public sealed class IndexModel(Explorer explorer, ImpactBook book) : PageModel
{
    public LibraryCounts Counts { get; private set; } = null!;

    public PublicImpact Told { get; private set; } = null!;

    public IReadOnlyList<CountTable> Tables { get; private set; } = [];

    /// <summary>Every region, also where there is none.</summary>
    public IReadOnlyList<CountRow> Regions { get; private set; } = [];

    public RegionMap Map { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var terms = await explorer.TermsAsync(cancellation);
        Counts = await explorer.EverywhereAsync(cancellation);
        Told = await book.ReadAsync(cancellation);
        Tables =
        [
            .. new[] { LibraryFacet.Area, LibraryFacet.Problem, LibraryFacet.Service }
                .Select(facet => new CountTable(facet.Name(), facet.Title(), facet.Title(), [.. CountTables.Rows(facet, terms, Counts)])),
        ];
        var regions = ExploreSubject.Regions(terms).Select(place => (Place: place, Count: Counts.Values.GetValueOrDefault(LibraryValue.Of(place.Id)))).ToList();
        Regions = regions.ConvertAll(one => new CountRow(one.Place.Name, one.Count == 0 ? null : $"/explore/places/{one.Place.Slug}", one.Count));
        Map = new(regions.ToDictionary(one => one.Place.Slug, one => one.Count));
    }
}
