using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Digests;

/// <summary>Makes the digests that are due, each only where there is something new for somebody.</summary>
public sealed class DigestMaking(InfoStoryContext db, Batch batch, DigestReading reading, TimeProvider clock)
{
    /// <summary>The most case studies in one digest; what is more waits for the next.</summary>
    public const int Most = 50;

    /// <summary>For so long publishers see what they sent or dropped, and why.</summary>
    public const int MonthsKept = 12;

    private const int AtOnce = 500;

    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(1);

    /// <summary>
    /// Looks at every list whose time it is. One that waits for approval takes in what came since, so that there is never more than one. Two processes that
    /// do this at once make one.
    /// </summary>
    public async Task MakeDueAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var lists = await db.DigestLists.AsNoTracking().OrderBy(list => list.Id).ToListAsync(cancellation);
        foreach (var list in lists.Where(list => DigestTimes.AreDue(list.Rhythm, list.LookedAt, now)))
            await batch.TryAsync(nameof(DigestMaking), list.Id.Value, () => MakeAsync(list.Id, now, cancellation), cancellation);
    }

    /// <summary>
    /// Deletes what ended <see cref="MonthsKept"/> months ago. What was sent to whom is in the log of deliveries, that there was a digest in the history.
    /// </summary>
    public Task<int> ForgetOldAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow.AddMonths(-MonthsKept);
        return db.Digests.Where(digest => digest.EndedAt <= before).ExecuteDeleteAsync(cancellation);
    }

    private async Task<int> MakeAsync(Id<DigestList> id, DateTime now, CancellationToken cancellation)
    {
        var list = await db.DigestLists.FindAsync(one => one.Id == id, cancellation);
        if (!DigestTimes.AreDue(list.Rhythm, list.LookedAt, now)) return 0;

        if (list.CoveredTo is { } from) await MakeAsync(list, from, now, cancellation);
        else list.Begin(now);
        await db.SaveOrConflictAsync(cancellation);
        return 1;
    }

    private async Task MakeAsync(DigestList list, DateTime from, DateTime now, CancellationToken cancellation)
    {
        var open = await db.Digests.Include(digest => digest.Items).Where(digest => digest.Audience == list.Audience && digest.Rhythm == list.Rhythm)
            .Where(digest => digest.State == DigestState.Waiting || digest.State == DigestState.Sending).OrderBy(digest => digest.Id).ToListAsync(cancellation);
        // What comes while one still goes out is told together in the next.
        if (list.Rhythm == Rhythm.AtOnce && open.Exists(digest => digest.State == DigestState.Sending)) return;

        var waiting = open.Find(digest => digest.State == DigestState.Waiting);
        var settled = now - DigestTimes.Settles;
        var (fresh, until) = await HasReadersAsync(list, settled, cancellation) ? await FreshAsync(list, from, settled, cancellation) : ([], from);
        var answered = until > from && fresh.Count == 0 ? await AnsweredAsync(list, from, until, open.Count > 0, cancellation) : Answered.Nothing;
        var isNew = until > from && (fresh.Count > 0 || answered == Answered.ForReaders);
        if (isNew && await HasReadersAsync(list, until, cancellation))
        {
            if (waiting is null) db.Add(waiting = new() { Audience = list.Audience, Rhythm = list.Rhythm, From = from, MadeAt = now });
            waiting.TakeIn(fresh.Except(waiting.Items.Select(item => item.CaseStudyId)), until);
        }

        // A list that is looked at all day is written to only when there is something, and once a day, so that it reads no more than a day anew.
        if (!isNew) until = settled;
        var moves = isNew || answered == Answered.ForNobody || settled - from > LooksBack;
        if (moves) list.Cover(until);
        // What is left goes on with the next look, and not in a week.
        if (until == settled && (moves || list.Rhythm != Rhythm.AtOnce)) list.Look(now);
        if (list.IsAutomatic) waiting?.Approve(Actor.System, now);
    }

    private async Task<(IReadOnlyList<Id<CaseStudy>> Fresh, DateTime Until)> FreshAsync(
        DigestList list, DateTime from, DateTime until, CancellationToken cancellation)
    {
        var fresh = await reading.FreshAsync(list.Audience, from, until, cancellation);
        if (fresh.Count > Most) until = fresh[Most - 1].At;
        return ([.. fresh.TakeWhile(study => study.At <= until).Select(study => study.Id)], until);
    }

    /// <param name="isOpen">Whether a digest still goes to somebody, who has then got what is in it.</param>
    private async Task<Answered> AnsweredAsync(DigestList list, DateTime from, DateTime until, bool isOpen, CancellationToken cancellation)
    {
        if (await reading.EventsAsync(from, until, cancellation) is not { Count: > 0 } events) return Answered.Nothing;

        var of = (await reading.ReadAsync(list.Audience, [], events, cancellation)).News.Select(one => one.Of.Id).Distinct().ToList();
        if (of.Count == 0) return Answered.Nothing;

        // News is told to those who got the case study, and to nobody where none of the readers did.
        return isOpen || await HasReaderOfAsync(list, of, until, cancellation) ? Answered.ForReaders : Answered.ForNobody;
    }

    /// <summary>Whether one of the readers of this list got one of these case studies: some readers at a time, the oldest first.</summary>
    private async Task<bool> HasReaderOfAsync(DigestList list, List<Id<CaseStudy>> of, DateTime until, CancellationToken cancellation)
    {
        for (var after = default(Id<Subscriber>); ;)
        {
            var last = after;
            var readers = await ReadersOf(list, until).Where(one => one.Id > last).OrderBy(one => one.Id).Select(one => one.Id).Take(AtOnce)
                .ToListAsync(cancellation);
            if (readers.Count == 0) return false;

            var subjects = readers.ConvertAll(Subscriber.SubjectOf);
            if (await db.Deliveries.AnyAsync(sent => of.Contains(sent.CaseStudyId) && subjects.Contains(sent.Recipient), cancellation)) return true;

            after = readers[^1];
        }
    }

    private Task<bool> HasReadersAsync(DigestList list, DateTime until, CancellationToken cancellation) => ReadersOf(list, until).AnyAsync(cancellation);

    private IQueryable<Subscriber> ReadersOf(DigestList list, DateTime until) => db.Subscribers.Where(
        one => one.State == SubscriberState.Confirmed && one.Audience == list.Audience && one.Rhythm == list.Rhythm && one.ConfirmedAt < until);

    private enum Answered
    {
        Nothing,

        /// <summary>None of the readers got what it is about: it is not looked for again.</summary>
        ForNobody,

        ForReaders,
    }
}
