using System.Linq.Expressions;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.CaseStudies;

internal sealed class CaseStudyMapping : IEntityTypeConfiguration<CaseStudy>, IEntityTypeConfiguration<CaseStudyTag>, IEntityTypeConfiguration<CaseStudyStory>,
    IEntityTypeConfiguration<FormerAddress>
{
    public void Configure(EntityTypeBuilder<CaseStudy> study)
    {
        study.ToTable("CaseStudies");
        study.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        study.Property(s => s.Slug).HasMaxLength(Data.Slug.MaxLength + 12);
        study.HasIndex(s => s.Slug).IsUnique();
        study.Property(s => s.Title).HasMaxLength(PlainText.Room(CaseStudy.MaxTitle));
        study.Property(s => s.Summary).HasMaxLength(PlainText.Room(CaseStudy.MaxSummary));
        study.Property(s => s.Figures).HasConversion(new JsonColumn<CaseStudyFigure>(), JsonColumn<CaseStudyFigure>.Comparer);
        study.Property(s => s.Quotes).HasConversion(new JsonColumn<string>(), JsonColumn<string>.Comparer);
        study.Property(s => s.Pictures).HasConversion(new JsonColumn<ShownPicture>(), JsonColumn<ShownPicture>.Comparer);
        study.Property(s => s.Chains).HasConversion(new JsonColumn<ShownChain>(), JsonColumn<ShownChain>.Comparer);
        study.Property(s => s.TakenDownWhy).HasConversion<string>().HasMaxLength(20);
        study.Property(s => s.TakenDownWords).HasMaxLength(PlainText.Room(TakenDown.MaxWords));
        study.Property(s => s.NamesChanged).HasDefaultValue(true);
        study.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        study.Property(s => s.WhoIsTelling).HasConversion<string>().HasMaxLength(30);
        study.HasIndex(s => new { s.PublishedAt, s.Id });
        study.HasIndex(s => new { s.Kind, s.PublishedAt, s.Id });
        study.HasIndex(s => new { s.ServiceId, s.PublishedAt, s.Id });
        study.HasIndex(s => new { s.State, s.UpdatedAt });
        study.HasIndex(s => s.PublicUntil);
        study.HasIndex(s => s.FirstPublishedAt);
        study.HasIndex(s => s.PublishAt);
        study.HasIndex(s => new { s.State, s.AskAgainAt });
        study.Property(s => s.ScheduledBy).HasMaxLength(256);
        study.Property(s => s.AskedBy).HasMaxLength(256);
        study.Property(s => s.AskedWords).HasMaxLength(64);
        study.Property(s => s.AskedWhy).HasMaxLength(PlainText.Room(IntruderCheck.MaxWhy));
        study.Ignore(s => s.Intruder);
        study.HasIndex(s => new { s.PlaceId, s.ServiceId, s.WhoIsTelling, s.PublishedAt, s.PublicUntil });
        study.HasOne(s => s.Service).WithMany().HasForeignKey(s => s.ServiceId).OnDelete(DeleteBehavior.Restrict);
        study.HasOne(s => s.Place).WithMany().HasForeignKey(s => s.PlaceId).OnDelete(DeleteBehavior.Restrict);
        study.HasMany(s => s.Tags).WithOne().HasForeignKey(t => t.CaseStudyId);
        study.HasMany(s => s.Stories).WithOne().HasForeignKey(s => s.CaseStudyId);
    }

    public void Configure(EntityTypeBuilder<CaseStudyTag> tag)
    {
        tag.ToTable("CaseStudyTags");
        tag.HasKey(t => new { t.CaseStudyId, t.TagId });
        tag.HasIndex(t => new { t.TagId, t.CaseStudyId });
        tag.HasOne(t => t.Tag).WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FormerAddress> former)
    {
        former.ToTable("FormerAddresses");
        former.HasKey(f => f.Key);
        former.Property(f => f.Key).HasMaxLength(64);
        former.HasIndex(f => f.CaseStudyId);
        former.HasOne<CaseStudy>().WithMany().HasForeignKey(f => f.CaseStudyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CaseStudyStory> story)
    {
        story.ToTable("CaseStudyStories");
        story.HasKey(s => new { s.CaseStudyId, s.StoryId });
        story.HasOne(s => s.Story).WithMany().HasForeignKey(s => s.StoryId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class CaseStudySets
{
    /// <summary>Without those that draw on a story on hold, whose titles and addresses are words too; a safeguarding lead reads them all.</summary>
    public static IQueryable<CaseStudy> ReadableBy(this IQueryable<CaseStudy> studies, Actor actor) =>
        actor.May(AccessPolicy.Safeguard) ? studies : studies.OfNoStoryOnHold();

    /// <summary>Without those that draw on a story on hold: what another author is shown of a case study that draws on both.</summary>
    public static IQueryable<CaseStudy> OfNoStoryOnHold(this IQueryable<CaseStudy> studies) =>
        studies.Where(study => !study.Stories.Any(drawn => drawn.Story!.State == StoryState.OnHold));

    extension(InfoStoryContext db)
    {
        public DbSet<CaseStudy> CaseStudies => db.Set<CaseStudy>();

        public DbSet<FormerAddress> FormerAddresses => db.Set<FormerAddress>();

        /// <summary>Case studies that draw on this story, found through it and not by asking each one.</summary>
        internal Expression<Func<CaseStudy, bool>> DrawsOn(Id<Story> id) =>
            study => db.Set<CaseStudyStory>().Where(drawn => drawn.StoryId == id).Select(drawn => drawn.CaseStudyId).Contains(study.Id);
    }
}
