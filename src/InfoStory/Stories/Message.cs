using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Stories;

/// <summary>One message between the team and the author of a story, who stays unknown. Deleted when the story is withdrawn.</summary>
public sealed class Message : Entity<Message>
{
    public const int MaxLength = 2000;

    public required Id<Story> StoryId { get; init; }

    public required bool FromAuthor { get; init; }

    public required string Text { get; init; }

    /// <summary>The name of the member of staff; null where the author wrote it. Never shown to the author.</summary>
    public required string? By { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("Messages");
        message.Property(m => m.Text).HasMaxLength(PlainText.Room(Message.MaxLength));
        message.Property(m => m.By).HasMaxLength(256);
        message.HasOne<Story>().WithMany().HasForeignKey(m => m.StoryId).OnDelete(DeleteBehavior.Cascade);
    }
}
