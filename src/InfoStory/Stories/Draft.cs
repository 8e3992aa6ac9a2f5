using System.Security.Cryptography;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Stories;

/// <summary>A story that is not yet sent. It is found only by the secret in its author's browser, and deleted seven days after its last change.</summary>
public sealed class Draft : Entity<Draft>
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public required string KeyHash { get; init; }

    public required DateTime ExpiresAt { get; set; }

    public string? Told { get; set; }

    public string? Title { get; set; }

    public WhoIsTelling? WhoIsTelling { get; set; }

    public Id<Tag>? ServiceId { get; set; }

    public Id<Place>? PlaceId { get; set; }

    public bool? Website { get; set; }

    public bool? PolicyMakers { get; set; }

    public bool SeeFirst { get; set; }
}

/// <summary>The secret of a draft: 32 random bytes that live only in the author's browser.</summary>
public sealed class DraftSecret
{
    private const int Length = 32;

    private DraftSecret(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    public string Hash => Convert.ToHexString(SHA256.HashData(Bytes));

    public static DraftSecret New() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Null unless it is exactly what <see cref="ToString"/> wrote.</summary>
    public static DraftSecret? Parse(string? text)
    {
        var bytes = new byte[Length];
        return text?.Length == Length * 2 && Convert.FromHexString(text, bytes, out _, out var written) == System.Buffers.OperationStatus.Done && written == Length
            ? new(bytes)
            : null;
    }

    public override string ToString() => Convert.ToHexString(Bytes);
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("Drafts");
        draft.Property(d => d.KeyHash).HasMaxLength(64);
        draft.HasIndex(d => d.KeyHash).IsUnique();
        draft.HasIndex(d => d.ExpiresAt);
        draft.Property(d => d.Title).HasMaxLength(Story.MaxTitle);
        draft.Property(d => d.WhoIsTelling).HasConversion<string>().HasMaxLength(30);
        draft.HasOne<Tag>().WithMany().HasForeignKey(d => d.ServiceId).OnDelete(DeleteBehavior.Restrict);
        draft.HasOne<Place>().WithMany().HasForeignKey(d => d.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }
}
