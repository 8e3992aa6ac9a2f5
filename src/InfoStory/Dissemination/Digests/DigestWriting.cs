using System.Data.Common;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InfoStory.Dissemination.Digests;

/// <summary>
/// Writes the letters of digests that are approved: some readers at a time, and no more than what leaves in about two minutes, so that little waits, and what
/// authors allow is asked just before (docs/decisions/0082).
/// </summary>
public sealed class DigestWriting(
    InfoStoryContext db, Batch batch, DigestReading reading, DigestReaders readers, Interests interests, Library library, LettersOut way, TimeProvider clock)
{
    /// <summary>The most readers that are looked at in one transaction.</summary>
    public const int AtOnce = 200;

    /// <summary>The most digests that one run goes on with.</summary>
    public const int MostDigests = 15;

    /// <summary>So many letters of lists wait at most, tried or not.</summary>
    private const int MostWaiting = 5_000;

    private const int MinutesAhead = 2;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Goes on with every digest where it was. Two processes that do this at once write to nobody twice, and a reader for whom no letter can be written holds
    /// up no other.
    /// </summary>
    /// <returns>How many letters were written.</returns>
    public Task<int> WriteAsync(CancellationToken cancellation)
    {
        var until = clock.UtcNow + Longest;
        // A big one does not stand before the small ones.
        var due = db.Digests.Where(digest => digest.State == DigestState.Sending).OrderBy(digest => digest.Letters).ThenBy(digest => digest.Id);
        return batch.EachAsync(
            nameof(DigestWriting), due.Select(digest => digest.Id), MostDigests, id => id.Value, id => WriteAsync(id, until, cancellation), cancellation);
    }

    private async Task<int> WriteAsync(Id<Digest> id, DateTime until, CancellationToken cancellation)
    {
        var digest = await db.Digests.AsNoTracking().Include(one => one.Items).FindAsync(one => one.Id == id, cancellation);
        var items = digest.Items.Where(item => !item.IsLeftOut).Select(item => item.CaseStudyId).ToList();
        // All of it is past, so that it stays as it is.
        var events = await reading.EventsAsync(digest.From, digest.Until, cancellation);
        var work = new Work(digest, items, events, new(interests, library, items));
        var (written, most) = (0, AtOnce);
        Turn? doubted = null;
        while (clock.UtcNow <= until && await RoomAsync(cancellation) is > 0 and var room)
        {
            try
            {
                if (await StepAsync(work, Math.Min(most, room), cancellation) is not { } letters) return written;

                (written, most) = (written + letters, Math.Min(most * 2, AtOnce));
            }
            catch (Exception fault) when (work.Trying is { } trying && IsOfReader(fault) && !cancellation.IsCancellationRequested)
            {
                // One of them is bad: they are written to one by one, and the one for whom it fails twice more is passed over.
                db.ChangeTracker.Clear();
                if (trying == doubted) await readers.PassOverAsync(id, trying.After, trying.Last, fault, cancellation);
                (doubted, most) = (most == 1 ? trying : null, 1);
            }
        }

        return written;
    }

    /// <summary>What passes by itself says nothing of the reader whose turn it was.</summary>
    private static bool IsOfReader(Exception fault) =>
        fault is not (ConflictException or DbException or RetryLimitExceededException
            or DbUpdateException { InnerException: DbException { IsTransient: true } });

    /// <summary>
    /// How many more letters of lists may wait. Full mailboxes, whose letters are tried for a day, hold up nobody else's; a server that takes nothing does.
    /// </summary>
    private async Task<int> RoomAsync(CancellationToken cancellation)
    {
        var most = way.PerMinute == 0 ? MostWaiting : way.PerMinute * MinutesAhead;
        var waiting = db.Set<Letter>().Where(letter => letter.GivenUpAt == null && letter.Lane == LetterLane.List);
        var room = most - await waiting.Where(letter => letter.Tries == 0).Take(most).CountAsync(cancellation);
        return room <= 0 ? 0 : Math.Min(room, MostWaiting - await waiting.Take(MostWaiting).CountAsync(cancellation));
    }

    /// <summary>Writes to the next readers in one transaction: their letters, what they deliver, and how far it is.</summary>
    /// <returns>How many letters were written; null where nobody is left to write to.</returns>
    private async Task<int?> StepAsync(Work work, int most, CancellationToken cancellation)
    {
        int? letters = null;
        await db.TogetherAsync(async () => letters = await StepOnceAsync(work, most, cancellation), cancellation);
        return letters;
    }

    private async Task<int?> StepOnceAsync(Work work, int most, CancellationToken cancellation)
    {
        var (digest, id) = (work.Digest, work.Digest.Id);
        work.Trying = null;
        // Whoever takes a story back or allows it no more waits until this ends, or is seen; and so does who writes the same digest.
        await DeliveryLock.HoldAsync(db, [.. work.Items.Union(work.Events.Select(one => one.Of))], cancellation);
        var mine = db.Digests.Where(one => one.Id == id && one.State == DigestState.Sending);
        if (await mine.ExecuteUpdateAsync(set => set.SetProperty(one => one.Letters, one => one.Letters), cancellation) == 0) return null;

        var issue = await reading.ReadAsync(digest.Audience, work.Items, work.Events, cancellation);
        if (issue.IsEmpty) return await EndAsync(mine, cancellation);

        var after = await mine.Select(one => one.Last).SingleAsync(cancellation);
        var due = await DueSubscribers.TakeAsync(db, digest.Audience, digest.Rhythm, after, most, cancellation);
        if (due.Last is not { } last) return await EndAsync(mine, cancellation);

        work.Trying = new(after, last);
        var letters = await readers.WriteAsync(digest, issue, work.Interests, due.Readers, cancellation);
        await db.SaveChangesAsync(cancellation);
        await mine.ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Last, last).SetProperty(one => one.Letters, one => one.Letters + letters), cancellation);
        return letters;
    }

    /// <summary>In the transaction that saw that nobody is left: whoever moves it back to some readers comes before it, or after.</summary>
    private async Task<int?> EndAsync(IQueryable<Digest> mine, CancellationToken cancellation)
    {
        var digest = await mine.SingleAsync(cancellation);
        digest.End(clock.UtcNow);
        var letters = digest.Letters == 1 ? "1 letter" : $"{digest.Letters} letters";
        db.History.Add(HistoryEntry.Of(digest.Subject, HistoryAct.DigestSent, Actor.System, clock.UtcNow, letters));
        await db.SaveOrConflictAsync(cancellation);
        return null;
    }

    private sealed record Work(Digest Digest, IReadOnlyList<Id<CaseStudy>> Items, IReadOnlyList<DigestEvent> Events, DigestInterests Interests)
    {
        /// <summary>The readers whose letters are just written; null before it is known whose.</summary>
        public Turn? Trying { get; set; }
    }

    /// <summary>The readers after one key, up to another.</summary>
    private sealed record Turn(Id<Subscriber> After, Id<Subscriber> Last);
}
