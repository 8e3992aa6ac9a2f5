using InfoStory.Data;
using InfoStory.Organisations.Responses;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Responses;

/// <summary>Why an answer does not appear as it is.</summary>
public sealed class ReturnModel(ResponsesToRead responses, ResponseDesk desk) : FormPage
{
    [FromRoute]
    public Id<Response> Id { get; set; }

    [BindProperty]
    public ReturnResponse Form { get; set; } = new();

    public ResponseToReturn Shown { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation) => Shown = await responses.ToReturnAsync(Id, User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var isTold = await desk.ReturnAsync(Id, Form, User.ToActor(), cancellation);
        TempData["Flash"] = isTold ? "Returned. A letter with the reason is on its way" : "Returned. No letter was written";
        return RedirectToPage("Index");
    }
}
