using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>How many subscribers are in one state, of one audience and rhythm.</summary>
public sealed record SubscriberCount(SubscriberState State, SubscriberAudience Audience, Rhythm Rhythm, int Subscribers);

/// <summary>What the team sees who looks for one address.</summary>
/// <param name="Email">As it was typed.</param>
/// <param name="Subscriber">Null where nobody with that address is on the list.</param>
/// <param name="Suppressed">Why and since when it is not written to; null where it may be.</param>
public sealed record SubscriberOnDesk(string Email, SubscriberFacts? Subscriber, SuppressionFacts? Suppressed);

public sealed record SubscriberFacts(
    Id<Subscriber> Id, SubscriberState State, SubscriberAudience Audience, Rhythm Rhythm, IReadOnlyList<InterestToRead> Interests, DateTime AskedAt,
    DateTime? ConfirmedAt, HeldImport? Import);

public sealed record SuppressionFacts(SuppressionReason Reason, DateTime At);

/// <summary>Subscribers as publishers see them: numbers, and one at a time by an address that they know.</summary>
public sealed class SubscriberDesk(InfoStoryContext db, SubscriberSeal seal, Suppressions suppressions, Interests interests, TimeProvider clock)
{
    private const string Publishers = "Only publishers look after subscribers.";

    /// <summary>One statement over an index that holds no address.</summary>
    public async Task<IReadOnlyList<SubscriberCount>> CountAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, Publishers);
        return await db.Subscribers.GroupBy(one => new { one.State, one.Audience, one.Rhythm })
            .Select(group => new SubscriberCount(group.Key.State, group.Key.Audience, group.Key.Rhythm, group.Count())).ToListAsync(cancellation);
    }

    /// <summary>The one subscriber of this address; who looked is written down first.</summary>
    /// <returns>Null where what was typed is no address.</returns>
    public async Task<SubscriberOnDesk?> FindAsync(string? typed, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, Publishers);
        if (EmailAddress.Tidy(typed) is not { } email || !EmailAddress.IsValid(email)) return null;

        var key = seal.KeyOf(email);
        var mailbox = seal.MailboxOf(email);
        var suppressed = await db.Suppressions.AsNoTracking().Where(one => one.AddressKey == key || one.Mailbox == mailbox)
            .OrderByDescending(one => one.AddressKey == key).Select(one => new SuppressionFacts(one.Reason, one.At)).FirstOrDefaultAsync(cancellation);
        var found = await db.Subscribers.AsNoTracking().FirstOrDefaultAsync(one => one.AddressKey == key, cancellation);
        if (found is null) return new(email, null, suppressed);

        db.History.Add(HistoryEntry.Of(found.Subject, HistoryAct.SubscriberLookedAt, actor, clock.UtcNow));
        await db.SaveChangesAsync(cancellation);
        var import = await db.Set<SubscriberImport>().AsNoTracking().Where(one => one.Id == found.ImportId)
            .Select(one => new HeldImport(one.Basis, one.Source, one.Since, one.At)).FirstOrDefaultAsync(cancellation);
        return new(email, new(
            found.Id, found.State, found.Audience, found.Rhythm, await interests.ReadAsync(found.Interests, cancellation), found.AskedAt, found.ConfirmedAt,
            import), suppressed);
    }

    /// <summary>Somebody asked the team not to be written to.</summary>
    /// <returns>False where what was typed is no address.</returns>
    public async Task<bool> SuppressAsync(string? typed, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, Publishers);
        if (EmailAddress.Tidy(typed) is not { } email || !EmailAddress.IsValid(email)) return false;

        await suppressions.SuppressAsync(email, SuppressionReason.Staff, actor, cancellation);
        return true;
    }
}
