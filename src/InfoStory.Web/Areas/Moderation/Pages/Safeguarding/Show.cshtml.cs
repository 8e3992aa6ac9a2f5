using InfoStory.Moderation.Safeguarding;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Safeguarding;

public sealed class ShowModel(SafeguardingLane lane) : FormPage
{
    [FromRoute]
    public required string Reference { get; set => field = value.ToUpperInvariant(); }

    [BindProperty]
    public RecordDecision Form { get; set; } = new();

    public CaseOnDesk Case { get; private set; } = null!;

    public int Revision => Conflicted ? Case.Revision : Form.Revision;

    public override async Task LoadAsync(CancellationToken cancellation) => Case = await lane.OpenAsync(Reference, User.ToActor(), cancellation);

    public void OnGet() => Form = new()
    {
        Revision = Case.Revision,
        Rules = [.. Case.Rules],
        Decision = Case.Decision,
        Why = Case.Why,
        SharedWith = Case.SharedWith,
        HandOver = Case.HandOver,
    };

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation)
    {
        await lane.SaveAsync(Reference, Form, User.ToActor(), cancellation);
        TempData["Flash"] = "Saved";
        return RedirectToPage("Show", new { reference = Reference });
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation)
    {
        await lane.CloseAsync(Reference, Form, User.ToActor(), cancellation);
        TempData["Flash"] = "The case is closed";
        return RedirectToPage("/Stories/Show", new { reference = Reference });
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation)
    {
        await lane.DeclineAsync(Reference, Form, User.ToActor(), cancellation);
        TempData["Flash"] = "The case is closed, and the story is declined";
        return RedirectToPage("/Stories/Show", new { reference = Reference });
    }
}
