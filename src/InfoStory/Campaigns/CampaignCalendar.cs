using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Campaigns;

/// <summary>A campaign as the public reads it; its days in London, the last one included.</summary>
public sealed record CampaignToRead(
    Id<Campaign> Id, string Slug, string Name, string Hashtag, string Summary, DateOnly FirstDay, DateOnly LastDay, CampaignPhase Phase,
    IReadOnlyList<string> Prompts, IReadOnlyList<PlaceOnBoard> Places);

public sealed record PlaceOnBoard(string Name, string Slug);

/// <summary>One line of a list of campaigns.</summary>
public sealed record CampaignRow(Id<Campaign> Id, string Slug, string Name, DateOnly FirstDay, DateOnly LastDay, CampaignPhase Phase)
{
    internal DateTime StartsAt { get; init; }
}

/// <summary>A page of campaigns, last to begin first; <paramref name="Next"/> is null on the last one.</summary>
public sealed record CampaignList(IReadOnlyList<CampaignRow> Rows, Cursor? Next);

/// <summary>What runs when.</summary>
public sealed class CampaignCalendar(InfoStoryContext db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>The most campaigns that one list of choices offers.</summary>
    private const int Choices = 200;

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

    /// <summary>The newest 200 campaigns, last to begin first, to choose one of. One statement.</summary>
    public Task<List<CampaignRow>> ListAsync(CancellationToken cancellation) => RowsAsync(null, Choices, cancellation);

    /// <summary>One page of the campaigns, last to begin first, from just after the cursor. One statement.</summary>
    public async Task<CampaignList> PageAsync(Cursor? after, CancellationToken cancellation)
    {
        var rows = await RowsAsync(after, PageSize + 1, cancellation);
        return new(
            rows.Count > PageSize ? rows[..PageSize] : rows,
            Cursor.After(rows, PageSize, row => new(row.StartsAt, row.Id.Value)));
    }

    private async Task<List<CampaignRow>> RowsAsync(Cursor? after, int most, CancellationToken cancellation)
    {
        var (now, campaigns) = (clock.UtcNow, db.Campaigns.AsNoTracking());
        if (after is { At: var at, Id: var id })
        {
            var key = new Id<Campaign>(id);
            campaigns = campaigns.Where(campaign => campaign.StartsAt <= at && (campaign.StartsAt < at || campaign.Id < key));
        }

        var found = await campaigns.OrderByDescending(campaign => campaign.StartsAt).ThenByDescending(campaign => campaign.Id).Take(most)
            .ToListAsync(cancellation);
        return found.ConvertAll(campaign =>
            new CampaignRow(campaign.Id, campaign.Slug, campaign.Name, campaign.FirstDay, campaign.LastDay, campaign.PhaseAt(now))
            {
                StartsAt = campaign.StartsAt,
            });
    }

    /// <summary>Saves a new campaign, whose slug must be free; the public sees it at once. No history is written: nobody of the team did it.</summary>
    public async Task AddAsync(Campaign campaign, CancellationToken cancellation)
    {
        db.Campaigns.Add(campaign);
        await db.SaveChangesAsync(cancellation);
    }
}
