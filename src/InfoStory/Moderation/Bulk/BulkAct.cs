using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Moderation.Bulk;

/// <summary>Something done to many stories at once, and where each of them was before. It is deleted once it can no longer be undone.</summary>
public sealed class BulkAct : Entity<BulkAct>
{
    public required long StaffId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>JSON of the list of <see cref="Before"/>.</summary>
    public required string Stories { get; init; }
}

internal sealed class BulkActMapping : IEntityTypeConfiguration<BulkAct>
{
    public void Configure(EntityTypeBuilder<BulkAct> act)
    {
        act.ToTable("BulkActs");
        act.HasIndex(a => a.At);
    }
}
