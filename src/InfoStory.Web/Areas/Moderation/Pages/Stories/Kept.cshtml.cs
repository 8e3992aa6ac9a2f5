using InfoStory.Moderation.Desk;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Where a script sends what is being typed about a story; it has no page to look at.</summary>
public sealed class KeptModel(EditDrafts edits) : FormPage
{
    [FromRoute]
    public required string Reference { get; set => field = value.ToUpperInvariant(); }

    [BindProperty]
    public ReviewStory Form { get; set; } = new();

    public IActionResult OnGet() => Redirect(Url.Page("Show", new { reference = Reference }) + QueueQuery.Carried(Request));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        await edits.KeepAsync(Reference, Form, User.ToActor(), cancellation) ? new NoContentResult() : StatusCode(StatusCodes.Status413PayloadTooLarge);

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken cancellation)
    {
        await edits.ForgetAsync(Reference, Form, User.ToActor(), cancellation);
        return OnGet();
    }
}
