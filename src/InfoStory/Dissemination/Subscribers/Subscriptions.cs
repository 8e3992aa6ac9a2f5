using FluentValidation;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>What a signed link of a subscriber leads to.</summary>
public enum LinkStanding
{
    /// <summary>The button does what it says.</summary>
    Open,

    /// <summary>It was pressed, or there is nothing to say yes to any more.</summary>
    Done,

    /// <summary>The subscription has ended. Another of the same mailbox may go on.</summary>
    Left,

    /// <summary>They have left by this press.</summary>
    LeftNow,

    /// <summary>It is not ours, its time is over, or a newer one takes its place.</summary>
    Over,
}

/// <summary>What somebody is asked to say yes to. Interests are empty for everything.</summary>
public sealed record Confirmation(LinkStanding Standing)
{
    public bool IsNewAddress { get; init; }

    public SubscriberAudience Audience { get; init; }

    public Rhythm Rhythm { get; init; }

    public IReadOnlyList<InterestToRead> Interests { get; init; } = [];

    /// <summary>When it ended; null where it has not, or nothing is known of it any more.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>The addresses of what is theirs, once they are on the list.</summary>
    public SubscriberLinks? Links { get; init; }
}

/// <summary>How somebody comes to the list: they ask, get a letter, and press the button that it leads to (docs/decisions/0078).</summary>
public sealed class Subscriptions(
    InfoStoryContext db, SubscriberSeal seal, SubscriberLetters letters, Suppressions suppressions, Interests interests, LinkKey links,
    IValidator<StartSubscription> rules, TimeProvider clock)
{
    /// <summary>
    /// Writes to the address that was typed: to say yes, or, where it is on the list, that it is. Writes nothing to one that may not be written to, or that was
    /// written to a moment ago. Whoever asks is told the same each time, and waits for nothing of it.
    /// </summary>
    /// <exception cref="ValidationException">The answer breaks a rule.</exception>
    public async Task AskAsync(StartSubscription command, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(command, cancellation);
        var address = EmailAddress.Tidy(command.Email)!;
        var choices = new SubscriberChoices(command.Audience!.Value, command.Rhythm!.Value, await InterestsAsync(command, cancellation));
        try
        {
            await db.TogetherAsync(() => AskAsync(address, choices, cancellation), cancellation);
        }
        catch (Exception fault) when (fault is ClashException or DbUpdateConcurrencyException)
        {
            // Somebody typed the same address at this moment, and that letter is written.
        }
    }

    /// <summary>What the page shows to which the link of a letter leads; nothing is changed by looking.</summary>
    public async Task<Confirmation> ReadAsync(string link, CancellationToken cancellation) =>
        await ReadAsync(Signed(link), await FindAsync(link, cancellation), cancellation);

    /// <summary>Says yes. Twice is once.</summary>
    /// <exception cref="ConflictException">Something else was saved at the same moment, three times in a row.</exception>
    public async Task<Confirmation> ConfirmAsync(string link, CancellationToken cancellation)
    {
        await db.InsistAsync(async () =>
        {
            var subscriber = await FindAsync(link, cancellation);
            if (StandingOf(Signed(link), subscriber) != LinkStanding.Open) return;

            var isNewAddress = subscriber!.State == SubscriberState.Confirmed;
            if (await suppressions.BarsAsync(seal.Open(isNewAddress ? subscriber.NextSealed! : subscriber.Sealed!), cancellation)) return;

            if (isNewAddress) await TakeAddressAsync(subscriber, cancellation);
            else subscriber.Confirm(SubscriberWording.Current, clock.UtcNow);
            await suppressions.LiftAsync(subscriber.AddressKey!, cancellation);
            db.History.Add(HistoryEntry.Of(
                subscriber.Subject, isNewAddress ? HistoryAct.SubscriberAddressChanged : HistoryAct.SubscriptionConfirmed, Actor.System, clock.UtcNow));
            await db.SaveOrConflictAsync(cancellation);
        });
        return await ReadAsync(link, cancellation);
    }

    internal async Task<List<string>> InterestsAsync(InterestForm form, CancellationToken cancellation) =>
        await interests.SpellAsync(Interest.Of(form), cancellation) is { Length: > 0 } interest ? [interest] : [];

    private async Task AskAsync(string address, SubscriberChoices choices, CancellationToken cancellation)
    {
        if (await suppressions.BarsAsync(address, cancellation)) return;

        var key = seal.KeyOf(address);
        var subscriber = await db.Subscribers.FirstOrDefaultAsync(one => one.AddressKey == key, cancellation);
        // What no letter tells its owner of is not changed either.
        if (!await letters.TakeTurnAsync(address, cancellation)) return;

        if (subscriber is { State: SubscriberState.Confirmed }) letters.SayAlreadyOn(subscriber, seal.Open(subscriber.Sealed!));
        else if (subscriber is { ImportId: { } id })
            letters.OfferToLeave(subscriber, await db.Set<SubscriberImport>().FindAsync(one => one.Id == id, cancellation), address, isAskedFor: true);
        else await AskToConfirmAsync(subscriber, address, choices, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task AskToConfirmAsync(Subscriber? subscriber, string address, SubscriberChoices choices, CancellationToken cancellation)
    {
        if (subscriber is null) db.Add(subscriber = Subscriber.Asked(seal.Close(address), choices, clock.UtcNow));
        else subscriber.AskAgain(choices, clock.UtcNow);
        // The link in the letter needs the key that the database gives.
        await db.SaveChangesAsync(cancellation);
        letters.AskToConfirm(subscriber, address);
    }

    /// <summary>Whoever has a subscription at the new address too, has shown that both are theirs: this one stays.</summary>
    private async Task TakeAddressAsync(Subscriber subscriber, CancellationToken cancellation)
    {
        var next = subscriber.NextKey;
        var others = await db.Subscribers.Where(other => other.AddressKey == next && other.Id != subscriber.Id).ToListAsync(cancellation);
        foreach (var one in others.Append(subscriber)) await letters.DropAllAsync(one.Subject, cancellation);
        foreach (var other in others) await TakeDeliveriesAsync(other.Subject, subscriber.Subject, cancellation);
        db.RemoveRange(others);
        letters.SayMoved(subscriber, seal.Open(subscriber.Sealed!));
        subscriber.TakeAddress();
    }

    /// <summary>What one of them got, the other has: it goes to them no second time, and is called back from them.</summary>
    private async Task TakeDeliveriesAsync(string from, string to, CancellationToken cancellation)
    {
        var had = db.Deliveries.Where(delivery => delivery.Recipient == to).Select(delivery => delivery.CaseStudyId);
        var moving = await db.Deliveries.Where(delivery => delivery.Recipient == from && !had.Contains(delivery.CaseStudyId)).ToListAsync(cancellation);
        moving.ForEach(delivery => delivery.Recipient = to);
    }

    private async Task<Confirmation> ReadAsync(SignedLink? signed, Subscriber? subscriber, CancellationToken cancellation)
    {
        var standing = StandingOf(signed, subscriber);
        if (standing is LinkStanding.Left or LinkStanding.Over) return new(standing) { EndedAt = subscriber?.EndedAt };

        return new(standing)
        {
            IsNewAddress = subscriber!.NextKey is not null,
            Audience = subscriber.Audience,
            Rhythm = subscriber.Rhythm,
            Interests = await interests.ReadAsync(subscriber.Interests, cancellation),
            Links = standing == LinkStanding.Done ? letters.LinksOf(subscriber.Id, subscriber.Version) : null,
        };
    }

    private static LinkStanding StandingOf(SignedLink? signed, Subscriber? subscriber) => (signed, subscriber) switch
    {
        (null, _) or (_, null) => LinkStanding.Over,
        (_, { IsOn: false }) => LinkStanding.Left,
        var (link, one) when link.Version != one.AddressVersion => LinkStanding.Over,
        (_, { State: SubscriberState.Waiting } or { NextKey: not null }) => LinkStanding.Open,
        _ => LinkStanding.Done,
    };

    private SignedLink? Signed(string link) => links.Open(LinkPurpose.ConfirmSubscription, link);

    private async Task<Subscriber?> FindAsync(string link, CancellationToken cancellation)
    {
        if (Signed(link) is not { } signed) return null;

        var id = new Id<Subscriber>(signed.Subject);
        return await db.Subscribers.FirstOrDefaultAsync(subscriber => subscriber.Id == id, cancellation);
    }
}
