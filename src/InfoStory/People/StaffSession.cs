using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.People;

/// <summary>One signed-in browser of a member of staff. The cookie carries only its key; deleting the row ends the session everywhere.</summary>
public sealed class StaffSession : Entity<StaffSession>
{
    /// <summary>SHA-256 of the key in the cookie, in hexadecimal.</summary>
    public required string KeyHash { get; init; }

    public required long StaffId { get; init; }

    /// <summary>The security stamp of the account when the session began; a new password changes the account's and so ends the session.</summary>
    public required string Stamp { get; set; }

    /// <summary>Roughly which browser, such as "Chrome on Windows".</summary>
    public string? Browser { get; init; }

    /// <summary>The last day, in UTC, on which it was used.</summary>
    public DateOnly? LastUsedOn { get; set; }

    /// <summary>The protected ticket.</summary>
    public required byte[] Ticket { get; set; }

    public required DateTime StartedAt { get; init; }

    public required DateTime ExpiresAt { get; set; }
}

internal sealed class StaffSessionMapping : IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffSession> session)
    {
        session.ToTable("StaffSessions");
        session.Property(s => s.KeyHash).HasMaxLength(64);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.HasIndex(s => s.ExpiresAt);
        session.Property(s => s.Stamp).HasMaxLength(100);
        session.Property(s => s.Browser).HasMaxLength(60);
        session.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
