using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Data;

/// <summary>
/// Begins a new edition in every save that changes what the public may see, so that no service can forget it. What changes rows
/// without loading them says so by <see cref="DbContextExtensions.BeginEdition"/>.
/// </summary>
public sealed class EditionInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is InfoStoryContext db && Concerns(db)) db.BeginEdition(clock.GetUtcNow().UtcDateTime);
        return new(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.ChangeTracker.Entries<Edition>().Any()) EditionNotice.Tell();
        return new(result);
    }

    /// <summary>Whether the save to come has an edition, begun already or about to be.</summary>
    internal static bool Concerns(InfoStoryContext db) =>
        db.ChangeTracker.Entries<Edition>().Any(edition => edition.State == EntityState.Added) || db.ChangeTracker.Entries<IPublic>().Any(IsSeen);

    private static bool IsSeen(EntityEntry<IPublic> entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && (entry.Entity is not IShown shown || entry.State switch
        {
            // Its address says that it is gone; after this it says that it never was.
            EntityState.Deleted => shown.FirstPublishedAt is not null,
            EntityState.Modified => shown.PublishedAt is not null || entry.Property(nameof(IShown.PublishedAt)).OriginalValue is not null,
            _ => shown.PublishedAt is not null,
        });
}
