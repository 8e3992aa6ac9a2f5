using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Data;

/// <summary>
/// One row for every change to what the public may see, added in the same save as the change by
/// <see cref="EditionInterceptor"/>. The newest key is the edition that caches compare themselves with.
/// </summary>
public sealed class Edition : Entity<Edition>
{
    public required DateTime At { get; init; }
}

internal sealed class EditionMapping : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition) => edition.ToTable("Editions");
}

/// <summary>Reads the edition of the public site, and forgets those before it.</summary>
public sealed class Editions(IDbContextFactory<InfoStoryContext> contexts, TimeProvider clock)
{
    /// <summary>The number of the current edition; it only grows. One statement.</summary>
    public async Task<long> CurrentAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var newest = await db.Set<Edition>().OrderByDescending(edition => edition.Id).Select(edition => edition.Id).FirstOrDefaultAsync(cancellation);
        return newest.Value;
    }

    /// <summary>Deletes all but the newest that are older than a day, long after every process knows a newer one. Returns how many.</summary>
    public async Task<int> DeleteOldAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (editions, before) = (db.Set<Edition>(), clock.UtcNow.AddDays(-1));
        return await editions.Where(edition => edition.At < before && edition.Id < editions.Max(newest => newest.Id)).ExecuteDeleteAsync(cancellation);
    }
}
