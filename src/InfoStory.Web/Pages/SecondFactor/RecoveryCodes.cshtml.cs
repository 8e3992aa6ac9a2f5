using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.SecondFactor;

public sealed class RecoveryCodesModel : SecondFactorPage
{
    public IReadOnlyList<string> Shown => ShownOnce.Read(HttpContext, ShownOnce.Codes)?.Split(' ') ?? [];

    /// <summary>From now on they are nowhere but where their person keeps them.</summary>
    public IActionResult OnPostKept()
    {
        ShownOnce.Delete(HttpContext);
        return LocalRedirect(DeskMenu.HomeOf(User, Url));
    }
}
