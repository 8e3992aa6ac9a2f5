using InfoStory.Protection.Contacts;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Share;

public sealed class ClearedModel(ContactBook contacts) : FormPage
{
    public void OnGet()
    {
    }

    /// <summary>Takes away everything that this site keeps in the browser, and the draft, which nobody could find any more, with its contact.</summary>
    public async Task<IActionResult> OnPostClearAsync(CancellationToken cancellation)
    {
        if (DraftCookie.Read(Request) is { } secret) await contacts.ClearAsync(secret, cancellation);
        await HttpContext.CloseStoryAsync();
        DraftCookie.Delete(Response);
        Response.ForgetOnDevice();
        return RedirectToPage();
    }
}
