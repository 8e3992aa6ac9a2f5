using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.People;

/// <summary>One act: on what, what was done, by whom, when. It never carries the words of a story.</summary>
public sealed class HistoryEntry : Entity<HistoryEntry>
{
    /// <summary>What it was done to, such as a story's reference or a member of staff.</summary>
    public required string Subject { get; init; }

    /// <summary>A past participle, such as Approved.</summary>
    public required string Act { get; init; }

    public required long? StaffId { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }

    public static HistoryEntry Of(string subject, string act, Actor actor, DateTime at) =>
        new() { Subject = subject, Act = act, StaffId = actor.StaffId, By = actor.Name, At = at };
}

internal sealed class HistoryMapping : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entry)
    {
        entry.ToTable("History");
        entry.Property(e => e.Subject).HasMaxLength(100);
        entry.Property(e => e.Act).HasMaxLength(100);
        entry.Property(e => e.By).HasMaxLength(256);
        entry.HasIndex(e => e.Subject);
    }
}

public static class HistorySets
{
    extension(InfoStoryContext db)
    {
        public DbSet<HistoryEntry> History => db.Set<HistoryEntry>();
    }
}
