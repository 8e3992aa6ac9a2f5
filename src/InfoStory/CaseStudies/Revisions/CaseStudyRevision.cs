using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.CaseStudies.Revisions;

/// <summary>The words of a case study as somebody saved them. They go at the moment at which the words of the case study itself go.</summary>
public sealed class CaseStudyRevision : Entity<CaseStudyRevision>
{
    public Id<CaseStudy> CaseStudyId { get; private set; }

    public CaseStudy? CaseStudy { get; init; }

    /// <summary>1, 2, 3 and so on, within its case study.</summary>
    public required int Number { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The name of whoever saved them; null where that was before revisions were kept.</summary>
    public required string? By { get; init; }

    public required RevisedWords Words { get; init; }

    /// <summary>What that save changed.</summary>
    public required RevisedParts Changed { get; init; }

    /// <summary>Everyone could read these words, in this revision or in one before.</summary>
    public required bool WasPublic { get; set; }

    /// <summary>The number of the revision whose words this save brought back; null where they were typed.</summary>
    public int? Restored { get; init; }
}

internal sealed class CaseStudyRevisionMapping : IEntityTypeConfiguration<CaseStudyRevision>
{
    public void Configure(EntityTypeBuilder<CaseStudyRevision> revision)
    {
        revision.ToTable("CaseStudyRevisions");
        revision.HasIndex(r => new { r.CaseStudyId, r.Number }).IsUnique();
        revision.HasIndex(r => r.At);
        revision.Property(r => r.By).HasMaxLength(256);
        revision.Property(r => r.Words).HasConversion(words => words.ToJson(), json => RevisedWords.Read(json));
        revision.HasOne(r => r.CaseStudy).WithMany().HasForeignKey(r => r.CaseStudyId).OnDelete(DeleteBehavior.Cascade);
    }
}
