using InfoStory.CaseStudies;
using InfoStory.CaseStudies.HereToo;
using InfoStory.Data;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>How often readers said that it happens where they are too, and where, exactly; nothing where nobody did.</summary>
public sealed class HereTooViewComponent(HappensHereToo here) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Id<CaseStudy> id) => View(
        "~/Areas/Moderation/Pages/CaseStudies/_HereToo.cshtml", await here.ShowAsync(id, UserClaimsPrincipal.ToActor(), HttpContext.RequestAborted));
}
