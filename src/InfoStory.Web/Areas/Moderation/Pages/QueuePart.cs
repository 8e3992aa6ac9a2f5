using InfoStory.Campaigns;
using InfoStory.Moderation.Queue;
using InfoStory.Places;
using InfoStory.Tags;

namespace InfoStory.Web.Areas.Moderation.Pages;

/// <summary>
/// A part of the queue and what it can be narrowed by. <paramref name="Query"/> names it as it is named today; <paramref name="Filter"/> is null where the
/// query names something that is not there.
/// </summary>
public sealed record QueuePart(
    QueueQuery Query, QueueFilter? Filter, IReadOnlyList<TagChoice> Tags, IReadOnlyList<PlaceChoice> Places, IReadOnlyList<CampaignRow> Campaigns);

/// <summary>Finds the part of the queue that an address means.</summary>
public sealed class QueuePartReader(TagCatalogue tags, PlaceCatalogue places, CampaignCalendar campaigns)
{
    public async Task<QueuePart> ReadAsync(QueueQuery asked, CancellationToken cancellation)
    {
        // A tag may have been renamed or merged since the address was kept.
        var query = asked with { Service = await TodayAsync(asked.Service, cancellation), Tag = await TodayAsync(asked.Tag, cancellation) };
        // What the address names is found although it is retired.
        var all = await tags.WithAsync(new[] { query.Service, query.Tag }.OfType<string>(), cancellation);
        var (where, which) = (await places.AllAsync(cancellation), await campaigns.ListAsync(cancellation));
        return new(query, query.Resolve(all, where, which), all, where, which);
    }

    private async Task<string?> TodayAsync(string? slug, CancellationToken cancellation) =>
        slug is null ? null : (await tags.FindAsync(slug, cancellation))?.Slug ?? slug;
}
