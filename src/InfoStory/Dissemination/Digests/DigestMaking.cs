using InfoStory.CaseStudies;
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
        // A list that is looked at all day is written to only when there is something.
        if (list.Rhythm != Rhythm.AtOnce) list.Look(now);
        var open = await db.Digests.Include(digest => digest.Items).Where(digest => digest.Audience == list.Audience && digest.Rhythm == list.Rhythm)
            .Where(digest => digest.State == DigestState.Waiting || digest.State == DigestState.Sending).OrderBy(digest => digest.Id).ToListAsync(cancellation);
        // What comes while one still goes out is told together in the next.
        if (list.Rhythm == Rhythm.AtOnce && open.Exists(digest => digest.State == DigestState.Sending)) return;

        var waiting = open.Find(digest => digest.State == DigestState.Waiting);
        var (fresh, until) = await FreshAsync(list, from, now - DigestTimes.Settles, cancellation);
        var isNew = until > from && (fresh.Count > 0 || await IsAnsweredAsync(list, from, until, cancellation));
        if (isNew && await HasReadersAsync(list, until, cancellation))
        {
            if (waiting is null) db.Add(waiting = new() { Audience = list.Audience, Rhythm = list.Rhythm, From = from, MadeAt = now });
            waiting.TakeIn(fresh.Except(waiting.Items.Select(item => item.CaseStudyId)), until);
        }

        if (isNew) list.Cover(until, now);
        if (list.IsAutomatic) waiting?.Approve(Actor.System, now);
    }

    private async Task<(IReadOnlyList<Id<CaseStudy>> Fresh, DateTime Until)> FreshAsync(
        DigestList list, DateTime from, DateTime until, CancellationToken cancellation)
    {
        var fresh = await reading.FreshAsync(list.Audience, from, until, cancellation);
        if (fresh.Count > Most) until = fresh[Most - 1].At;
        return ([.. fresh.TakeWhile(study => study.At <= until).Select(study => study.Id)], until);
    }

    private async Task<bool> IsAnsweredAsync(DigestList list, DateTime from, DateTime until, CancellationToken cancellation) =>
        await reading.EventsAsync(from, until, cancellation) is { Count: > 0 } events
        && !(await reading.ReadAsync(list.Audience, [], events, cancellation)).IsEmpty;

    private Task<bool> HasReadersAsync(DigestList list, DateTime until, CancellationToken cancellation) => db.Subscribers.AnyAsync(
        one => one.State == SubscriberState.Confirmed && one.Audience == list.Audience && one.Rhythm == list.Rhythm && one.ConfirmedAt < until, cancellation);
}
