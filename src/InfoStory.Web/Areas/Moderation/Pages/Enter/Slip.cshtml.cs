using InfoStory.Sharing;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Enter;

public sealed class SlipModel(StorySender sender, EntryKeys keys) : FormPage
{
    /// <summary>Null where there is no slip, or its teller has the words.</summary>
    public Sent? Sent { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        if (keys.Open(SlipCookie.Read(Request), User.ToActor(), EntryKeys.ForSlip) is { } secret) Sent = await sender.FindSentAsync(secret, cancellation);
    }

    /// <summary>The teller has the words: from now on nobody else has.</summary>
    public IActionResult OnPost()
    {
        SlipCookie.Delete(Response);
        return RedirectToPage("Index");
    }
}
