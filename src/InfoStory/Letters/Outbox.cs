using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Letters;

/// <summary>The letters that wait.</summary>
public sealed class Outbox(InfoStoryContext db, ContactSeal seal, TimeProvider clock)
{
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

    /// <summary>Hands over every letter whose time has come. Two processes that do this at once never hand over the same one.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(IPostman postman, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var due = await db.Set<Letter>().AsNoTracking().Where(letter => letter.NextTryAt <= now)
            .OrderBy(letter => letter.NextTryAt).Take(100).ToListAsync(cancellation);

        var sent = 0;
        foreach (var letter in due)
        {
            if (!await TakeAsync(letter, now, cancellation)) continue;

            var to = letter.To ?? await AddressAsync(letter.ContactKey!, cancellation);
            var done = to is not null && await postman.DeliverAsync(letter, to, cancellation);
            if (done) sent++;
            if (done || to is null || letter.Tries + 1 >= Letter.MaxTries)
                await ForgetAsync(letter, done ? HistoryAct.LetterSent : HistoryAct.LetterGivenUp, cancellation);
        }

        return sent;
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
        var next = now + (FirstWait * Math.Pow(2, letter.Tries));
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
