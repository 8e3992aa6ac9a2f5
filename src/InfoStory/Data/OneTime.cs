using System.Security.Cryptography;
using System.Text;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Data;

/// <summary>Something that counts once and was used, kept until it would not count anyway.</summary>
public sealed class UsedUp : Entity<UsedUp>
{
    /// <summary>SHA-256 of what was used, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required DateTime Until { get; init; }
}

internal sealed class UsedUpMapping : IEntityTypeConfiguration<UsedUp>
{
    public void Configure(EntityTypeBuilder<UsedUp> used)
    {
        used.ToTable("UsedUp");
        used.Property(u => u.Hash).HasMaxLength(64);
        used.HasIndex(u => u.Hash).IsUnique();
        used.HasIndex(u => u.Until);
    }
}

/// <summary>Uses up what counts once, for every process together: the first to write it down wins.</summary>
public sealed class OneTime(IDbContextFactory<InfoStoryContext> contexts, TimeProvider clock)
{
    /// <summary>Uses it up. Whoever calls it has seen that it is ours, so that nobody else can make the table grow. Hanging up undoes nothing.</summary>
    /// <param name="life">For how long it could be used.</param>
    /// <returns>False where it was used before, or by another at this moment.</returns>
    public async Task<bool> UseAsync(string what, TimeSpan life)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        db.Add(new UsedUp { Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(what))), Until = clock.UtcNow + life });
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (ClashException)
        {
            return false;
        }
    }

    /// <summary>Deletes what would not count any more and returns how many.</summary>
    public async Task<int> DeleteOldAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = clock.UtcNow;
        return await db.Set<UsedUp>().Where(used => used.Until <= now).ExecuteDeleteAsync(cancellation);
    }
}
