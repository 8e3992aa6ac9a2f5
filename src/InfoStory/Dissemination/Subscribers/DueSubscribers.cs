using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>Some of those who have said yes, by their keys.</summary>
/// <param name="Last">The key after which the next are; null where nobody is left.</param>
internal sealed record DueSubscribers(IReadOnlyList<Subscriber> Readers, Id<Subscriber>? Last)
{
    /// <summary>
    /// The next who are confirmed, of this audience and rhythm. In a transaction: until it ends none of them leaves or changes anything, so that nobody is
    /// written to who has just left. Three short statements, whoever else is on the list.
    /// </summary>
    public static async Task<DueSubscribers> TakeAsync(
        InfoStoryContext db, SubscriberAudience audience, Rhythm rhythm, Id<Subscriber> after, int most, CancellationToken cancellation)
    {
        var of = db.Subscribers.Where(one => one.State == SubscriberState.Confirmed && one.Audience == audience && one.Rhythm == rhythm);
        var keys = await of.Where(one => one.Id > after).OrderBy(one => one.Id).Take(most).Select(one => one.Id).ToListAsync(cancellation);
        if (keys.Count == 0) return new([], null);

        // Writing what stands there is what makes others wait.
        await of.Where(one => keys.Contains(one.Id)).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version), cancellation);
        return new(await of.AsNoTracking().Where(one => keys.Contains(one.Id)).OrderBy(one => one.Id).ToListAsync(cancellation), keys[^1]);
    }
}
