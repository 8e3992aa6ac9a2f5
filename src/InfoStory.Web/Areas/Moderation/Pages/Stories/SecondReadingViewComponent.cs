using InfoStory.CaseStudies;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>What the second person says yes to beside the public text: the whole case study, above the button that says it.</summary>
public sealed class SecondReadingViewComponent(SecondReading reading) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string reference) => View(
        "~/Areas/Moderation/Pages/Stories/_SecondReading.cshtml",
        await reading.ShowAsync(reference, UserClaimsPrincipal.ToActor(), HttpContext.RequestAborted));
}
