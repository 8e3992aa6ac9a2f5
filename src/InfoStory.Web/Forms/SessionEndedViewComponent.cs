using InfoStory.Authors;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Forms;

/// <summary>
/// On a page where somebody signs in: that a session ended before a form was sent, and whether what was typed waits. Nothing where no form is named.
/// </summary>
public sealed class SessionEndedViewComponent(KeptForms kept, FormSeals seals) : ViewComponent
{
    /// <param name="to">The address to which signing in leads.</param>
    public async Task<IViewComponentResult> InvokeAsync(string? to)
    {
        if (FormKeeper.KeyIn(to) is not { } key) return Content("");

        var form = await kept.FindAsync(key, HttpContext.RequestAborted);
        return View("~/Pages/Shared/_SessionEnded.cshtml", form is not null && seals.Open(form.Owner, form.Words) is not null);
    }
}
