using InfoStory.Data;
using InfoStory.Dissemination.Digests;
using InfoStory.Letters;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Digests;

/// <summary>One digest: the letter as a reader gets it, and what a publisher decides about it.</summary>
[NotKept]
public sealed class ShowModel(DigestDesk desk, SiteAddress site) : FormPage
{
    [FromRoute]
    public Id<Digest> Id { get; set; }

    /// <summary>What the reader follows for whom the letter is shown; empty for everything.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Interest { get; set; }

    [BindProperty]
    public DecideDigest Form { get; set; } = new();

    public DigestOnDesk Digest { get; private set; } = null!;

    /// <summary>The letter as its reader sees it who does not read it as text.</summary>
    public IEnumerable<IEnumerable<IEnumerable<LetterPart>>> Layout => LetterLayout.Of(Digest.Letter?.Body ?? "", site.Url);

    public override async Task LoadAsync(CancellationToken cancellation) => Digest = await desk.ShowAsync(Id, Interest, User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation)
    {
        await desk.ApproveAsync(Id, Form, User.ToActor(), cancellation);
        return Done("Approved. Its letters are written now, and leave one after the other");
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancellation)
    {
        await desk.DropAsync(Id, Form, User.ToActor(), cancellation);
        return Done("Dropped. It goes to nobody");
    }

    public async Task<IActionResult> OnPostTurnAsync(CancellationToken cancellation)
    {
        await desk.TurnAsync(Id, Form, User.ToActor(), cancellation);
        return Done("Changed");
    }

    private RedirectToPageResult Done(string flash)
    {
        TempData["Flash"] = flash;
        return RedirectToPage(new { Id });
    }
}
