using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.CaseStudies.HereToo;

/// <summary>A reader said of a case study that it happens where they are too. Nothing is kept of who that is; the day is as exact as the time gets.</summary>
public sealed class Tap : Entity<Tap>
{
    public required Id<CaseStudy> CaseStudyId { get; init; }

    /// <summary>The day in London.</summary>
    public required DateOnly On { get; init; }

    /// <summary>An authority or something coarser; null where they did not say.</summary>
    public Id<Place>? PlaceId { get; private set; }

    public Place? Place { get; private set; }

    public WhoIsTelling? Role { get; private set; }
}

internal sealed class TapMapping : IEntityTypeConfiguration<Tap>
{
    public void Configure(EntityTypeBuilder<Tap> tap)
    {
        tap.ToTable("HereTooTaps");
        tap.Property(t => t.Role).HasConversion<string>().HasMaxLength(30);
        tap.HasIndex(t => new { t.CaseStudyId, t.PlaceId, t.Role });
        tap.HasOne<CaseStudy>().WithMany().HasForeignKey(t => t.CaseStudyId).OnDelete(DeleteBehavior.Cascade);
        tap.HasOne(t => t.Place).WithMany().HasForeignKey(t => t.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class TapSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Tap> HereTooTaps => db.Set<Tap>();
    }
}
