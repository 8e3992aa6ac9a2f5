using InfoStory.Data.Access;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.SecondFactor;

/// <summary>A page on which a member of staff changes their own second factor.</summary>
public abstract class SecondFactorPage : FormPage
{
    protected Actor Me => User.ToActor();

    protected long MyId => Me.StaffId!.Value;

    /// <summary>Shows new recovery codes until they are kept; where there are none to show, the second factors.</summary>
    protected RedirectToPageResult Done(IReadOnlyList<string> codes, string flash)
    {
        TempData["Flash"] = flash;
        if (codes.Count == 0) return RedirectToPage("Index");

        ShownOnce.Write(HttpContext, ShownOnce.Codes, string.Join(' ', codes));
        return RedirectToPage("RecoveryCodes");
    }
}
