using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Data;

/// <summary>
/// Begins a new edition in every save that changes what the public may see, so that no service can forget it: one of each thing that
/// it concerns, or one of everything where that is not certain, or is more than a few. What changes rows
/// without loading them says so by <see cref="DbContextExtensions.BeginEdition"/>.
/// </summary>
public sealed class EditionInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    private const int MostSubjects = 20;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not InfoStoryContext db) return new(result);

        var seen = db.ChangeTracker.Entries<IPublic>().Where(IsSeen).ToList();
        if (seen.Count == 0) return new(result);

        var subjects = seen.Where(entry => !IsOnlyHeld(entry)).Select(entry => entry.Entity.SubjectIn(db)).Distinct().Take(MostSubjects + 1).ToList();
        if (subjects.Count is 0 or > MostSubjects || subjects.Contains(null)) subjects = [null];
        foreach (var subject in subjects) db.BeginEdition(clock.UtcNow, subject);
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

    /// <summary>It has another revision, so that nobody changes it meanwhile, and nothing else: what belongs to it is seen for itself.</summary>
    private static bool IsOnlyHeld(EntityEntry<IPublic> entry) => entry is { State: EntityState.Modified, Entity: IRevised and not IShown }
        && entry.Properties.All(property => !property.IsModified || property.Metadata.Name == nameof(IRevised.Revision));

    private static bool IsSeen(EntityEntry<IPublic> entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && (entry.Entity is not IShown shown || entry.State switch
        {
            // Its address says that it is gone; after this it says that it never was.
            EntityState.Deleted => shown.FirstPublishedAt is not null,
            EntityState.Modified => shown.PublishedAt is not null || entry.Property(nameof(IShown.PublishedAt)).OriginalValue is not null,
            _ => shown.PublishedAt is not null,
        });
}
