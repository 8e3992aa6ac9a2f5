using System.Globalization;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Briefings;

/// <summary>What calls a briefing back from whoever has it, and forgets who had it.</summary>
public sealed class BriefingRecall(InfoStoryContext db, SubscriberSeal seal, Batch batch, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <summary>Who has this copy; null where there is none, or who had it is forgotten.</summary>
    public async Task<CopyHolder?> HolderAsync(Id<BriefingCopy> id, CancellationToken cancellation) =>
        await db.BriefingCopies.Where(copy => copy.Id == id).Select(copy => copy.Sealed).FirstOrDefaultAsync(cancellation) is { } closed
            ? CopySeal.Read(seal.Unprotect(closed))
            : null;

    /// <summary>
    /// Ends the links of these copies on the context, and deletes the letters that carry them and wait; whoever calls it saves. What is called back already,
    /// or is not there, is left alone. The page leaves out by itself what may not be shown any more, so that a copy need not be ended for one story.
    /// </summary>
    public Task KillAsync(IReadOnlyCollection<Id<BriefingCopy>> ids, CancellationToken cancellation) => KillAsync(ids, Actor.System, cancellation);

    /// <summary>The same for somebody who was asked already whether they may.</summary>
    internal async Task KillAsync(IReadOnlyCollection<Id<BriefingCopy>> ids, Actor actor, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var copies = await db.BriefingCopies.Where(copy => ids.Contains(copy.Id) && copy.CalledBackAt == null).ToListAsync(cancellation);
        var ended = copies.FindAll(copy => copy.CallBack(now)).ConvertAll(copy => copy.Subject);
        db.RemoveRange(await db.Set<Letter>().Where(letter => ended.Contains(letter.Subject)).ToListAsync(cancellation));
        db.History.AddRange(ended.Select(subject => HistoryEntry.Of(subject, HistoryAct.BriefingCalledBack, actor, now)));
    }

    /// <summary>
    /// These may not be shown to this audience any more, with the save of the caller: no letter of a copy leaves after the one that calls it back. One that
    /// nobody has begun to send leads to the rest, and what was taken back was never given with it. Where nothing is left, or a try has begun, so that its
    /// reader may have it, the copy is called back whole, and its letter is not sent.
    /// </summary>
    /// <param name="audience">Null for every audience.</param>
    internal async Task TakeBackAsync(IReadOnlyCollection<Id<CaseStudy>> studies, Audience? audience, CancellationToken cancellation)
    {
        var waiting = db.Deliveries.Where(one => one.LetterId != null && one.CalledBackAt == null && one.Recipient.StartsWith(BriefingCopy.Named));
        var found = await waiting.Where(one => studies.Contains(one.CaseStudyId) && (audience == null || one.Audience == audience))
            .Select(one => one.LetterId!.Value).ToListAsync(cancellation);
        if (found.Count == 0) return;

        // From now on nobody begins to send one of them.
        await db.Set<Letter>().Where(letter => found.Contains(letter.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Tries, letter => letter.Tries), cancellation);
        var untried = await db.Set<Letter>().Where(letter => found.Contains(letter.Id) && letter.Tries == 0).Select(letter => letter.Id)
            .ToListAsync(cancellation);
        var given = await waiting.Where(one => found.Contains(one.LetterId!.Value)).ToListAsync(cancellation);
        db.RemoveRange(given.Where(one => untried.Contains(one.LetterId!.Value) && studies.Contains(one.CaseStudyId)));
        var ended = given.GroupBy(one => one.Recipient).Where(copy => !untried.Contains(copy.First().LetterId!.Value)
            || copy.All(one => db.Entry(one).State == EntityState.Deleted)).Select(copy => copy.Key);
        await KillAsync([.. ended.Select(subject => new Id<BriefingCopy>(long.Parse(subject[BriefingCopy.Named.Length..], CultureInfo.InvariantCulture)))],
            cancellation);
    }

    /// <summary>Forgets who had copies whose links ended, or were called back, <see cref="BriefingCopy.DaysKept"/> days ago. Returns how many.</summary>
    public Task<int> ForgetOldAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow.AddDays(-BriefingCopy.DaysKept);
        var old = db.BriefingCopies.Where(copy => copy.Sealed != null && (copy.EndsAt <= before || copy.CalledBackAt <= before)).OrderBy(copy => copy.Id)
            .Select(copy => copy.Id);
        return batch.EachAsync($"{nameof(BriefingRecall)}.Forget", old, AtOnce, id => id.Value, id => ForgetAsync(id, cancellation), cancellation);
    }

    private async Task<int> ForgetAsync(Id<BriefingCopy> id, CancellationToken cancellation)
    {
        var copy = await db.BriefingCopies.FindAsync(one => one.Id == id, cancellation);
        copy.Forget();
        db.RemoveRange(await db.Set<Letter>().Where(letter => letter.Subject == copy.Subject).ToListAsync(cancellation));
        db.History.Add(HistoryEntry.Of(copy.Subject, HistoryAct.BriefingHolderForgotten, Actor.System, clock.UtcNow));
        await db.SaveChangesAsync(cancellation);
        return 1;
    }
}
