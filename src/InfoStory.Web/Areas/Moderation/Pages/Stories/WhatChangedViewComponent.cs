using InfoStory.Authors;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>What the author said of whether anything changed. What they wrote of it is among the messages.</summary>
public sealed class WhatChangedViewComponent(WhatChanged changes) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string reference) =>
        await changes.ReadOfAsync(reference, UserClaimsPrincipal.ToActor(), HttpContext.RequestAborted) is { } asked
            ? View("~/Areas/Moderation/Pages/Stories/_WhatChanged.cshtml", asked)
            : Content("");
}
