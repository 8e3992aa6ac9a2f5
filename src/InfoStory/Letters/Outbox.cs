using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Letters;

/// <summary>How many letters were refused more than once, how many of them go to staff, and when the oldest was written; null where there is none.</summary>
public sealed record RefusedLetters(int Letters, int ToStaff, DateTime? Since);

/// <summary>The letters that wait.</summary>
public sealed class Outbox(InfoStoryContext db, Batch batch, ContactSeal seal, SiteAddress site, TimeProvider clock)
{
    private const int AtOnce = 10, MostLooks = 20;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1), AtMostOneIn = TimeSpan.FromMinutes(10);

    /// <summary>Keeps a letter that lets somebody sign in until it is sent. To one subject at most one in ten minutes; a further one is not written.</summary>
    public async Task WriteAsync(string subject, string to, string title, string body, CancellationToken cancellation)
    {
        var (now, since) = (clock.UtcNow, clock.UtcNow - AtMostOneIn);
        if (await db.History.AnyAsync(entry => entry.Subject == subject && entry.Act == HistoryAct.LetterWritten && entry.At > since, cancellation)) return;

        db.Add(new Letter { Subject = subject, To = to, Title = title, Body = body, Lane = LetterLane.Urgent, WrittenAt = now, NextTryAt = now });
        db.History.Add(HistoryEntry.Of(subject, HistoryAct.LetterWritten, Actor.System, now));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>
    /// Hands over every letter about somebody at risk whose time has come, immediate danger first. The job that does this does nothing else, so that no other
    /// letter, however slow its server is, stands before one of these.
    /// </summary>
    /// <inheritdoc cref="SendDueAsync" path="/returns"/>
    public Task<int> SendUrgentAsync(IPostman postman, CancellationToken cancellation) => SendAsync(
        $"{nameof(Outbox)}.Urgent", db.Set<Letter>().Where(letter => letter.CaseId != null)
            .OrderByDescending(letter => db.Set<SafeguardingCase>().Any(one => one.Id == letter.CaseId && one.Level == SafeguardingLevel.ImmediateDanger)),
        postman, cancellation);

    /// <summary>
    /// Hands over every other letter whose time has come: those to staff first, who wait at a page, then those to authors. A letter that fails is tried again
    /// later and given up in its turn. Two processes that do this at once never hand over the same one.
    /// </summary>
    /// <returns>How many were sent.</returns>
    public Task<int> SendDueAsync(IPostman postman, CancellationToken cancellation) => SendAsync(
        nameof(Outbox), db.Set<Letter>().Where(letter => letter.CaseId == null).OrderBy(letter => letter.To == null), postman, cancellation);

    /// <summary>The letters that were tried more than once and still wait.</summary>
    public async Task<RefusedLetters> RefusedAsync(CancellationToken cancellation)
    {
        var refused = db.Set<Letter>().Where(Letter.IsRefused);
        return new(
            await refused.CountAsync(cancellation), await refused.CountAsync(letter => letter.To != null, cancellation),
            await refused.MinAsync(letter => (DateTime?)letter.WrittenAt, cancellation));
    }

    private async Task<int> SendAsync(string work, IOrderedQueryable<Letter> lane, IPostman postman, CancellationToken cancellation)
    {
        // A few at a time: what was written meanwhile and stands before the rest does not wait for it.
        var (sent, refused) = (0, new List<string>());
        for (var look = 0; look < MostLooks; look++)
        {
            var now = clock.UtcNow;
            var due = lane.ThenBy(letter => letter.Tries > 0).ThenBy(letter => letter.NextTryAt).ThenBy(letter => letter.Id).AsNoTracking()
                .Where(letter => letter.NextTryAt <= now && !refused.Contains(letter.Subject));
            if (!await due.AnyAsync(cancellation)) break;

            sent += await batch.EachAsync(
                work, due, AtOnce, letter => letter.Id.Value, letter => SendAsync(work, letter, refused, postman, cancellation), cancellation);
        }

        return sent;
    }

    /// <param name="refused">Whose letters were refused: further ones wait for the next run, so that a server that is slow with an address is so once.</param>
    private async Task<int> SendAsync(string work, Letter letter, List<string> refused, IPostman postman, CancellationToken cancellation)
    {
        if (refused.Contains(letter.Subject) || !await TakeAsync(letter, clock.UtcNow, cancellation)) return 0;

        var isLast = letter.Tries + 1 >= Letter.MaxTries;
        try
        {
            var to = letter.To ?? await AddressAsync(letter.ContactKey!, cancellation);
            if (to is null)
            {
                await ForgetAsync(letter, HistoryAct.LetterGivenUp, why: null, cancellation);
                return 0;
            }

            var delivery = await postman.DeliverAsync(letter.SignedBy(site.Signature), to, cancellation);
            if (delivery == Delivery.Done)
            {
                await ForgetAsync(letter, HistoryAct.LetterSent, why: null, cancellation);
                return 1;
            }

            refused.Add(letter.Subject);
            if (delivery == Delivery.Never) await GiveUpAsync(work, letter, "letters cannot be sent to this address", cancellation);
            else if (isLast) await GiveUpAsync(work, letter, why: null, cancellation);
            return 0;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            refused.Add(letter.Subject);
            if (!isLast) throw;

            db.ChangeTracker.Clear();
            await GiveUpAsync(work, letter, why: null, cancellation);
            return 0;
        }
    }

    private async Task GiveUpAsync(string work, Letter letter, string? why, CancellationToken cancellation)
    {
        await ForgetAsync(letter, HistoryAct.LetterGivenUp, why, cancellation);
        batch.GiveUp(work, letter.Id.Value);
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

    private async Task ForgetAsync(Letter letter, HistoryAct act, string? why, CancellationToken cancellation)
    {
        db.Remove(letter);
        db.History.Add(HistoryEntry.Of(letter.Subject, act, Actor.System, clock.UtcNow, why));
        await db.SaveChangesAsync(cancellation);
    }
}
