using InfoStory.Data;
using InfoStory.Letters;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.CaseStudies.Deliveries;

/// <summary>
/// One case study that went to one recipient: what is called back when it may not be read there any more. Nothing in it says who that is, and no word of the
/// case study; it outlives both, so the keys in it lead nowhere once they are gone (docs/decisions/0081).
/// </summary>
public sealed class Delivery : Entity<Delivery>
{
    public const int MaxRecipient = 60;

    /// <summary>The key of a case study that may be gone.</summary>
    public required Id<CaseStudy> CaseStudyId { get; init; }

    /// <summary>As whom the recipient had it: what the authors' consent was asked for.</summary>
    public required Audience Audience { get; set; }

    /// <summary>
    /// Whom history names, such as "subscriber 7" or "briefing copy 3"; what stands behind a comma only tells two from each other that went to the same, such
    /// as "ask of organisation 5, k3j5". One case study goes to each only once.
    /// </summary>
    public required string Recipient { get; set; }

    /// <summary>When its letter was written, or the copy made.</summary>
    public required DateTime SentAt { get; init; }

    /// <summary>The letter while it waits; null once it is gone, and where there was none. Where it goes untried, the delivery goes with it.</summary>
    public Id<Letter>? LetterId { get; private set; }

    public Letter? Letter { get; init; }

    /// <summary>Since when it is called back; null while it stands. It is never taken away.</summary>
    public DateTime? CalledBackAt { get; private set; }

    /// <summary>The delivery whose key is in the recipient's link: one letter calls back all that went to the same. Null where nobody was written to.</summary>
    public Id<Delivery>? LinkId { get; private set; }

    /// <summary>When the recipient said that it is deleted there; null while they have not.</summary>
    public DateTime? AcknowledgedAt { get; private set; }

    /// <summary>Who has it, as the part of <see cref="Recipient"/> before a comma.</summary>
    public string Holder => HolderIn(Recipient);

    /// <inheritdoc cref="Holder"/>
    public static string HolderIn(string recipient) => recipient.Split(',')[0];

    /// <summary>It may not be read there any more.</summary>
    /// <param name="at">Since when.</param>
    /// <param name="link">The delivery whose link is in the letter that says so; null where the recipient cannot be written to.</param>
    internal void CallBack(DateTime at, Id<Delivery>? link)
    {
        if (CalledBackAt is null) (CalledBackAt, LinkId) = (at, link);
    }
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.ToTable("Deliveries");
        delivery.Property(d => d.Audience).HasConversion<string>().HasMaxLength(20);
        delivery.Property(d => d.Recipient).HasMaxLength(Delivery.MaxRecipient);
        delivery.HasIndex(d => new { d.CaseStudyId, d.Recipient }).IsUnique();
        delivery.HasIndex(d => new { d.CaseStudyId, d.Audience, d.SentAt });
        delivery.HasIndex(d => d.LinkId);
        delivery.HasIndex(d => d.CalledBackAt);
        delivery.HasOne(d => d.Letter).WithMany().HasForeignKey(d => d.LetterId).OnDelete(DeleteBehavior.SetNull);
    }
}

public static class DeliverySets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Delivery> Deliveries => db.Set<Delivery>();

        public DbSet<Recall> Recalls => db.Set<Recall>();
    }
}
