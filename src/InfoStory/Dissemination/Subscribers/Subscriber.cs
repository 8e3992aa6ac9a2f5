using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>
/// Somebody who gets letters about case studies. The address is sealed and found by a keyed hash of its folded form; both go when its owner does
/// (docs/decisions/0078).
/// </summary>
public sealed class Subscriber : Entity<Subscriber>, IRevised
{
    public const int MostInterests = 5;

    /// <summary>What stands before their number.</summary>
    internal const string Named = "subscriber ";

    private Subscriber()
    {
    }

    public int Revision { get; private set; }

    /// <summary>The keyed hash of the address; null where it is gone.</summary>
    public string? AddressKey { get; private set; }

    /// <summary>The address, sealed; null where it is gone.</summary>
    public byte[]? Sealed { get; private set; }

    /// <summary>The keyed hash of the address to which letters go once it is confirmed; null where none waits.</summary>
    public string? NextKey { get; private set; }

    public byte[]? NextSealed { get; private set; }

    public DateTime? NextAskedAt { get; private set; }

    public SubscriberAudience Audience { get; private set; }

    public Rhythm Rhythm { get; private set; }

    /// <summary>Filters of the library in their one spelling (<see cref="Interest.ToString"/>); none is everything.</summary>
    public List<string> Interests { get; private set; } = [];

    public SubscriberState State { get; private set; }

    /// <summary>When they asked, or were imported.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>The version of what they agreed to by a button (<see cref="SubscriberWording"/>); null where they never pressed one.</summary>
    public string? Wording { get; private set; }

    /// <summary>When they said yes, or had not said no; null while they wait.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>When they left or were suppressed.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Up to when they were told what was answered or promised, where it was about what they got; null where they got nothing.</summary>
    public DateTime? ToldTo { get; private set; }

    /// <summary>The import by which they came; null where they came by themselves.</summary>
    public Id<SubscriberImport>? ImportId { get; private set; }

    /// <summary>Of the links in their letters: raised with the address, so that none in the old mailbox opens anything.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Of the links that confirm an address: raised with each new one that is asked for, or forgotten.</summary>
    public int AddressVersion { get; private set; } = 1;

    /// <summary>Whom history names, and letters until they are sent.</summary>
    public string Subject => SubjectOf(Id);

    public static string SubjectOf(Id<Subscriber> id) => Named + id;

    /// <summary>Neither left nor suppressed.</summary>
    internal bool IsOn => State is SubscriberState.Waiting or SubscriberState.Confirmed;

    internal static Subscriber Asked(SealedAddress address, SubscriberChoices choices, DateTime now) =>
        New(address, choices, new() { AskedAt = now });

    internal static Subscriber Imported(SealedAddress address, SubscriberChoices choices, Id<SubscriberImport> by, DateTime now) =>
        New(address, choices, new() { AskedAt = now, ImportId = by });

    /// <summary>They asked once more before they said yes.</summary>
    internal void AskAgain(SubscriberChoices choices, DateTime now)
    {
        Change(choices);
        AskedAt = now;
    }

    /// <summary>They said yes to these words; to none where they only did not say no.</summary>
    internal void Confirm(string? wording, DateTime now) => (State, ConfirmedAt, Wording) = (SubscriberState.Confirmed, now, wording);

    internal void Change(SubscriberChoices choices) => (Audience, Rhythm, Interests) = (choices.Audience, choices.Rhythm, [.. choices.Interests]);

    internal void AskForAddress(SealedAddress next, DateTime now) =>
        (NextKey, NextSealed, NextAskedAt, AddressVersion) = (next.Key, next.Sealed, now, AddressVersion + 1);

    internal void TakeAddress() => (AddressKey, Sealed, NextKey, NextSealed, NextAskedAt, Version) = (NextKey, NextSealed, null, null, null, Version + 1);

    /// <summary>The link that was sent there opens nothing any more: whoever has that mailbox has not said yes.</summary>
    internal void ForgetNext() => (NextKey, NextSealed, NextAskedAt, AddressVersion) = (null, null, null, AddressVersion + 1);

    internal void End(SubscriberState state, DateTime now)
    {
        (State, EndedAt) = (state, now);
        (AddressKey, Sealed, NextKey, NextSealed, NextAskedAt, Interests) = (null, null, null, null, null, []);
    }

    private static Subscriber New(SealedAddress address, SubscriberChoices choices, Subscriber subscriber)
    {
        (subscriber.AddressKey, subscriber.Sealed) = (address.Key, address.Sealed);
        subscriber.Change(choices);
        return subscriber;
    }
}

/// <summary>What a subscriber gets and how often.</summary>
internal sealed record SubscriberChoices(SubscriberAudience Audience, Rhythm Rhythm, IReadOnlyList<string> Interests);

internal sealed class SubscriberMapping : IEntityTypeConfiguration<Subscriber>
{
    public void Configure(EntityTypeBuilder<Subscriber> subscriber)
    {
        subscriber.ToTable("Subscribers");
        subscriber.Property(s => s.AddressKey).HasMaxLength(SubscriberSeal.KeyLength);
        subscriber.Property(s => s.Sealed).HasMaxLength(SubscriberSeal.MaxSealed);
        subscriber.Property(s => s.NextKey).HasMaxLength(SubscriberSeal.KeyLength);
        subscriber.Property(s => s.NextSealed).HasMaxLength(SubscriberSeal.MaxSealed);
        subscriber.Property(s => s.Audience).HasConversion<string>().HasMaxLength(20);
        subscriber.Property(s => s.Rhythm).HasConversion<string>().HasMaxLength(20);
        subscriber.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        subscriber.Property(s => s.Wording).HasMaxLength(20);
        subscriber.HasIndex(s => s.AddressKey).IsUnique();
        subscriber.HasIndex(s => new { s.State, s.Audience, s.Rhythm, s.Id });
        subscriber.HasIndex(s => new { s.State, s.AskedAt });
        subscriber.HasOne<SubscriberImport>().WithMany().HasForeignKey(s => s.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class SubscriberSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Subscriber> Subscribers => db.Set<Subscriber>();

        public DbSet<Suppression> Suppressions => db.Set<Suppression>();
    }
}
