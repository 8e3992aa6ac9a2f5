using InfoStory.Campaigns;
using InfoStory.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Invitations;

public sealed class IndexModel(InfoStory.Campaigns.Invitations invitations) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Cursor? After { get; set; }

    public InvitationPage Invitations { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Invitations = await invitations.ListAsync(After, cancellation);
}
