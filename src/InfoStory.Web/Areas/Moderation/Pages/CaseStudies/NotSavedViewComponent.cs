using System.Globalization;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>What this person typed of a case study and did not save.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Address">The address that shows it again.</param>
/// <param name="At">When the last of it was typed.</param>
/// <param name="Older">So often they had typed there before that, and not saved it either.</param>
/// <param name="SavedSince">Somebody has saved the case study since the page was opened on which it was typed.</param>
public sealed record NotSaved(Id<CaseStudy> Study, string Key, string Address, DateTime At, int Older, bool SavedSince);

/// <summary>Offers on the page of a case study what its reader typed there last and did not save; nothing where there is nothing.</summary>
public sealed class NotSavedViewComponent(FormKeeper keeper) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Id<CaseStudy> id, int revision)
    {
        var all = await keeper.TypedOfAsync(HttpContext, id, HttpContext.RequestAborted);
        if (all is not [var (form, typed), ..]) return Content("");

        var savedSince = typed.Fields.GetValueOrDefault("Form.Revision") is not [var built] || built != revision.ToString(CultureInfo.InvariantCulture);
        return View(
            "~/Areas/Moderation/Pages/CaseStudies/_NotSaved.cshtml",
            new NotSaved(id, form.Key, FormKeeper.With(typed.Address, form.Key), form.At, all.Count - 1, savedSince));
    }
}
