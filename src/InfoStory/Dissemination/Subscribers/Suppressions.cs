using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>Keeps, by keyed hashes alone, which addresses are not written to.</summary>
public sealed class Suppressions(InfoStoryContext db, SubscriberSeal seal, SubscriberLetters letters, TimeProvider clock)
{
    /// <summary>
    /// Never writes to this address again: the subscriber's address is deleted with their letters that wait, and a keyed hash stays. A graver reason takes the
    /// place of a milder one. The same twice is once; an address that is none is nobody's.
    /// </summary>
    public Task SuppressAsync(string address, SuppressionReason reason, CancellationToken cancellation) =>
        SuppressAsync(address, reason, Actor.System, cancellation);

    internal async Task SuppressAsync(string typed, SuppressionReason reason, Actor actor, CancellationToken cancellation)
    {
        if (EmailAddress.Tidy(typed) is not { } address) return;

        var key = seal.KeyOf(address);
        await db.InsistAsync(async () =>
        {
            if (await db.Subscribers.FirstOrDefaultAsync(subscriber => subscriber.AddressKey == key, cancellation) is { } subscriber)
                await EndAsync(subscriber, SubscriberState.Suppressed, reason, actor, cancellation);
            else await KeepAsync(address, reason, cancellation);
            foreach (var waiting in await db.Subscribers.Where(one => one.NextKey == key).ToListAsync(cancellation))
            {
                await letters.DropAsync(waiting, key, cancellation);
                waiting.ForgetNext();
            }

            await db.SaveOrConflictAsync(cancellation);
        });
    }

    /// <summary>True where not even its owner can ask for letters to it.</summary>
    internal Task<bool> BarsAsync(string address, CancellationToken cancellation)
    {
        var (key, mailbox) = (seal.KeyOf(address), seal.MailboxOf(address));
        return db.Suppressions.AnyAsync(
            one => one.Reason != SuppressionReason.Left && (one.AddressKey == key || one.Mailbox == mailbox), cancellation);
    }

    /// <summary>They came back by themselves. Removed with the next save.</summary>
    internal async Task LiftAsync(string key, CancellationToken cancellation) =>
        db.RemoveRange(await db.Suppressions.Where(one => one.AddressKey == key && one.Reason == SuppressionReason.Left).ToListAsync(cancellation));

    /// <summary>Ends a subscription, with the next save: the address goes, with letters to it that wait, and its hash stays.</summary>
    internal async Task EndAsync(
        Subscriber subscriber, SubscriberState state, SuppressionReason reason, Actor actor, CancellationToken cancellation)
    {
        await KeepAsync(seal.Open(subscriber.Sealed!), reason, cancellation);
        var subject = subscriber.Subject;
        await letters.DropAllAsync(subject, cancellation);
        subscriber.End(state, clock.UtcNow);
        db.History.Add(HistoryEntry.Of(
            subject, state == SubscriberState.Left ? HistoryAct.SubscriberLeft : HistoryAct.SubscriberSuppressed, actor, clock.UtcNow,
            state == SubscriberState.Left ? null : reason.InWords()));
    }

    private async Task KeepAsync(string address, SuppressionReason reason, CancellationToken cancellation)
    {
        var (key, mailbox) = (seal.KeyOf(address), reason == SuppressionReason.Left ? null : seal.MailboxOf(address));
        var kept = await db.Suppressions.FirstOrDefaultAsync(one => one.AddressKey == key, cancellation);
        if (kept is null) db.Add(new Suppression { AddressKey = key, Mailbox = mailbox, Reason = reason, At = clock.UtcNow });
        else if (kept.Reason < reason) (kept.Reason, kept.Mailbox, kept.At) = (reason, mailbox, clock.UtcNow);
    }
}

public static class SubscriberWords
{
    /// <summary>As history and letters have it.</summary>
    public static string InWords(this SuppressionReason reason) => reason switch
    {
        SuppressionReason.Left => "they left",
        SuppressionReason.HardBounce => "letters cannot be delivered",
        SuppressionReason.Complaint => "they complained",
        SuppressionReason.Staff => "the team was asked to",
    };

    /// <summary>After "because".</summary>
    public static string InWords(this LawfulBasis basis) => basis switch
    {
        LawfulBasis.ConsentElsewhere => "you agreed there to get letters like these",
        LawfulBasis.CorporateAddress => "it is an address of an organisation that works on these questions",
        LawfulBasis.PublicOffice => "you hold a public office that decides on these questions, and it is your public address",
    };
}
