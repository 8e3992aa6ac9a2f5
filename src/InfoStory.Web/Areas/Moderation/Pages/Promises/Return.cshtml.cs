using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Promises;

/// <summary>Why a report does not appear as it is.</summary>
public sealed class ReturnModel(PromiseReportDesk desk) : FormPage
{
    [FromRoute]
    public required string Slug { get; set => field = value.ToLowerInvariant(); }

    [BindProperty]
    public ReturnResponse Form { get; set; } = new();

    public ReportToReturn Shown { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation) =>
        Shown = await desk.ToReturnAsync(Slug, Conflicted, User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var isTold = await desk.ReturnAsync(Slug, Form, User.ToActor(), cancellation);
        TempData["Flash"] = isTold ? "Returned. The reason is on its way to them" : "Returned. No letter was written to them";
        return RedirectToPage("/Responses/Index");
    }
}
