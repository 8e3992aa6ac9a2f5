using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Asks;

/// <summary>One ask: what happened to it, and what came by email or telephone.</summary>
public sealed class ShowModel(AskDesk desk, AskRecords records) : FormPage
{
    [FromRoute]
    public Id<Ask> Id { get; set; }

    [BindProperty]
    public RecordAsk Form { get; set; } = new();

    public AskOnDesk Ask { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation) => Ask = await desk.ShowAsync(Id, User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await records.RecordAsync(Id, Form, User.ToActor(), cancellation);
        TempData["Flash"] = "Recorded. The public page says it too";
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellation)
    {
        await records.UndoAnswerAsync(Id, Form.Revision, User.ToActor(), cancellation);
        TempData["Flash"] = "Undone. The public page says that we were wrong";
        return RedirectToPage(new { Id });
    }
}
