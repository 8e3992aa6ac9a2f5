using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Organisations.Responders;
using InfoStory.People;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Authors;

/// <summary>
/// A form that was posted after its session had ended, or that is being typed, kept for the same person. Withdrawal and erasure of its story delete it.
/// </summary>
public sealed class KeptForm : Entity<KeptForm>
{
    /// <summary>128 random bits in hexadecimal. It only names the form: whoever shows it must be whose it is.</summary>
    public required string Key { get; init; }

    /// <summary>The member of staff who typed it; null where an author or a responder did.</summary>
    public required long? StaffId { get; init; }

    /// <summary>The responder who typed it; null where somebody else did.</summary>
    public Id<Responder>? ResponderId { get; init; }

    /// <summary>The author's story, or the one that a form of somebody else is about; null where it is about none that is known.</summary>
    public required Id<Story>? StoryId { get; init; }

    /// <summary>The case study that it is about; null where it is about none.</summary>
    public Id<CaseStudy>? CaseStudyId { get; init; }

    /// <summary>What was typed, sealed for its person.</summary>
    public required byte[] Words { get; set; }

    public required DateTime At { get; set; }
}

internal sealed class KeptFormMapping : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> form)
    {
        form.ToTable("KeptForms");
        form.Property(f => f.Key).HasMaxLength(32);
        form.HasIndex(f => f.Key).IsUnique();
        form.HasIndex(f => f.At);
        form.HasOne<Story>().WithMany().HasForeignKey(f => f.StoryId).OnDelete(DeleteBehavior.Cascade);
        form.HasOne<CaseStudy>().WithMany().HasForeignKey(f => f.CaseStudyId).OnDelete(DeleteBehavior.Cascade);
        form.HasOne<Responder>().WithMany().HasForeignKey(f => f.ResponderId).OnDelete(DeleteBehavior.Cascade);
        form.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
