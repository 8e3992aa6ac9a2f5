using InfoStory.Campaigns;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Administration.Pages.Campaigns;

public sealed class IndexModel(CampaignCalendar calendar) : PageModel
{
    public IReadOnlyList<CampaignRow> Campaigns { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Campaigns = await calendar.ListAsync(cancellation);
}
