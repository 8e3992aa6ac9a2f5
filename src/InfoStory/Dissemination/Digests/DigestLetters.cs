using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Digests;

/// <summary>The letters of digests that still wait.</summary>
public sealed class DigestLetters(InfoStoryContext db)
{
    /// <summary>
    /// In the transaction of the caller, and at once: takes back every letter that waits, that nobody has begun to send, and that goes to somebody who gets
    /// or got one of these case studies, as if it had not been written. Its readers are looked at again, and get what is left for them. A letter whose first
    /// try has begun counts as gone. Every save that takes a case study down, or ends a consent, does this by itself.
    /// </summary>
    public Task TakeBackAsync(IReadOnlyCollection<Id<CaseStudy>> studies, CancellationToken cancellation) => TakeBackAsync(db, studies, cancellation);

    internal static async Task TakeBackAsync(InfoStoryContext db, IReadOnlyCollection<Id<CaseStudy>> studies, CancellationToken cancellation)
    {
        if (studies.Count == 0) return;

        await DeliveryLock.HoldAsync(db, studies, cancellation);
        // A letter may speak of a case study that its reader got before: of what was answered.
        var found = await db.Set<DigestLetter>().Where(one => one.Letter.Tries == 0
                && db.Set<Delivery>().Any(sent => studies.Contains(sent.CaseStudyId) && sent.Recipient == one.Letter.Subject))
            .Select(one => one.LetterId).ToListAsync(cancellation);
        if (found.Count == 0) return;

        // From now on nobody begins to send one of them.
        await db.Set<Letter>().Where(letter => found.Contains(letter.Id) && letter.Tries == 0)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Tries, 0), cancellation);
        var held = await db.Set<DigestLetter>().AsNoTracking().Where(one => found.Contains(one.LetterId) && one.Letter.Tries == 0).ToListAsync(cancellation);
        var keys = held.ConvertAll(one => one.LetterId);
        var letters = keys.ConvertAll(key => (Id<Letter>?)key);
        await db.Deliveries.Where(sent => letters.Contains(sent.LetterId)).ExecuteDeleteAsync(cancellation);
        await LookAgainAsync(db, held, cancellation);
        await db.Set<Letter>().Where(letter => keys.Contains(letter.Id)).ExecuteDeleteAsync(cancellation);
    }

    private static async Task LookAgainAsync(InfoStoryContext db, List<DigestLetter> held, CancellationToken cancellation)
    {
        foreach (var told in held.GroupBy(one => one.ToldTo))
        {
            var (readers, to) = (told.Select(one => one.SubscriberId).ToList(), told.Key);
            await db.Subscribers.Where(one => readers.Contains(one.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.ToldTo, to), cancellation);
        }

        foreach (var digest in held.GroupBy(one => one.DigestId))
        {
            // Whoever has their letter is not written to again: they have got it all.
            var (id, before, letters) = (digest.Key, new Id<Subscriber>(digest.Min(one => one.SubscriberId.Value) - 1), digest.Count());
            await db.Digests.Where(one => one.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.Last, one => one.Last < before ? one.Last : before)
                    .SetProperty(one => one.Letters, one => one.Letters - letters).SetProperty(one => one.State, DigestState.Sending)
                    .SetProperty(one => one.EndedAt, (DateTime?)null).SetProperty(one => one.Revision, one => one.Revision + 1), cancellation);
        }
    }
}
