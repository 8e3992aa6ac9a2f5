using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Insight.Impact;

/// <summary>How many there are of a figure in a month. It follows from the rows that it counts, and is written by <see cref="ImpactCounting"/> alone.</summary>
public sealed class ImpactCount : Entity<ImpactCount>, IRevised
{
    public int Revision { get; private set; }

    public required ImpactFigure Figure { get; init; }

    public required DateOnly Month { get; init; }

    public int Count { get; private set; }

    /// <summary>When a recount last found another number than stood here; null where none did.</summary>
    public DateTime? CorrectedAt { get; private set; }

    public void Become(int count) => Count = count;

    public void Correct(int count, DateTime now) => (Count, CorrectedAt) = (count, now);
}

/// <summary>That a part of a month is to be counted again. It is added in the save that changes what is counted (<see cref="ImpactMarks"/>).</summary>
public sealed class ImpactMark : Entity<ImpactMark>
{
    public required ImpactPart Part { get; init; }

    public required DateOnly Month { get; init; }

    /// <summary>From which moment on: the first there is for at once, or when something changes by time alone.</summary>
    public required DateTime From { get; init; }
}

internal sealed class ImpactMapping : IEntityTypeConfiguration<ImpactCount>, IEntityTypeConfiguration<ImpactMark>
{
    public void Configure(EntityTypeBuilder<ImpactCount> count)
    {
        count.ToTable("ImpactCounts");
        count.Property(c => c.Figure).HasConversion<string>().HasMaxLength(30);
        count.HasIndex(c => new { c.Month, c.Figure }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ImpactMark> mark)
    {
        mark.ToTable("ImpactMarks");
        mark.Property(m => m.Part).HasConversion<string>().HasMaxLength(20);
        mark.HasIndex(m => new { m.Part, m.Month, m.From });
        mark.HasIndex(m => m.From);
    }
}

public static class ImpactSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<ImpactCount> ImpactCounts => db.Set<ImpactCount>();

        public DbSet<ImpactMark> ImpactMarks => db.Set<ImpactMark>();
    }
}
