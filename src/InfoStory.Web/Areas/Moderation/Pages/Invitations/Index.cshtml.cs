using InfoStory.Campaigns;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Invitations;

public sealed class IndexModel(InfoStory.Campaigns.Invitations invitations) : PageModel
{
    public IReadOnlyList<InvitationToRead> Invitations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Invitations = await invitations.ListAsync(cancellation);
}
