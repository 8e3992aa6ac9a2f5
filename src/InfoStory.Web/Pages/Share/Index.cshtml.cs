using InfoStory.Campaigns;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Share;

public sealed class IndexModel(CampaignCalendar campaigns) : PageModel
{
    /// <summary>The campaign that runs now; null between campaigns.</summary>
    public Campaign? Campaign { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Campaign = await campaigns.CurrentAsync(cancellation);
}
