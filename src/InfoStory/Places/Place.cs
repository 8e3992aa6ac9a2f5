using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Places;

public enum PlaceKind
{
    Country,
    Region,
    Authority,
}

/// <summary>A country, an English region, or an upper-tier local authority of the United Kingdom. Nothing finer is ever kept.</summary>
public sealed class Place : Entity<Place>, IPublic
{
    public required PlaceKind Kind { get; init; }

    public required string Name { get; init; }

    public required string Slug { get; init; }

    /// <summary>The region of an English authority, the country of a region or of any other authority; null for a country.</summary>
    public Id<Place>? ParentId { get; init; }

    public Place? Parent { get; private set; }
}

internal sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> place)
    {
        place.ToTable("Places");
        place.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        place.Property(p => p.Name).HasMaxLength(80);
        place.Property(p => p.Slug).HasMaxLength(Data.Slug.MaxLength);
        place.HasIndex(p => p.Slug).IsUnique();
        place.HasOne(p => p.Parent).WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
        place.HasData(UnitedKingdom.Places);
    }
}

public static class PlaceSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Place> Places => db.Set<Place>();
    }
}
