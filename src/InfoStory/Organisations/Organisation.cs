using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Organisations;

/// <summary>A body that a case study can be put to, such as a council or a hospital trust. Its mailbox is for notices and is never public.</summary>
public sealed class Organisation : Entity<Organisation>, IRevised, IPublic
{
    public const int MaxName = 120;
    public const int MostOtherNames = 10;
    public const int MostPlaces = 50;

    public int Revision { get; private set; }

    public required string Name { get; set; }

    /// <summary>Its place in the address /organisations/{slug}; it stays when the name changes.</summary>
    public required string Slug { get; init; }

    /// <summary>Which service it is: a tag of that facet; null where none fits.</summary>
    public Id<Tag>? ServiceId { get; set; }

    public Tag? Service { get; private set; }

    /// <summary>What else it is called.</summary>
    public List<string> OtherNames { get; set; } = [];

    /// <summary>Where notices go; null where it has none, and then nothing can be put to it.</summary>
    public string? Mailbox { get; set; }

    /// <summary>What it is a part of.</summary>
    public Id<Organisation>? ParentId { get; set; }

    public Organisation? Parent { get; private set; }

    /// <summary>Since when it does not exist any more; null while it does.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>The organisation that does its work since it closed or was merged; null where none does. That one may have closed since.</summary>
    public Id<Organisation>? SuccessorId { get; private set; }

    public Organisation? Successor { get; private set; }

    public List<OrganisationPlace> Places { get; } = [];
}

public sealed class OrganisationPlace : IPublic
{
    public Id<Organisation> OrganisationId { get; private set; }

    public required Id<Place> PlaceId { get; init; }

    public Place? Place { get; private set; }
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<OrganisationPlace>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("Organisations");
        organisation.Property(o => o.Name).HasMaxLength(PlainText.Room(Organisation.MaxName));
        organisation.Property(o => o.Slug).HasMaxLength(Data.Slug.MaxLength);
        organisation.HasIndex(o => o.Slug).IsUnique();
        organisation.Property(o => o.Mailbox).HasMaxLength(256);
        organisation.HasOne(o => o.Service).WithMany().HasForeignKey(o => o.ServiceId).OnDelete(DeleteBehavior.Restrict);
        organisation.HasOne(o => o.Parent).WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
        organisation.HasOne(o => o.Successor).WithMany().HasForeignKey(o => o.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        organisation.HasMany(o => o.Places).WithOne().HasForeignKey(p => p.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<OrganisationPlace> place)
    {
        place.ToTable("OrganisationPlaces");
        place.HasKey(p => new { p.OrganisationId, p.PlaceId });
        place.HasIndex(p => new { p.PlaceId, p.OrganisationId });
        place.HasOne(p => p.Place).WithMany().HasForeignKey(p => p.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class OrganisationSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Organisation> Organisations => db.Set<Organisation>();
    }
}
