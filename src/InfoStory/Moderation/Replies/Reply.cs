using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Moderation.Replies;

/// <summary>When a reply is used: to decline a story, or to ask its author.</summary>
public enum ReplyKind
{
    Decline,
    Question,
}

/// <summary>
/// Words for authors that the team starts from and changes before they go. What stands in [brackets] is a gap to fill in. A retired reply is kept, but not
/// offered.
/// </summary>
public sealed class Reply : Entity<Reply>, IRevised
{
    public const int MaxName = 60;

    /// <summary>The highest number by which replies are put in order.</summary>
    public const int MaxPosition = 999;

    /// <summary>Declining many stories as spam starts from this one.</summary>
    public static readonly Id<Reply> Spam = new(5);

    public int Revision { get; private set; }

    public required ReplyKind Kind { get; init; }

    /// <summary>How the team knows it; authors never see it.</summary>
    public required string Name { get; set; }

    public required string Text { get; set; }

    /// <summary>Its place among those of its kind, lowest first.</summary>
    public required int Position { get; set; }

    public bool Retired { get; set; }

    /// <summary>The most characters that its text may have: as many as what is sent.</summary>
    public static int MaxText(ReplyKind kind) => kind == ReplyKind.Decline ? Story.MaxReason : Message.MaxLength;
}

internal sealed class ReplyMapping : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> reply)
    {
        reply.ToTable("Replies");
        reply.Property(r => r.Kind).HasConversion<string>().HasMaxLength(10);
        reply.Property(r => r.Name).HasMaxLength(PlainText.Room(Reply.MaxName));
        reply.Property(r => r.Text).HasMaxLength(PlainText.Room(Message.MaxLength));
        reply.HasData(FirstReplies.All);
    }
}

public static class ReplySets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Reply> Replies => db.Set<Reply>();
    }
}
