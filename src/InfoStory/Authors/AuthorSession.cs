using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Authors;

/// <summary>One browser in which an author has opened a story. The cookie carries only its key; deleting the row ends every copy of the cookie.</summary>
public sealed class AuthorSession : Entity<AuthorSession>
{
    /// <summary>Without use for so long, it is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>However much it is used, it is over after so long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>SHA-256 of the key in the cookie, in hexadecimal.</summary>
    public required string KeyHash { get; init; }

    public required Id<Story> StoryId { get; init; }

    public required DateTime BegunAt { get; init; }

    /// <summary>To the minute, so that not every page writes.</summary>
    public required DateTime UsedAt { get; init; }
}

internal sealed class AuthorSessionMapping : IEntityTypeConfiguration<AuthorSession>
{
    public void Configure(EntityTypeBuilder<AuthorSession> session)
    {
        session.ToTable("AuthorSessions");
        session.Property(s => s.KeyHash).HasMaxLength(64);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.HasIndex(s => s.UsedAt);
        session.HasOne<Story>().WithMany().HasForeignKey(s => s.StoryId).OnDelete(DeleteBehavior.Cascade);
    }
}
