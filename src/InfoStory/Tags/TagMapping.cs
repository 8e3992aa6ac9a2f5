using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Tags;

internal sealed class TagMapping : IEntityTypeConfiguration<Tag>, IEntityTypeConfiguration<FormerSlug>, IEntityTypeConfiguration<TagPart>
{
    public void Configure(EntityTypeBuilder<Tag> tag)
    {
        tag.ToTable("Tags");
        tag.Property(t => t.Facet).HasConversion<string>().HasMaxLength(20);
        tag.Property(t => t.Group).HasMaxLength(PlainText.Room(Tag.MaxLength));
        tag.Property(t => t.Name).HasMaxLength(PlainText.Room(Tag.MaxLength));
        tag.Property(t => t.Slug).HasMaxLength(Data.Slug.MaxLength);
        tag.HasIndex(t => t.Slug).IsUnique();
        tag.Property(t => t.Revision).HasDefaultValue(0);
        tag.Property(t => t.SynonymLines).HasMaxLength(Tag.MaxSynonymLines);
        tag.HasOne(t => t.MergedInto).WithMany().HasForeignKey(t => t.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        tag.HasMany(t => t.FormerSlugs).WithOne().HasForeignKey(f => f.TagId);
        tag.HasMany(t => t.Parts).WithOne().HasForeignKey(p => p.TagId);
        tag.HasData(Taxonomy.Tags);
    }

    public void Configure(EntityTypeBuilder<FormerSlug> former)
    {
        former.ToTable("FormerSlugs");
        former.HasKey(f => f.Slug);
        former.Property(f => f.Slug).HasMaxLength(Data.Slug.MaxLength);
    }

    public void Configure(EntityTypeBuilder<TagPart> part)
    {
        part.ToTable("TagParts");
        part.HasKey(p => new { p.TagId, p.PartId });
        part.HasOne(p => p.Part).WithMany().HasForeignKey(p => p.PartId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class TagSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Tag> Tags => db.Set<Tag>();
    }
}
