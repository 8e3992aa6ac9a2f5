using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Tags;

/// <summary>A way of looking at a story; every tag belongs to one.</summary>
public enum Facet
{
    PolicyArea,
    HandOffProblem,
    Barrier,
    Enabler,
    Service,
    Outcome,
}

/// <summary>A word of the taxonomy. A retired tag is kept, so that links to it still work, but is not offered.</summary>
public sealed class Tag : Entity<Tag>
{
    public const int MaxLength = 80;

    public required Facet Facet { get; init; }

    /// <summary>The heading under which a large facet lists it, such as Culture; null where the facet has none.</summary>
    public string? Group { get; init; }

    public required string Name { get; init; }

    public required string Slug { get; init; }

    public bool Retired { get; private set; }
}

internal sealed class TagMapping : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> tag)
    {
        tag.ToTable("Tags");
        tag.Property(t => t.Facet).HasConversion<string>().HasMaxLength(20);
        tag.Property(t => t.Group).HasMaxLength(Tag.MaxLength);
        tag.Property(t => t.Name).HasMaxLength(Tag.MaxLength);
        tag.Property(t => t.Slug).HasMaxLength(Data.Slug.MaxLength);
        tag.HasIndex(t => t.Slug).IsUnique();
        tag.HasData(Taxonomy.Tags);
    }
}

public static class TagSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Tag> Tags => db.Set<Tag>();
    }
}
