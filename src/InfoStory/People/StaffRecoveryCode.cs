using System.Security.Cryptography;
using System.Text;
using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.People;

/// <summary>One of the codes that open an account once where the second factor is lost. Using it deletes it.</summary>
public sealed class StaffRecoveryCode : Entity<StaffRecoveryCode>
{
    /// <summary>How many are made at a time.</summary>
    public const int Many = 10;

    /// <summary>None can be mistaken for another. Sixteen of them are 79 random bits, so that a fast hash is enough.</summary>
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    private const int Length = 16, Group = 4;

    public required long StaffId { get; init; }

    /// <summary>SHA-256 of the account's number and the code, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>A new code in four groups, such as "k7m2-p9xw-4qhd-tz3a".</summary>
    public static string NewCode() => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(letters => new string(letters)));

    /// <summary>The hash of what somebody typed, whatever they put between the letters.</summary>
    public static string HashOf(long staffId, string typed) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{staffId}:{string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()}")));
}

internal sealed class StaffRecoveryCodeMapping : IEntityTypeConfiguration<StaffRecoveryCode>
{
    public void Configure(EntityTypeBuilder<StaffRecoveryCode> code)
    {
        code.ToTable("StaffRecoveryCodes");
        code.Property(c => c.Hash).HasMaxLength(64);
        code.HasIndex(c => new { c.StaffId, c.Hash }).IsUnique();
        code.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
