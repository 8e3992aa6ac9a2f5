using InfoStory.CaseStudies;
using InfoStory.CaseStudies.HereToo;
using InfoStory.Places;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.CaseStudies;

/// <summary>"This happens here too": the button on the page of a case study, and the page that thanks for it.</summary>
[WithoutToken]
public sealed class HereTooModel(Library library, TapSubmission taps, PlaceCatalogue places) : FormPage
{
    [FromRoute]
    public required string Slug { get; set; }

    /// <summary>The sealed tap that the page thanks for.</summary>
    [FromQuery(Name = "tap")]
    public string? Tap { get; set; }

    /// <summary>Something was added to it.</summary>
    [FromQuery(Name = "added")]
    public bool WasAdded { get; set; }

    [BindProperty]
    public SayMore Form { get; set; } = new();

    public CaseStudyToRead Study { get; private set; } = null!;

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    /// <summary>There is a tap to thank for; else the button is shown.</summary>
    public bool Thanks { get; private set; }

    /// <summary>This browser does not say where a form comes from.</summary>
    public bool NeedsToken => !OwnPages.AreTold(Request);

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Study = await library.ReadAsync(Slug.ToLowerInvariant(), cancellation);
        Thanks = taps.Knows(Tap, Study.Id);
        if (Thanks && !WasAdded) Places = await places.AllAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return RedirectToPage(new { Study.Slug, tap = await taps.TapAsync(HttpContext, Study.Id) });
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        await taps.SayAsync(Tap, Study.Id, Form, cancellation);
        return RedirectToPage(new { Study.Slug, tap = Tap, added = true });
    }
}
