using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>What time does to subscribers: who did not say yes is forgotten, who was imported and did not say no is on the list.</summary>
public sealed class SubscriberUpkeep(InfoStoryContext db, Batch batch, SubscriberLetters letters, TimeProvider clock)
{
    /// <summary>The most subscribers that are looked at before the next are.</summary>
    public const int AtOnce = 200;

    private const int MostRounds = 100, MonthsAfterEnd = 12;

    private const string NoNo = "seven days after our letter, without a no";

    /// <summary>An import whose letter could not be sent for as long as letters wait is forgotten, once whoever was told last had their days.</summary>
    private static readonly TimeSpan LongestImport = LetterDesk.KeptFor + SubscriberLetters.Wait;

    public Task RunAsync(CancellationToken cancellation) => batch.StepsAsync(
        nameof(SubscriberUpkeep), cancellation,
        ForgetUnconfirmedAsync, ConfirmImportedAsync, ForgetUnreachedAsync, ForgetNewAddressesAsync, ForgetEndedAsync, ForgetTypedAsync);

    private Task ForgetUnconfirmedAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow - SubscriberLetters.Wait;
        return ForgetAsync(
            "Unconfirmed", db.Subscribers.Where(one => one.State == SubscriberState.Waiting && one.ImportId == null && one.AskedAt <= before), cancellation);
    }

    private Task ForgetUnreachedAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow - LongestImport;
        return ForgetAsync(
            "Unreached", db.Subscribers.Where(one => one.State == SubscriberState.Waiting && one.ImportId != null && one.AskedAt <= before), cancellation);
    }

    /// <summary>Who left is a number for a year; that their address is not imported again stays.</summary>
    private async Task ForgetEndedAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow.AddMonths(-MonthsAfterEnd);
        await db.Subscribers.Where(one => (one.State == SubscriberState.Left || one.State == SubscriberState.Suppressed) && one.EndedAt <= before)
            .ExecuteDeleteAsync(cancellation);
        await db.Set<SubscriberImport>().Where(import => !db.Set<Subscriber>().Any(one => one.ImportId == import.Id)).ExecuteDeleteAsync(cancellation);
    }

    private async Task ForgetNewAddressesAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow - SubscriberLetters.Wait;
        await EachAsync("NewAddress", db.Subscribers.Where(one => one.NextAskedAt <= before), ForgetNewAddressAsync, cancellation);
    }

    private async Task ForgetTypedAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow - SubscriberLetters.Wait;
        await db.Set<TypedAddress>().Where(typed => typed.At <= before).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>
    /// Only that a letter left counts as told, and their days run from then on: one may wait, be given up or be let go. Whatever is written to somebody who
    /// was imported and waits, says how to say no.
    /// </summary>
    private async Task ConfirmImportedAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow - SubscriberLetters.Wait;
        var after = default(Id<Subscriber>);
        for (var round = 0; round < MostRounds; round++)
        {
            var last = after;
            var due = await db.Subscribers
                .Where(one => one.State == SubscriberState.Waiting && one.ImportId != null && one.AskedAt <= before && one.Id > last)
                .OrderBy(one => one.Id).Take(AtOnce).AsNoTracking().ToListAsync(cancellation);
            if (due.Count == 0) return;

            after = due[^1].Id;
            var subjects = due.ConvertAll(one => one.Subject);
            var told = await db.History.Where(entry => subjects.Contains(entry.Subject) && entry.Act == HistoryAct.LetterSent && entry.At <= before)
                .Select(entry => entry.Subject).ToListAsync(cancellation);
            foreach (var one in due.Where(one => told.Contains(one.Subject)))
                await batch.TryAsync($"{nameof(SubscriberUpkeep)}.Imported", one.Id.Value, () => ConfirmAsync(one.Id, cancellation), cancellation);
        }
    }

    private async Task<int> ConfirmAsync(Id<Subscriber> id, CancellationToken cancellation)
    {
        var subscriber = await db.Subscribers.FindAsync(one => one.Id == id && one.State == SubscriberState.Waiting, cancellation);
        subscriber.Confirm(wording: null, clock.UtcNow);
        db.History.Add(HistoryEntry.Of(subscriber.Subject, HistoryAct.SubscriptionConfirmed, Actor.System, clock.UtcNow, NoNo));
        await db.SaveChangesAsync(cancellation);
        return 1;
    }

    /// <summary>Deletes them, each with the letters to them that wait.</summary>
    private Task ForgetAsync(string work, IQueryable<Subscriber> due, CancellationToken cancellation) =>
        EachAsync(work, due, ForgetAsync, cancellation);

    private async Task EachAsync(
        string work, IQueryable<Subscriber> due, Func<Id<Subscriber>, CancellationToken, Task<int>> act, CancellationToken cancellation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var forgotten = await batch.EachAsync(
                $"{nameof(SubscriberUpkeep)}.{work}", due.OrderBy(one => one.Id).Select(one => one.Id), AtOnce, id => id.Value,
                id => act(id, cancellation), cancellation);
            if (forgotten == 0) return;
        }
    }

    private async Task<int> ForgetNewAddressAsync(Id<Subscriber> id, CancellationToken cancellation)
    {
        var subscriber = await db.Subscribers.FindAsync(one => one.Id == id && one.NextKey != null, cancellation);
        await letters.DropAsync(subscriber, subscriber.NextKey!, cancellation);
        subscriber.ForgetNext();
        await db.SaveChangesAsync(cancellation);
        return 1;
    }

    private async Task<int> ForgetAsync(Id<Subscriber> id, CancellationToken cancellation)
    {
        var subscriber = await db.Subscribers.FindAsync(one => one.Id == id, cancellation);
        await letters.DropAllAsync(subscriber.Subject, cancellation);
        db.Remove(subscriber);
        await db.SaveChangesAsync(cancellation);
        return 1;
    }
}
