using InfoStory.CaseStudies.Finding;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.CaseStudies;

public sealed class IndexModel(LibraryFinder finder, LibraryLoosening loosening, LibraryChoiceReader choices, TimeProvider clock) : PageModel
{
    public LibraryQuery Asked { get; private set; } = null!;

    public LibraryChoice Chosen { get; private set; } = null!;

    public SearchWords? Words { get; private set; }

    /// <summary>Null where the address means nothing.</summary>
    public LibraryFound? Found { get; private set; }

    /// <summary>Near words, where nothing holds those that were typed; null where there are none.</summary>
    public DidYouMean? DidYouMean { get; private set; }

    /// <summary>What else may be said where nothing is found with the words, and no near ones are there.</summary>
    public NothingFound Nothing { get; private set; } = new([], []);

    public IReadOnlyList<FacetGroup> Facets => Found is null ? [] : FacetGroup.Of(Chosen, Found);

    public string? Next => Found?.Next is { } place ? Asked.At(place) : null;

    public string? Previous => Found?.Previous is { } place ? Asked.At(place) : null;

    /// <summary>What is chosen, as every address of it ends.</summary>
    public string Filter => Asked.Sorted(null).ToString()[LibraryQuery.Path.Length..];

    /// <summary>Where letters about the same are asked for; null where they cannot be about so much at once.</summary>
    public string? Follow => Filter.Length > 0 && Interest.Parse(Filter) is not null ? $"/subscribe{Filter}" : null;

    /// <summary>The day on which the page was made, for whoever prints it.</summary>
    public string AsOf => clock.UtcNow.InLondon().ToString("d MMMM yyyy");

    public string Title =>
        string.Join(", ", Chosen.Values.Select(chosen => chosen.Name).Prepend(Words is null ? "Case studies" : $"Case studies with {Words.Typed}"))
        + (Asked.IsFirstPage ? "" : Asked.Page is null ? " (older)" : $" (page {Asked.Page})");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Asked = new(Request.Query);
        Chosen = await choices.ReadAsync(Asked, cancellation);
        // A tag may have been renamed or merged since, and what all tags were called by is only understood.
        var today = Chosen.Unknown.Count > 0 || Asked.IsTooMuch ? Asked : Asked.With(Chosen.Values.Select(one => (one.Facet, one.Slug)));
        if (today.ToString() is var address && address != Asked.ToString()) return RedirectPermanent(address);

        Words = SearchWords.Parse(Asked.Words, Chosen.Named);

        foreach (var (parameter, sentence) in Chosen.Problems(Asked, Words)) Refuse(sentence, parameter == "words" ? parameter : "");
        if (!Asked.IsSortKnown) Refuse("Sort by the best match or by the newest");
        if (Asked.Place is null) Refuse("This link to a page of case studies is not complete. Search again to start from the first page");

        if (!ModelState.IsValid) return Page();

        var search = new LibrarySearch(Chosen.Filter, Words, !Asked.IsRanked, Asked.Place!.Value);
        Found = await finder.FindAsync(search, cancellation);
        if (Found.Found > 0) return Page();

        DidYouMean = await finder.DidYouMeanAsync(search, cancellation);
        if (DidYouMean is null) Nothing = await loosening.LookAsync(search, cancellation);
        return Page();
    }

    private void Refuse(string sentence, string field = "")
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
