using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>Whom a case study was put to, on its page.</summary>
public sealed class AsksViewComponent(AskDesk desk) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Id<CaseStudy> id) => View(
        "~/Areas/Moderation/Pages/CaseStudies/_Asks.cshtml", await desk.OfCaseStudyAsync(id, UserClaimsPrincipal.ToActor(), HttpContext.RequestAborted));
}
