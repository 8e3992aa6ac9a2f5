using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responses;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Asks;

/// <summary>An answer that came by email, written down for the organisation.</summary>
public sealed class ResponseModel(AskDesk desk, ResponseDesk responses) : FormPage
{
    [FromRoute]
    public Id<Ask> Id { get; set; }

    [BindProperty]
    public WriteResponse Form { get; set; } = new();

    public string Organisation { get; private set; } = "";

    /// <summary>When the organisation last wrote at a draft of its own; null where it has none.</summary>
    public DateOnly? TheirDraft { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Organisation = (await desk.ShowAsync(Id, User.ToActor(), cancellation)).Row.Organisation;
        TheirDraft = await responses.TheirDraftAsync(Id, User.ToActor(), cancellation);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var id = await responses.EnterAsync(Id, Form, User.ToActor(), cancellation);
        TempData["Flash"] = "Written down. Read it once more, and publish it";
        return RedirectToPage("/Responses/Show", new { id });
    }
}
