using InfoStory.Data;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Moderation.Suggesting;

/// <summary>
/// How much one word says for one tag, counted over stories that the team has decided. It stands for five stories at least and names none.
/// The row with an empty word says how common the tag is by itself. Made anew as a whole, never changed.
/// </summary>
public sealed class TagWord
{
    /// <summary>The root of the word (<see cref="StoryTerms"/>): letters from a to z, no name, nothing with a digit.</summary>
    public required string Word { get; init; }

    public required Id<Tag> TagId { get; init; }

    public Tag? Tag { get; private set; }

    /// <summary>How many stories with the tag hold the word; with an empty word, how many have the tag.</summary>
    public required int Stories { get; init; }

    /// <summary>
    /// Natural logarithm: how many times oftener stories with the tag hold the word than those without; with an empty word, the odds of the tag.
    /// </summary>
    public required double Weight { get; init; }

    public required DateTime LearnedAt { get; init; }
}

internal sealed class TagWordMapping : IEntityTypeConfiguration<TagWord>
{
    public void Configure(EntityTypeBuilder<TagWord> word)
    {
        word.ToTable("TagWords");
        word.HasKey(w => new { w.Word, w.TagId });
        word.Property(w => w.Word).HasMaxLength(StoryTerms.MaxLength);
        word.HasOne(w => w.Tag).WithMany().HasForeignKey(w => w.TagId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class SuggestingSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<TagWord> TagWords => db.Set<TagWord>();
    }
}
