using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Dissemination.Digests;

/// <summary>A letter of a digest while it waits, so that it can be taken back as if it had not been written.</summary>
public sealed class DigestLetter
{
    public Id<Letter> LetterId { get; private set; }

    public required Letter Letter { get; init; }

    public required Id<Digest> DigestId { get; init; }

    public required Id<Subscriber> SubscriberId { get; init; }

    /// <summary>Up to where its reader had been told of answers before; null where never.</summary>
    public required DateTime? ToldTo { get; init; }
}

internal sealed class DigestMapping :
    IEntityTypeConfiguration<Digest>, IEntityTypeConfiguration<DigestItem>, IEntityTypeConfiguration<DigestList>, IEntityTypeConfiguration<DigestLetter>
{
    public void Configure(EntityTypeBuilder<Digest> digest)
    {
        digest.ToTable("Digests");
        digest.Property(d => d.Audience).HasConversion<string>().HasMaxLength(20);
        digest.Property(d => d.Rhythm).HasConversion<string>().HasMaxLength(20);
        digest.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
        digest.Property(d => d.ApprovedBy).HasMaxLength(256);
        digest.Property(d => d.DroppedWhy).HasMaxLength(PlainText.Room(Digest.MaxWhy));
        digest.HasIndex(d => new { d.State, d.Id });
        digest.HasMany(d => d.Items).WithOne().HasForeignKey(item => item.DigestId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DigestItem> item)
    {
        item.ToTable("DigestItems");
        item.HasKey(i => new { i.DigestId, i.CaseStudyId });
        item.HasOne<CaseStudy>().WithMany().HasForeignKey(i => i.CaseStudyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DigestList> list)
    {
        list.ToTable("DigestLists");
        list.Property(l => l.Audience).HasConversion<string>().HasMaxLength(20);
        list.Property(l => l.Rhythm).HasConversion<string>().HasMaxLength(20);
        list.HasData(DigestList.All);
    }

    public void Configure(EntityTypeBuilder<DigestLetter> letter)
    {
        letter.ToTable("DigestLetters");
        letter.HasKey(l => l.LetterId);
        letter.HasOne(l => l.Letter).WithOne().HasForeignKey<DigestLetter>(l => l.LetterId).OnDelete(DeleteBehavior.Cascade);
        letter.HasOne<Digest>().WithMany().HasForeignKey(l => l.DigestId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class DigestSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Digest> Digests => db.Set<Digest>();

        public DbSet<DigestList> DigestLists => db.Set<DigestList>();
    }
}
