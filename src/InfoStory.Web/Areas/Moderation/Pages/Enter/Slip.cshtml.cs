using InfoStory.Sharing;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Enter;

public sealed class SlipModel(StorySender sender, EntryKeys keys) : PageModel
{
    /// <summary>Null where the slip has been shown before.</summary>
    public Sent? Sent { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (keys.Open(SlipCookie.Read(Request), User.ToActor(), EntryKeys.ForSlip) is not { } secret) return;

        Sent = await sender.FindSentAsync(secret, cancellation);
        // A HEAD shows nothing, so it must not cost the teller the words.
        if (HttpMethods.IsGet(Request.Method)) SlipCookie.Delete(Response);
    }
}
