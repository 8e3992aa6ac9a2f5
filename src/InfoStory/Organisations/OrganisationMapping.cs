using InfoStory.Data;
using InfoStory.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Organisations;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<OrganisationPlace>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("Organisations");
        organisation.Property(o => o.Name).HasMaxLength(PlainText.Room(Organisation.MaxName));
        organisation.Property(o => o.Slug).HasMaxLength(Data.Slug.MaxLength);
        organisation.HasIndex(o => o.Slug).IsUnique();
        organisation.Property(o => o.FoldedName).HasMaxLength(OrganisationNames.LongestSorted);
        organisation.HasIndex(o => new { o.FoldedName, o.Id });
        organisation.Property(o => o.Mailbox).HasMaxLength(256);
        organisation.HasIndex(o => o.AuthorityOfId).IsUnique();
        organisation.HasOne<Place>().WithMany().HasForeignKey(o => o.AuthorityOfId).OnDelete(DeleteBehavior.Restrict);
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
