using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Stories;

internal sealed class StoryMapping : IEntityTypeConfiguration<Story>, IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<StoryTag>
{
    public void Configure(EntityTypeBuilder<Story> story)
    {
        story.ToTable("Stories");
        story.Property(s => s.Reference).HasMaxLength(12);
        story.HasIndex(s => s.Reference).IsUnique();
        story.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        StoryAnswers.MapColumns(story.Metadata);
        story.Property(s => s.Channel).HasConversion<string>().HasMaxLength(20);
        story.Property(s => s.Safeguarding).HasConversion<string>().HasMaxLength(20);
        story.Property(s => s.Suspicion).HasMaxLength(Story.MaxSuspicion);
        story.Property(s => s.EnteredBy).HasMaxLength(256);
        story.Property(s => s.Turn).HasConversion<string>().HasMaxLength(10);
        story.Property(s => s.SignedOffWords).HasMaxLength(64);
        story.Property(s => s.PublicTitle).HasMaxLength(PlainText.Room(Story.MaxTitle));
        story.Property(s => s.ClaimedBy).HasMaxLength(256);
        story.Property(s => s.ScoredBy).HasMaxLength(256);
        story.Property(s => s.SecondedBy).HasMaxLength(256);
        story.Property(s => s.Reason).HasMaxLength(PlainText.Room(Story.MaxReason));
        story.Property(s => s.SendKey).HasMaxLength(64);
        story.HasIndex(s => s.SendKey).IsUnique();
        story.Property(s => s.Waits).HasConversion<string>().HasMaxLength(20);
        story.HasIndex(s => new { s.State, s.OwedSince, s.Id });
        story.HasIndex(s => new { s.Waits, s.OwedSince, s.Id });
        story.HasIndex(s => new { s.ClaimedById, s.Waits, s.OwedSince, s.Id });
        // One more for each filter of the queue, so that a filter that finds little reads little.
        story.HasIndex(s => new { s.Waits, s.Kind, s.OwedSince, s.Id });
        story.HasIndex(s => new { s.Waits, s.ServiceId, s.OwedSince, s.Id });
        story.HasIndex(s => new { s.Waits, s.PlaceId, s.OwedSince, s.Id });
        story.HasIndex(s => new { s.Waits, s.CampaignId, s.OwedSince, s.Id });
        story.HasIndex(s => new { s.Waits, s.Channel, s.OwedSince, s.Id });
        story.HasIndex(s => new { s.Waits, s.Criticality, s.OwedSince, s.Id });
        story.HasIndex(s => s.FlaggedAt);
        story.HasIndex(s => new { s.ReceivedAt, s.State });
        // Made of columns of the story: EF Core 10 has no index that reaches into a complex type, and the queue stands on such indexes.
        story.Ignore(s => s.Claimed).Ignore(s => s.Scored).Ignore(s => s.SignedOff);

        story.OwnsOne(s => s.Receipt, receipt =>
        {
            receipt.Property(r => r.Index).HasMaxLength(32);
            receipt.HasIndex(r => r.Index).IsUnique();
            receipt.Property(r => r.Salt).HasMaxLength(ReceiptLock.SaltBytes);
            receipt.Property(r => r.Hash).HasMaxLength(ReceiptLock.HashBytes);
        });

        story.OwnsMany(s => s.HandOffs, step =>
        {
            step.ToTable("HandOffs");
            step.WithOwner().HasForeignKey("StoryId");
            step.HasKey("StoryId", nameof(HandOff.Step));
            step.Property(h => h.Step).ValueGeneratedNever();
            step.Property(h => h.Channel).HasConversion<string>().HasMaxLength(20);
            step.Property(h => h.Waited).HasConversion<string>().HasMaxLength(20);
            step.Property(h => h.Happened).HasMaxLength(PlainText.Room(HandOff.MaxHappened));
            step.HasOne<Tag>().WithMany().HasForeignKey(h => h.ServiceId).OnDelete(DeleteBehavior.Restrict);
        });
        story.OwnsOne(s => s.Missing, MissingInformation.Map);

        story.HasOne<Campaign>().WithMany().HasForeignKey(s => s.CampaignId).OnDelete(DeleteBehavior.Restrict);
        story.HasOne(s => s.Service).WithMany().HasForeignKey(s => s.ServiceId).OnDelete(DeleteBehavior.Restrict);
        story.HasOne(s => s.Place).WithMany().HasForeignKey(s => s.PlaceId).OnDelete(DeleteBehavior.Restrict);
        story.HasMany(s => s.Consents).WithOne().HasForeignKey(c => c.StoryId);
        story.HasMany(s => s.Tags).WithOne().HasForeignKey(t => t.StoryId);
    }

    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("Consents");
        consent.Property(c => c.Audience).HasConversion<string>().HasMaxLength(20);
        consent.Property(c => c.Channel).HasConversion<string>().HasMaxLength(20);
        consent.Property(c => c.Wording).HasMaxLength(ConsentWording.MaxVersion);
    }

    public void Configure(EntityTypeBuilder<StoryTag> tag)
    {
        tag.ToTable("StoryTags");
        tag.HasKey(t => new { t.StoryId, t.TagId });
        tag.HasIndex(t => new { t.TagId, t.StoryId });
        tag.HasOne(t => t.Tag).WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class StorySets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Story> Stories => db.Set<Story>();

        public DbSet<Message> Messages => db.Set<Message>();
    }
}
