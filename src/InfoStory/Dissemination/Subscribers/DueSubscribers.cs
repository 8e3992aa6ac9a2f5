using System.Runtime.CompilerServices;
using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>Somebody to whom a letter of a list may go: where to, what they follow (none is everything), and the signed addresses for its foot.</summary>
public sealed record DueSubscriber(Id<Subscriber> Id, string Email, IReadOnlyList<string> Interests, SubscriberLinks Links);

/// <summary>Goes through everybody who has said yes, for digests.</summary>
public sealed class DueSubscribers(IDbContextFactory<InfoStoryContext> contexts, SubscriberSeal seal, SubscriberLetters letters)
{
    /// <summary>So many are in memory at a time.</summary>
    public const int AtOnce = 500;

    /// <summary>
    /// Everybody confirmed of this audience and rhythm by their keys, from just after the one given, so that whoever was stopped goes on where they were. One
    /// statement for every 500, each over an index, and a context for each.
    /// </summary>
    public async IAsyncEnumerable<DueSubscriber> OfAsync(
        SubscriberAudience audience, Rhythm rhythm, Id<Subscriber> after = default, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var (last, isMore) = (after, true); isMore;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var key = last;
            var some = await db.Subscribers.AsNoTracking()
                .Where(one => one.State == SubscriberState.Confirmed && one.Audience == audience && one.Rhythm == rhythm && one.Id > key)
                .OrderBy(one => one.Id).Take(AtOnce).Select(one => new { one.Id, one.Sealed, one.Interests, one.Version }).ToListAsync(cancellation);
            foreach (var one in some) yield return new(one.Id, seal.Open(one.Sealed!), one.Interests, letters.LinksOf(one.Id, one.Version));

            (last, isMore) = (some.Count > 0 ? some[^1].Id : last, some.Count == AtOnce);
        }
    }
}
