using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Letters;

/// <summary>The letters that wait.</summary>
public sealed class Outbox(InfoStoryContext db, Batch batch, ContactSeal seal, TimeProvider clock)
{
    private const int AtOnce = 10, MostLooks = 20;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1), AtMostOneIn = TimeSpan.FromMinutes(10);

    /// <summary>Keeps a letter until it is sent. To one subject at most one in ten minutes; a further one is not written.</summary>
    public async Task WriteAsync(string subject, string to, string title, string body, CancellationToken cancellation)
    {
        var (now, since) = (clock.UtcNow, clock.UtcNow - AtMostOneIn);
        if (await db.History.AnyAsync(entry => entry.Subject == subject && entry.Act == HistoryAct.LetterWritten && entry.At > since, cancellation)) return;

        db.Add(new Letter { Subject = subject, To = to, Title = title, Body = body, WrittenAt = now, NextTryAt = now });
        db.History.Add(HistoryEntry.Of(subject, HistoryAct.LetterWritten, Actor.System, now));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>
    /// Hands over every letter whose time has come: those about somebody at risk first, then those to staff, who wait at a page, then those to authors. A letter
    /// that fails is tried again later and given up in its turn. Two processes that do this at once never hand over the same one.
    /// </summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(IPostman postman, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var due = db.Set<Letter>().AsNoTracking().Where(letter => letter.NextTryAt <= now)
            .OrderBy(letter => letter.CaseId == null).ThenBy(letter => letter.To == null).ThenBy(letter => letter.NextTryAt).ThenBy(letter => letter.Id);

        // A few at a time: what was written meanwhile about somebody at risk does not wait for the rest.
        var sent = 0;
        for (var look = 0; look < MostLooks && await due.AnyAsync(cancellation); look++)
            sent += await batch.EachAsync(nameof(Outbox), due, AtOnce, letter => letter.Id.Value, letter => SendAsync(letter, postman, now, cancellation), cancellation);
        return sent;
    }

    private async Task<int> SendAsync(Letter letter, IPostman postman, DateTime now, CancellationToken cancellation)
    {
        if (!await TakeAsync(letter, now, cancellation)) return 0;

        var isLast = letter.Tries + 1 >= Letter.MaxTries;
        try
        {
            var to = letter.To ?? await AddressAsync(letter.ContactKey!, cancellation);
            var done = to is not null && await postman.DeliverAsync(letter, to, cancellation);
            if (done || to is null || isLast) await ForgetAsync(letter, done ? HistoryAct.LetterSent : HistoryAct.LetterGivenUp, cancellation);
            return done ? 1 : 0;
        }
        catch (Exception) when (isLast && !cancellation.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            await ForgetAsync(letter, HistoryAct.LetterGivenUp, cancellation);
            throw;
        }
    }

    /// <summary>The author's address, opened for this moment only; null where it was taken away or there never was one.</summary>
    private async Task<string?> AddressAsync(string key, CancellationToken cancellation)
    {
        var closed = await db.Set<Contact>().AsNoTracking().Where(contact => contact.Key == key)
            .Select(contact => contact.Sealed).FirstOrDefaultAsync(cancellation);
        return closed is null ? null : seal.Open(closed).Email;
    }

    private async Task<bool> TakeAsync(Letter letter, DateTime now, CancellationToken cancellation)
    {
        var next = now + (FirstWait * Math.Pow(2, Math.Min(letter.Tries, Letter.MaxTries)));
        return await db.Set<Letter>().Where(mine => mine.Id == letter.Id && mine.Tries == letter.Tries)
            .ExecuteUpdateAsync(set => set.SetProperty(mine => mine.Tries, letter.Tries + 1).SetProperty(mine => mine.NextTryAt, next), cancellation) == 1;
    }

    private async Task ForgetAsync(Letter letter, HistoryAct act, CancellationToken cancellation)
    {
        db.Remove(letter);
        db.History.Add(HistoryEntry.Of(letter.Subject, act, Actor.System, clock.UtcNow));
        await db.SaveChangesAsync(cancellation);
    }
}
