using InfoStory.Data;
using InfoStory.People;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Moderation.Desk;

/// <summary>
/// What one member of the team has typed about one story in one window and not saved yet. Saving deletes it, and so do withdrawal and erasure.
/// </summary>
public sealed class EditDraft : Entity<EditDraft>
{
    public const int MaxPage = 32;

    public required Id<Story> StoryId { get; init; }

    public required long StaffId { get; init; }

    /// <summary>The window in which it was typed: random letters, new with each page. Two windows keep two.</summary>
    public required string Page { get; init; }

    /// <summary>JSON of a <see cref="ReviewStory"/>.</summary>
    public required string Form { get; set; }

    public required DateTime At { get; set; }
}

internal sealed class EditDraftMapping : IEntityTypeConfiguration<EditDraft>
{
    public void Configure(EntityTypeBuilder<EditDraft> draft)
    {
        draft.ToTable("EditDrafts");
        draft.HasIndex(d => new { d.StoryId, d.StaffId, d.Page }).IsUnique();
        draft.Property(d => d.Page).HasMaxLength(EditDraft.MaxPage);
        draft.HasIndex(d => d.At);
        draft.HasOne<Story>().WithMany().HasForeignKey(d => d.StoryId).OnDelete(DeleteBehavior.Cascade);
        draft.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
