using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Campaigns;

/// <summary>Pages say whether a campaign is to come, runs, or is over.</summary>
internal sealed class DaysOfCampaigns : IPublicMoment
{
    public Task<DateTime?> NextAsync(InfoStoryContext db, DateTime now, CancellationToken cancellation) =>
        db.Campaigns.Where(campaign => campaign.EndsAt > now)
            .MinAsync(campaign => (DateTime?)(campaign.StartsAt > now ? campaign.StartsAt : campaign.EndsAt), cancellation);
}
