using InfoStory.Campaigns;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Areas.Moderation.Pages.Invitations;

public sealed class ShowModel(InfoStory.Campaigns.Invitations invitations, IOptions<SiteOptions> site) : FormPage
{
    [FromRoute]
    public required string Code { get; set; }

    public InvitationToRead Invitation { get; private set; } = null!;

    public string Address => site.Value.InvitationUrl(Invitation.Code);

    /// <summary>The address as somebody types it from a poster.</summary>
    public string PlainAddress => site.Value.Plainly($"/i/{Invitation.Code}");

    public override async Task LoadAsync(CancellationToken cancellation) => Invitation = await invitations.ReadAsync(Code, cancellation);

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation)
    {
        await invitations.CloseAsync(Code, User.ToActor(), cancellation);
        TempData["Flash"] = "Closed. Nobody can come by it any more";
        return RedirectToPage("Show", new { code = Code });
    }
}
