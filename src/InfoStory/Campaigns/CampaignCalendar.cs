using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Campaigns;

/// <summary>What runs when.</summary>
public sealed class CampaignCalendar(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>The campaign that runs now, the newest where several do; null between campaigns.</summary>
    public Task<Campaign?> CurrentAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        return db.Campaigns.AsNoTracking()
            .Where(campaign => campaign.StartsAt <= now && now < campaign.EndsAt)
            .OrderByDescending(campaign => campaign.StartsAt)
            .FirstOrDefaultAsync(cancellation);
    }

    public async Task AddAsync(Campaign campaign, CancellationToken cancellation)
    {
        db.Campaigns.Add(campaign);
        db.Add(new Edition { At = clock.UtcNow });
        await db.SaveChangesAsync(cancellation);
    }
}
