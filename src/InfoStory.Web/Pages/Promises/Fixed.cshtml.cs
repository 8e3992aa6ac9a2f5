using InfoStory.Organisations.Promises;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Promises;

/// <summary>"It is fixed where I am": the button on the page of a promise, and the page that thanks for it.</summary>
[WithoutToken]
public sealed class FixedModel(PromiseBook book, FixedSubmission taps) : FormPage
{
    [FromRoute]
    public required string Slug { get; set; }

    /// <summary>Which time it was made, as the form showed it.</summary>
    [BindProperty]
    public int Made { get; set; }

    /// <summary>Something was said, and the page thanks for it.</summary>
    [FromQuery(Name = "said")]
    public bool Thanks { get; set; }

    public PromiseToRead Read { get; private set; } = null!;

    /// <summary>This browser does not say where a form comes from.</summary>
    public bool NeedsToken => !OwnPages.AreTold(Request);

    public override async Task LoadAsync(CancellationToken cancellation) => Read = await book.ReadAsync(Slug.ToLowerInvariant(), cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        await taps.TapAsync(HttpContext, Read.Promise.Id, Made);
        return RedirectToPage(new { Read.Promise.Slug, said = true });
    }
}
