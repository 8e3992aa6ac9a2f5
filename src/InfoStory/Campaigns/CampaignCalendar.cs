using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Campaigns;

/// <summary>A campaign as the public reads it; its days in UTC, the last one included.</summary>
public sealed record CampaignToRead(
    Id<Campaign> Id, string Slug, string Name, string Hashtag, string Summary, DateOnly FirstDay, DateOnly LastDay, CampaignPhase Phase,
    IReadOnlyList<string> Prompts, IReadOnlyList<PlaceOnBoard> Places);

public sealed record PlaceOnBoard(string Name, string Slug);

/// <summary>One line of a list of campaigns.</summary>
public sealed record CampaignRow(Id<Campaign> Id, string Slug, string Name, DateOnly FirstDay, DateOnly LastDay, CampaignPhase Phase);

/// <summary>What runs when.</summary>
public sealed class CampaignCalendar(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>The most campaigns that one list shows.</summary>
    public const int ListSize = 200;

    /// <summary>The campaign that runs now, with its prompts, the newest where several do; null between campaigns.</summary>
    public Task<Campaign?> CurrentAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        return db.Campaigns.AsNoTracking()
            .Where(campaign => campaign.StartsAt <= now && now < campaign.EndsAt)
            .OrderByDescending(campaign => campaign.StartsAt)
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The campaign at this address, before, during or after its days. One statement.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<CampaignToRead> ReadAsync(string slug, CancellationToken cancellation)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(campaign => campaign.Places)
            .ThenInclude(on => on.Place).FindAsync(campaign => campaign.Slug == slug, cancellation);
        return new(
            campaign.Id, campaign.Slug, campaign.Name, campaign.Hashtag, campaign.Summary, campaign.FirstDay, campaign.LastDay, campaign.PhaseAt(clock.UtcNow),
            campaign.Prompts,
            [.. campaign.Places.Select(on => new PlaceOnBoard(on.Place!.Name, on.Place.Slug)).OrderBy(place => place.Name, StringComparer.CurrentCulture)]);
    }

    /// <summary>The newest campaigns, last to begin first, at most <see cref="ListSize"/>. One statement.</summary>
    public async Task<IReadOnlyList<CampaignRow>> ListAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(campaign => campaign.StartsAt)
            .ThenByDescending(campaign => campaign.Id).Take(ListSize).ToListAsync(cancellation);
        return campaigns.ConvertAll(campaign =>
            new CampaignRow(campaign.Id, campaign.Slug, campaign.Name, campaign.FirstDay, campaign.LastDay, campaign.PhaseAt(now)));
    }

    /// <summary>Saves a new campaign, whose slug must be free; the public sees it at once. No history is written: nobody of the team did it.</summary>
    public async Task AddAsync(Campaign campaign, CancellationToken cancellation)
    {
        db.Campaigns.Add(campaign);
        await db.SaveChangesAsync(cancellation);
    }
}
