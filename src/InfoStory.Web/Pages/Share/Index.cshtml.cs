using InfoStory.Campaigns;
using InfoStory.Sharing;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Share;

public sealed class IndexModel(CampaignCalendar campaigns, Drafts drafts) : PageModel
{
    /// <summary>The campaign that runs now; null between campaigns.</summary>
    public Campaign? Campaign { get; private set; }

    /// <summary>Where the story that is begun on this device goes on; null where none is.</summary>
    public string? GoesOn { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Campaign = await campaigns.CurrentAsync(cancellation);
        GoesOn = Questions.GoesOn(await drafts.FindAsync(DraftCookie.Read(Request), cancellation));
    }
}
