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
    /// try has begun may have arrived, so what it delivers stays; where it names one of them it is not tried again. Every save that takes a case study down,
    /// or ends a consent, does this by itself.
    /// </summary>
    public Task TakeBackAsync(IReadOnlyCollection<Id<CaseStudy>> studies, CancellationToken cancellation) => TakeBackAsync(db, studies, cancellation);

    internal static async Task TakeBackAsync(InfoStoryContext db, IReadOnlyCollection<Id<CaseStudy>> studies, CancellationToken cancellation)
    {
        if (studies.Count == 0) return;

        await DeliveryLock.HoldAsync(db, studies, cancellation);
        // A letter may speak of a case study that its reader got before: of what was answered.
        // What waits is little: at most what leaves in two minutes.
        var waiting = await db.Set<DigestLetter>().OrderBy(one => one.LetterId).Select(one => new { one.LetterId, one.SubscriberId }).ToListAsync(cancellation);
        if (waiting.Count == 0) return;

        var readers = waiting.Select(one => Subscriber.SubjectOf(one.SubscriberId)).Distinct().ToList();
        var told = await db.Deliveries.Where(sent => studies.Contains(sent.CaseStudyId) && readers.Contains(sent.Recipient)).Select(sent => sent.Recipient)
            .ToHashSetAsync(cancellation);
        var found = waiting.Where(one => told.Contains(Subscriber.SubjectOf(one.SubscriberId))).Select(one => one.LetterId).ToList();
        if (found.Count == 0) return;

        // From now on nobody begins to send one of them.
        await db.Set<Letter>().Where(letter => found.Contains(letter.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Tries, letter => letter.Tries), cancellation);
        await DropBegunAsync(db, studies, found, cancellation);
        var held = await db.Set<DigestLetter>().AsNoTracking().Where(one => found.Contains(one.LetterId) && one.Letter.Tries == 0).ToListAsync(cancellation);
        var keys = held.ConvertAll(one => one.LetterId);
        await ForgetAsync(db, keys.ConvertAll(key => (Id<Letter>?)key), cancellation);
        await LookAgainAsync(db, held, cancellation);
        await db.Set<Letter>().Where(letter => keys.Contains(letter.Id)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>
    /// In the transaction of a save that gives letters up untried: what was in them is written anew to whom it may still go to, for as long as
    /// <see cref="LetterDesk.KeptFor"/> since the digest was made.
    /// </summary>
    internal static async Task WriteAnewAsync(InfoStoryContext db, IReadOnlyCollection<Letter> ended, CancellationToken cancellation)
    {
        if (ended.Count == 0) return;

        var (keys, since) = (ended.Select(letter => letter.Id).ToList(), ended.Max(letter => letter.GivenUpAt) - LetterDesk.KeptFor);
        var digests = db.Digests.Where(digest => digest.MadeAt > since);
        var mine = db.Set<DigestLetter>().Where(one => keys.Contains(one.LetterId) && digests.Any(digest => digest.Id == one.DigestId));
        var held = await mine.AsNoTracking().ToListAsync(cancellation);
        if (held.Count == 0) return;

        // Once: the letter stays, for whoever looks why it did not leave.
        await mine.ExecuteDeleteAsync(cancellation);
        await LookAgainAsync(db, held, cancellation);
    }

    /// <summary>In the transaction of a save: deletes what waits for this subscriber, as if what nobody has begun to send had not been written.</summary>
    internal static async Task DropAsync(InfoStoryContext db, Subscriber subscriber, CancellationToken cancellation)
    {
        var id = subscriber.Id;
        // Whoever writes to them at this moment is through, or sees what they chose.
        await db.Subscribers.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version), cancellation);
        var waiting = db.Set<DigestLetter>().Where(one => one.SubscriberId == id);
        var found = await waiting.Select(one => one.LetterId).ToListAsync(cancellation);
        if (found.Count == 0) return;

        await db.Set<Letter>().Where(letter => found.Contains(letter.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Tries, letter => letter.Tries), cancellation);
        var untried = await waiting.AsNoTracking().Where(one => one.Letter.Tries == 0).ToListAsync(cancellation);
        await ForgetAsync(db, untried.ConvertAll(one => (Id<Letter>?)one.LetterId), cancellation);
        if (untried.Count > 0)
        {
            var told = FirstTold(untried);
            await db.Subscribers.Where(one => one.Id == id && (told == null || one.ToldTo > told))
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.ToldTo, told), cancellation);
        }

        await db.Set<Letter>().Where(letter => found.Contains(letter.Id)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>One of each case study goes with the save, so that whoever counts them sees it; the others, which may be many, at once.</summary>
    private static async Task ForgetAsync(InfoStoryContext db, List<Id<Letter>?> letters, CancellationToken cancellation)
    {
        var sent = db.Deliveries.Where(one => letters.Contains(one.LetterId));
        List<Id<Delivery>> seen = [];
        foreach (var study in await sent.Select(one => one.CaseStudyId).Distinct().ToListAsync(cancellation))
        {
            var first = await sent.OrderBy(one => one.Id).FirstAsync(one => one.CaseStudyId == study, cancellation);
            db.Remove(first);
            seen.Add(first.Id);
        }

        await sent.Where(one => !seen.Contains(one.Id)).ExecuteDeleteAsync(cancellation);
    }

    private static async Task DropBegunAsync(
        InfoStoryContext db, IReadOnlyCollection<Id<CaseStudy>> studies, List<Id<Letter>> found, CancellationToken cancellation)
    {
        var begun = await db.Set<Letter>().Where(letter => found.Contains(letter.Id) && letter.Tries > 0)
            .Select(letter => new { letter.Id, letter.Body }).ToListAsync(cancellation);
        if (begun.Count == 0) return;

        var slugs = await db.CaseStudies.Where(study => studies.Contains(study.Id)).Select(study => study.Slug).ToListAsync(cancellation);
        var named = begun.FindAll(letter => slugs.Exists(slug => letter.Body.Contains($"/case-studies/{slug}", StringComparison.Ordinal)))
            .ConvertAll(letter => letter.Id);
        await db.Set<Letter>().Where(letter => named.Contains(letter.Id)).ExecuteDeleteAsync(cancellation);
    }

    private static async Task LookAgainAsync(InfoStoryContext db, List<DigestLetter> held, CancellationToken cancellation)
    {
        foreach (var digest in held.GroupBy(one => one.DigestId))
        {
            // Whoever has their letter is not written to again: they have got it all.
            var (id, before, letters) = (digest.Key, new Id<Subscriber>(digest.Min(one => one.SubscriberId.Value) - 1), digest.Count());
            await db.Digests.Where(one => one.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.Last, one => one.Last < before ? one.Last : before)
                    .SetProperty(one => one.Letters, one => one.Letters - letters).SetProperty(one => one.State, DigestState.Sending)
                    .SetProperty(one => one.EndedAt, (DateTime?)null).SetProperty(one => one.Revision, one => one.Revision + 1), cancellation);
        }

        // As whoever writes does it: first the digests, then the readers.
        foreach (var told in held.GroupBy(one => one.SubscriberId).GroupBy(FirstTold, one => one.Key))
        {
            var (readers, to) = (told.ToList(), told.Key);
            // Only back: another letter of theirs may have been looked at before.
            await db.Subscribers.Where(one => readers.Contains(one.Id) && (to == null || one.ToldTo > to))
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.ToldTo, to), cancellation);
        }
    }

    /// <summary>Up to where a reader had been told before the first of these letters; null where never.</summary>
    private static DateTime? FirstTold(IEnumerable<DigestLetter> letters)
    {
        var told = letters.Select(one => one.ToldTo).ToList();
        return told.Contains(null) ? null : told.Min();
    }
}
