using InfoStory.Protection.Contacts;
using InfoStory.Sharing;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Share;

public sealed class SentModel(Drafts drafts, StorySender sender, ContactBook contacts) : FormPage
{
    /// <summary>Null where the six words have been shown twice, or the device was cleared.</summary>
    public Sent? Sent { get; private set; }

    /// <summary>The words were shown before, and are shown for the last time now.</summary>
    public bool ForTheLastTime { get; private set; }

    /// <summary>We can tell the author when there is news.</summary>
    public bool HasContact { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (DraftCookie.Read(Request) is { } secret) return await ShowAsync(secret, cancellation);
        if (DraftCookie.ReadShownOnce(Request) is not { } shown) return Page();

        (Sent, ForTheLastTime, HasContact) = (await sender.FindSentAsync(shown, cancellation), true, await HasContactAsync(shown, cancellation));
        // A HEAD shows nothing, so it must not cost the author the words.
        if (HttpMethods.IsGet(Request.Method)) DraftCookie.Delete(Response);
        return Page();
    }

    private async Task<IActionResult> ShowAsync(DraftSecret secret, CancellationToken cancellation)
    {
        (Sent, HasContact) = (await sender.FindSentAsync(secret, cancellation), await HasContactAsync(secret, cancellation));
        if (Sent is null) return await drafts.FindAsync(secret, cancellation) is null ? Page() : RedirectToPage("Check");

        if (HttpMethods.IsGet(Request.Method)) DraftCookie.MarkShownOnce(Response, secret);
        return Page();
    }

    private async Task<bool> HasContactAsync(DraftSecret secret, CancellationToken cancellation) => await contacts.FindAsync(secret, cancellation) is not null;
}
