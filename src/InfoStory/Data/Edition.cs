using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Data;

/// <summary>
/// A change to what the public may see, added in the same save as the change by <see cref="EditionInterceptor"/>: a row for each
/// thing that it concerns. The newest key is the edition that caches compare themselves with.
/// </summary>
public sealed class Edition : Entity<Edition>
{
    public const int MaxSubject = 40;

    public required DateTime At { get; init; }

    /// <summary>What is changed, as <see cref="EditionSubject"/> writes it; null where it may be anything.</summary>
    public string? Subject { get; init; }
}

/// <summary>What has changed since an edition.</summary>
/// <param name="Newest">The edition of now.</param>
/// <param name="Subjects">All that was changed since, each once; null where it may be anything.</param>
public sealed record EditionsSince(long Newest, IReadOnlySet<EditionSubject>? Subjects);

internal sealed class EditionMapping : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.ToTable("Editions");
        edition.Property(e => e.Subject).HasMaxLength(Edition.MaxSubject);
    }
}

/// <summary>Reads the edition of the public site, and forgets those before it.</summary>
public sealed class Editions(IDbContextFactory<InfoStoryContext> contexts, TimeProvider clock)
{
    private const int MostRead = 1_000;

    /// <summary>The number of the current edition; it only grows. One statement.</summary>
    public async Task<long> CurrentAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var newest = await db.Set<Edition>().OrderByDescending(edition => edition.Id).Select(edition => edition.Id).FirstOrDefaultAsync(cancellation);
        return newest.Value;
    }

    /// <summary>The newest edition, and what was changed after this one: anything where it is not known any more, or by too much. One statement.</summary>
    public async Task<EditionsSince> SinceAsync(long edition, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var key = new Id<Edition>(edition);
        // With the row of the edition itself: while it is there, none after it was deleted.
        var rows = await db.Set<Edition>().Where(one => !(one.Id < key)).OrderByDescending(one => one.Id).Take(MostRead)
            .Select(one => new { one.Id, one.Subject }).ToListAsync(cancellation);
        if (rows.Count == 0) return edition == 0 ? new(0, new HashSet<EditionSubject>()) : new(await CurrentAsync(cancellation), null);

        var subjects = rows.SkipLast(1).Select(one => one.Subject is null ? null : EditionSubject.Read(one.Subject)).ToHashSet();
        return new(rows[0].Id.Value, rows[^1].Id != key || subjects.Contains(null) ? null : subjects.Select(subject => subject!.Value).ToHashSet());
    }

    /// <summary>
    /// Deletes all but the newest up to the last that is older than a day, long after every process knows a newer one. Returns how many.
    /// None is left before one that is deleted, whatever the clocks said.
    /// </summary>
    public async Task<int> DeleteOldAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (editions, before) = (db.Set<Edition>(), clock.UtcNow.AddDays(-1));
        return await editions.Where(edition => edition.Id < editions.Max(newest => newest.Id)
            && !(edition.Id > editions.Where(old => old.At < before).Max(old => old.Id))).ExecuteDeleteAsync(cancellation);
    }
}
