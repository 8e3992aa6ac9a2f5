using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Rights;

/// <summary>All that erasure leaves: how many stories were erased in one month, by whom asked, from which state.</summary>
public sealed class ErasedCount : Entity<ErasedCount>
{
    /// <summary>The month on a London clock, such as 2026-11.</summary>
    public required string Month { get; init; }

    public required StoryState State { get; init; }

    /// <summary>True where the author asked, false where the rules of retention did.</summary>
    public required bool ByAuthor { get; init; }

    public int Stories { get; set; }
}

internal sealed class ErasedCountMapping : IEntityTypeConfiguration<ErasedCount>
{
    public void Configure(EntityTypeBuilder<ErasedCount> count)
    {
        count.ToTable("ErasedCounts");
        count.Property(c => c.Month).HasMaxLength(7);
        count.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
        count.HasIndex(c => new { c.Month, c.State, c.ByAuthor }).IsUnique();
    }
}
