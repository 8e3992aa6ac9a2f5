using InfoStory.Campaigns;
using InfoStory.Insight;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Campaigns;

/// <summary>A campaign before, during or after its days. Its counts are as old as the cache, at most ten minutes.</summary>
public sealed class ReadModel(CampaignCalendar campaigns, CampaignFigures figures) : PageModel
{
    public CampaignToRead Campaign { get; private set; } = null!;

    /// <summary>Null before the campaign opens.</summary>
    public CampaignFigure? Figure { get; private set; }

    public async Task OnGetAsync(string slug, CancellationToken cancellation)
    {
        Campaign = await campaigns.ReadAsync(slug.ToLowerInvariant(), cancellation);
        if (Campaign.Phase != CampaignPhase.Before) Figure = await figures.CountAsync(Campaign.Id, cancellation);
    }
}
