using InfoStory.Protection.Flags;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>The flags of a story, above what it says.</summary>
public sealed class FlagsViewComponent(FlagsOfStory flags) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string reference) =>
        View("~/Areas/Moderation/Pages/Stories/_Flags.cshtml", await flags.ShowAsync(reference, UserClaimsPrincipal.ToActor(), HttpContext.RequestAborted));
}
