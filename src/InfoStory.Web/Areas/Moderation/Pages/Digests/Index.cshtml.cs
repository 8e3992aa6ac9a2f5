using InfoStory.Dissemination.Digests;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Digests;

public sealed class IndexModel(DigestDesk desk) : FormPage
{
    public DigestsNow Now { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation) => Now = await desk.ListAsync(User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAutomaticAsync(long list, bool automatic, CancellationToken cancellation)
    {
        await desk.SetAutomaticAsync(new(list), automatic, User.ToActor(), cancellation);
        TempData["Flash"] = automatic ? "These digests go out by themselves from now on" : "These digests wait for approval from now on";
        return RedirectToPage("Index");
    }
}
