using InfoStory.Data;
using InfoStory.Letters;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.CaseStudies.Deliveries;

/// <summary>
/// One case study that went to one recipient: what is called back when it may not be read there any more. Nothing in it says who that is; the room that
/// sent it knows (docs/decisions/0081).
/// </summary>
public sealed class Delivery : Entity<Delivery>
{
    public const int MaxRecipient = 60;

    public required Id<CaseStudy> CaseStudyId { get; init; }

    /// <summary>As whom the recipient had it: what the authors' consent was asked for.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Whom history names, such as "subscriber 7", "ask 12" or "briefing copy 3". One case study goes to each only once.</summary>
    public required string Recipient { get; init; }

    /// <summary>When its letter was written, or the copy made.</summary>
    public required DateTime SentAt { get; init; }

    /// <summary>The letter while it waits; null once it is gone, and where there was none.</summary>
    public Id<Letter>? LetterId { get; private set; }

    public Letter? Letter { get; init; }

    /// <summary>Since when it is called back; null while it stands.</summary>
    public DateTime? CalledBackAt { get; private set; }

    /// <summary>When the recipient said that it is deleted there; null while they have not.</summary>
    public DateTime? AcknowledgedAt { get; private set; }
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
        delivery.HasOne<CaseStudy>().WithMany().HasForeignKey(d => d.CaseStudyId).OnDelete(DeleteBehavior.Cascade);
        delivery.HasOne(d => d.Letter).WithMany().HasForeignKey(d => d.LetterId).OnDelete(DeleteBehavior.SetNull);
    }
}

public static class DeliverySets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Delivery> Deliveries => db.Set<Delivery>();
    }
}
