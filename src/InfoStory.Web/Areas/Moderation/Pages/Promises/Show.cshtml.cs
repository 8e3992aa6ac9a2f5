using InfoStory.Organisations.Promises;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Promises;

/// <summary>One promise: what happened to it, and what came by email or telephone.</summary>
public sealed class ShowModel(PromiseDesk desk, Promising promising) : FormPage
{
    [FromRoute]
    public required string Slug { get; set => field = value.ToLowerInvariant(); }

    [BindProperty]
    public RecordPromise Form { get; set; } = new();

    public PromiseOnDesk Shown { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation) => Shown = await desk.ShowAsync(Slug, User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await promising.RecordAsync(Slug, Form, User.ToActor(), cancellation);
        TempData["Flash"] = "Recorded. The public page says it too";
        return RedirectToPage(new { Slug });
    }
}
