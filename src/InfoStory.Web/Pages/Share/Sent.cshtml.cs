using InfoStory.Stories;
using InfoStory.Web.Authors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Share;

public sealed class SentModel(Drafts drafts, Sharing sharing) : PageModel
{
    /// <summary>Null where the six words have been shown before.</summary>
    public Sent? Sent { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (DraftCookie.Read(Request) is not { } secret) return Page();

        Sent = await sharing.FindSentAsync(secret, cancellation);
        if (Sent is null) return await drafts.FindAsync(secret, cancellation) is null ? Page() : RedirectToPage("Check");

        // A HEAD shows nothing, so it must not cost the author the words.
        if (HttpMethods.IsGet(Request.Method)) DraftCookie.Delete(Response);
        return Page();
    }
}
