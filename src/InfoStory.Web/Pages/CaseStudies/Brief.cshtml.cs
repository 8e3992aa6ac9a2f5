using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data.Time;
using InfoStory.Search;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.CaseStudies;

/// <summary>The first case studies that an address of the library finds, short, on a few sheets of paper. What means nothing there is said there.</summary>
public sealed class BriefModel(LibraryBriefs briefs, LibraryChoiceReader choices, TimeProvider clock) : PageModel
{
    public const string Path = "/brief";

    public LibraryQuery Asked { get; private set; } = null!;

    public LibraryBrief? Brief { get; private set; }

    /// <summary>What is chosen, facet by facet; null where nothing is.</summary>
    public string? Filter { get; private set; }

    public string Title { get; private set; } = "";

    public string AsOf => clock.UtcNow.InLondon().ToString("d MMMM yyyy");

    /// <summary>How many there are, and how many of them stand here.</summary>
    public string Counted
    {
        get
        {
            var (here, found) = (Brief!.Entries.Count, Brief.Found);
            var all = found >= SearchWords.MaxCandidates && Asked.Words is not null
                ? $"{found:N0} or more case studies" : found.Of("case study", "case studies");
            return found > here ? $"The first {here} of {all}, {(Asked.IsRanked ? "best match" : "newest")} first" : all;
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Asked = new LibraryQuery(Request.Query).FromTheFirst();
        var chosen = await choices.ReadAsync(Asked, cancellation);
        var words = SearchWords.Parse(Asked.Words, chosen.Named);
        if (chosen.Problems(Asked, words).Any() || !Asked.IsSortKnown) return Redirect(Asked.ToString());

        var today = Asked.With(chosen.Values.Select(one => (one.Facet, one.Slug)));
        if (today.ToString() != Asked.ToString()) return RedirectPermanent(today.At(Path));

        Filter = chosen.Values.Count == 0 ? null : string.Join("; ", chosen.Values.GroupBy(one => one.Facet)
            .Select(facet => facet.Key is LibraryFacet.Answered or LibraryFacet.Changed
                ? facet.Key.Title() : $"{facet.Key.Title()}: {string.Join(" or ", facet.Select(one => one.Name))}"));
        Title = words is null ? "Case studies" : $"Case studies with “{words.Typed}”";
        Brief = await briefs.FindAsync(new(chosen.Filter, words, !Asked.IsRanked), cancellation);
        return Page();
    }

    /// <summary>What kind of story it is, of which service and place, and when it was published.</summary>
    public IEnumerable<string> FactsOf(LibraryEntry entry) =>
        new[] { entry.Kind.Title(), entry.Service, entry.Place, entry.PublishedAt.InLondon().ToString("d MMMM yyyy") }.OfType<string>();
}
