using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Recalls;

/// <summary>Writes the letters that call case studies back, some at a time and to nobody twice, wherever it was stopped before.</summary>
public sealed class RecallRun(InfoStoryContext db, Batch batch, RecallLetters letters, IEnumerable<IRecipients> channels, TimeProvider clock)
{
    /// <summary>So many deliveries to those on a list are in memory at a time.</summary>
    public const int AtOnce = 500;

    /// <summary>The most recalls that one run looks at.</summary>
    public const int Most = 50;

    /// <summary>For how long it is kept who was sent what, once it is called back and the case study can never come back.</summary>
    public const int MonthsKept = 12;

    private const string Work = nameof(RecallRun);

    /// <returns>How many letters were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var written = 0;
        await batch.StepsAsync(Work, cancellation, async stopping => written = await WriteDueAsync(stopping), ForgetOldAsync);
        return written;
    }

    private Task<int> WriteDueAsync(CancellationToken cancellation) => batch.EachAsync(
        $"{Work}.Recalls", db.Recalls.Where(recall => recall.DoneAt == null).OrderBy(recall => recall.Id).Select(recall => recall.Id), Most, id => id.Value,
        id => CallBackAsync(id, cancellation), cancellation);

    private async Task<int> CallBackAsync(Id<Recall> id, CancellationToken cancellation)
    {
        for (var written = 0; ;)
        {
            db.ChangeTracker.Clear();
            var recall = await db.Recalls.FirstOrDefaultAsync(recall => recall.Id == id && recall.DoneAt == null, cancellation);
            // One of the same occasion, or another process, has done it.
            if (recall is null) return written;

            var holders = await NextAsync(recall, cancellation);
            if (holders.Count == 0)
            {
                await EndAsync(recall, cancellation);
                return written;
            }

            written += await StepAsync(recall, holders, cancellation);
        }
    }

    /// <summary>All in one save; where that fails, each by itself, so that one who cannot be written to keeps it from nobody else.</summary>
    private async Task<int> StepAsync(Recall recall, IReadOnlyList<string> holders, CancellationToken cancellation)
    {
        try
        {
            recall.Reach($"{holders[^1]},~");
            var written = await WriteAsync(recall, holders, cancellation);
            await db.SaveChangesAsync(cancellation);
            return written;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && fault is not DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
        }

        var one = 0;
        foreach (var holder in holders)
            one += await batch.TryAsync($"{Work}.One", recall.Id.Value, () => WriteOneAsync(recall.Id, holder, cancellation), cancellation);
        return one;
    }

    private async Task<int> WriteOneAsync(Id<Recall> id, string holder, CancellationToken cancellation)
    {
        var recall = await db.Recalls.FindAsync(recall => recall.Id == id && recall.DoneAt == null, cancellation);
        // First where it goes on: whom it cannot write to has their turn when it begins again.
        recall.Reach($"{holder},~");
        await db.SaveChangesAsync(cancellation);
        var written = await WriteAsync(recall, [holder], cancellation);
        db.Touch(recall);
        await db.SaveChangesAsync(cancellation);
        return written;
    }

    /// <summary>
    /// Who comes next, whole: all that went to one is together. Those who were written to one by one are few, and come first and together, so that a mailbox
    /// which stands for several of them has one letter.
    /// </summary>
    private async Task<IReadOnlyList<string>> NextAsync(Recall recall, CancellationToken cancellation)
    {
        var due = await DueAsync(recall, cancellation);
        if (recall.Reached is { } reached) due = due.Where(delivery => delivery.Recipient.CompareTo(reached) > 0);
        var next = due.OrderBy(delivery => delivery.Recipient).Select(delivery => delivery.Recipient);
        var few = next;
        foreach (var many in channels.Where(channel => channel.IsOfMany).Select(channel => channel.Prefix)) few = few.Where(one => !one.StartsWith(many));
        var found = await few.ToListAsync(cancellation);
        if (found.Count == 0) found = await next.Take(AtOnce).ToListAsync(cancellation);
        return [.. found.Select(Delivery.HolderIn).Distinct()];
    }

    private async Task<int> WriteAsync(Recall recall, IReadOnlyList<string> holders, CancellationToken cancellation)
    {
        var (first, last) = (holders[0], $"{holders[^1]},~");
        var due = await (await DueAsync(recall, cancellation))
            .Where(delivery => delivery.Recipient.CompareTo(first) >= 0 && delivery.Recipient.CompareTo(last) <= 0).ToListAsync(cancellation);
        var found = await FindAsync(holders, cancellation);
        var written = 0;
        foreach (var mailbox in due.Where(delivery => holders.Contains(delivery.Holder)).GroupBy(delivery => Mailbox(delivery.Holder, found)))
        {
            var (addressee, deliveries) = (mailbox.Key.Addressee, mailbox.OrderBy(delivery => delivery.Id.Value).ToList());
            deliveries.ForEach(delivery => delivery.CallBack(recall.At, addressee is null ? null : deliveries[0].Id));
            if (addressee is null) continue;

            db.Add(letters.To(addressee, deliveries.ToLookup(delivery => found[delivery.Holder].Briefing), recall.Why, clock.UtcNow));
            written++;
        }

        return written;
    }

    /// <summary>An organisation and the one that does its work now are one. Those on a list have an address each.</summary>
    private static (Addressee? Addressee, string? Holder) Mailbox(string holder, Dictionary<string, Addressee> found) =>
        found.GetValueOrDefault(holder) is var addressee && addressee is { Lane: LetterLane.List }
            ? (addressee, holder)
            : (addressee is null ? null : addressee with { Briefing = null }, null);

    private async Task<Dictionary<string, Addressee>> FindAsync(IReadOnlyList<string> holders, CancellationToken cancellation)
    {
        Dictionary<string, Addressee> found = [];
        foreach (var channel in channels)
        {
            var mine = holders.Where(holder => holder.StartsWith(channel.Prefix, StringComparison.Ordinal)).ToList();
            if (mine.Count == 0) continue;
            foreach (var (holder, addressee) in await channel.FindAsync(mine, cancellation)) found[holder] = addressee;
        }

        return found;
    }

    /// <summary>What went out before it was taken from its readers, on one occasion, and is not called back. What goes out later was allowed anew.</summary>
    private async Task<IQueryable<Delivery>> DueAsync(Recall recall, CancellationToken cancellation)
    {
        var (at, why, same) = (recall.At, recall.Why, Same(recall));
        var keys = await same.Select(one => one.CaseStudyId).Distinct().ToListAsync(cancellation);
        var recalls = db.Set<Recall>();
        return db.Deliveries.Where(delivery => keys.Contains(delivery.CaseStudyId) && delivery.CalledBackAt == null && delivery.SentAt <= at
            && recalls.Any(one => one.DoneAt == null && one.At == at && one.Why == why && one.CaseStudyId == delivery.CaseStudyId
                && (one.Audience == null || one.Audience == delivery.Audience)));
    }

    private IQueryable<Recall> Same(Recall recall) =>
        db.Recalls.Where(one => one.DoneAt == null && one.At == recall.At && one.Why == recall.Why);

    /// <summary>Everybody was written to. A recall of what went to nobody leaves nothing.</summary>
    private async Task EndAsync(Recall recall, CancellationToken cancellation)
    {
        var due = await DueAsync(recall, cancellation);
        if (await due.AnyAsync(cancellation))
        {
            recall.StartAgain();
            await db.SaveChangesAsync(cancellation);
            throw new InvalidOperationException("Some could not be written to, and have their turn again.");
        }

        foreach (var one in await Same(recall).ToListAsync(cancellation))
        {
            if (!await db.Deliveries.AnyAsync(delivery => delivery.CaseStudyId == one.CaseStudyId && delivery.CalledBackAt == one.At, cancellation))
            {
                db.Remove(one);
                continue;
            }

            one.End(clock.UtcNow);
            var references = await db.Set<CaseStudyStory>().Where(drawn => drawn.CaseStudyId == one.CaseStudyId).Select(drawn => drawn.Story!.Reference)
                .ToListAsync(cancellation);
            db.History.AddRange(references.Select(reference => HistoryEntry.Of(reference, HistoryAct.CalledBack, Actor.System, clock.UtcNow)));
        }

        await db.SaveChangesAsync(cancellation);
    }

    private async Task ForgetOldAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow.AddMonths(-MonthsKept);
        await db.Recalls.Where(recall => recall.DoneAt <= before).ExecuteDeleteAsync(cancellation);
        var standing = db.Set<CaseStudy>();
        await db.Deliveries.Where(delivery => delivery.CalledBackAt <= before && !standing.Any(study =>
            study.Id == delivery.CaseStudyId && study.Stories.All(drawn => drawn.Story!.State != StoryState.Withdrawn))).ExecuteDeleteAsync(cancellation);
    }
}
