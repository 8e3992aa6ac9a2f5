using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Organisations.Promises;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>What was promised because of a case study, and one promise more.</summary>
public sealed class PromisesModel(Promising promising, PromiseDesk desk) : FormPage
{
    [FromRoute]
    public Id<CaseStudy> Id { get; set; }

    [BindProperty]
    public PlanPromise Form { get; set; } = new();

    public PromiseToPlan Plan { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation) => Plan = await desk.OfCaseStudyAsync(Id, User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await promising.PlanAsync(Id, Form, User.ToActor(), cancellation);
        TempData["Flash"] = "Written down. Everyone can read it now";
        return RedirectToPage(new { Id });
    }
}
