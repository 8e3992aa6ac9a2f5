using InfoStory.Sharing;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Share;

public sealed class ClearedModel(Drafts drafts) : FormPage
{
    public void OnGet()
    {
    }

    /// <summary>Takes away everything that this site keeps in the browser, and the draft that nobody could find any more.</summary>
    public async Task<IActionResult> OnPostClearAsync(CancellationToken cancellation)
    {
        if (DraftCookie.Read(Request) is { } secret) await drafts.DeleteAsync(secret, cancellation);
        await HttpContext.CloseStoryAsync();
        DraftCookie.Delete(Response);
        Response.ForgetOnDevice();
        return RedirectToPage();
    }
}
