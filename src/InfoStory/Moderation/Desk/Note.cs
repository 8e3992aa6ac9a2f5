using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Moderation.Desk;

/// <summary>What one member of the team tells the others about a story. Never shown to its author or the public; deleted when the story is withdrawn.</summary>
public sealed class Note : Entity<Note>
{
    public const int MaxLength = 2000;

    public required Id<Story> StoryId { get; init; }

    public required string Text { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }

    /// <summary>What was typed, as a note; null where nothing was.</summary>
    public static Note? Of(Story story, string? typed, Actor by, DateTime now) =>
        PlainText.TidyOrNull(typed) is { } text ? new() { StoryId = story.Id, Text = text, By = by.Name, At = now } : null;
}

internal sealed class NoteMapping : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> note)
    {
        note.ToTable("Notes");
        note.Property(n => n.Text).HasMaxLength(PlainText.Room(Note.MaxLength));
        note.Property(n => n.By).HasMaxLength(256);
        note.HasOne<Story>().WithMany().HasForeignKey(n => n.StoryId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class NoteSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Note> Notes => db.Set<Note>();
    }
}
