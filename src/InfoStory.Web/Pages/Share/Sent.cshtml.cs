using InfoStory.Protection.Contacts;
using InfoStory.Sharing;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Share;

public sealed class SentModel(Drafts drafts, StorySender sender, ContactBook contacts, Authors.MyStory stories) : FormPage
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

    /// <summary>
    /// Opens My story for whoever has sent it on this device within the day, who may see the six words here too, at what helps us understand it.
    /// </summary>
    public async Task<IActionResult> OnPostMoreAsync(string? question, CancellationToken cancellation)
    {
        var sent = DraftCookie.Read(Request) ?? DraftCookie.ReadShownOnce(Request);
        if (sent is not null && await stories.OpenAsync(sent, cancellation) is { } story) await HttpContext.OpenStoryAsync(story);

        return question == MoreQuestions.HandOffs
            ? RedirectToPage("/MyStory/Open/Question", new { question })
            : RedirectToPage("/MyStory/Open/More");
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
