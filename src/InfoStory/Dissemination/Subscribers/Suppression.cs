using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>An address that is not written to, by its keyed hash alone, so that no import brings it back.</summary>
public sealed class Suppression : Entity<Suppression>
{
    public required string AddressKey { get; init; }

    /// <summary>The keyed hash of its mailbox, whatever stands behind a plus sign; null where its owner left, and may come back.</summary>
    public string? Mailbox { get; set; }

    public required SuppressionReason Reason { get; set; }

    public required DateTime At { get; set; }
}

/// <summary>That an address was written to because somebody typed it in, by a keyed hash of its mailbox, for as long as that counts.</summary>
public sealed class TypedAddress : Entity<TypedAddress>
{
    public required string Mailbox { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>On what the subscribers of one import rest. It is kept as long as one of them is.</summary>
public sealed class SubscriberImport : Entity<SubscriberImport>
{
    public const int MaxSource = 300;

    public required LawfulBasis Basis { get; init; }

    /// <summary>Where the addresses come from, in the words of whoever brought them.</summary>
    public required string Source { get; init; }

    /// <summary>The day on which they agreed, or the list was made.</summary>
    public required DateOnly Since { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Who brought them.</summary>
    public required long? StaffId { get; init; }

    public string Subject => $"import {Id}";
}

internal sealed class SuppressionMapping :
    IEntityTypeConfiguration<Suppression>, IEntityTypeConfiguration<TypedAddress>, IEntityTypeConfiguration<SubscriberImport>
{
    public void Configure(EntityTypeBuilder<Suppression> suppression)
    {
        suppression.ToTable("Suppressions");
        suppression.Property(s => s.AddressKey).HasMaxLength(SubscriberSeal.KeyLength);
        suppression.Property(s => s.Mailbox).HasMaxLength(SubscriberSeal.KeyLength);
        suppression.HasIndex(s => s.Mailbox);
        suppression.Property(s => s.Reason).HasConversion<string>().HasMaxLength(20);
        suppression.HasIndex(s => s.AddressKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TypedAddress> typed)
    {
        typed.ToTable("TypedAddresses");
        typed.Property(t => t.Mailbox).HasMaxLength(SubscriberSeal.KeyLength);
        typed.HasIndex(t => new { t.Mailbox, t.At });
        typed.HasIndex(t => t.At);
    }

    public void Configure(EntityTypeBuilder<SubscriberImport> import)
    {
        import.ToTable("SubscriberImports");
        import.Property(i => i.Basis).HasConversion<string>().HasMaxLength(30);
        import.Property(i => i.Source).HasMaxLength(PlainText.Room(SubscriberImport.MaxSource));
    }
}
