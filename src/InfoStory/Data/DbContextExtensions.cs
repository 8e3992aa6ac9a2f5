using Microsoft.EntityFrameworkCore;

namespace InfoStory.Data;

internal static class DbContextExtensions
{
    private const string Changed = "Someone else has changed this since you opened it.";

    /// <summary>The one entity that matches, tracked.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<T> FindAsync<T>(this IQueryable<T> set, System.Linq.Expressions.Expression<Func<T, bool>> which, CancellationToken cancellation)
        where T : class =>
        await set.FirstOrDefaultAsync(which, cancellation) ?? throw new NotFoundException(typeof(T).Name);

    /// <exception cref="ConflictException">It has been saved since <paramref name="revision"/> was shown.</exception>
    public static T At<T>(this T entity, int revision) where T : IRevised =>
        entity.Revision == revision ? entity : throw new ConflictException(Changed);

    /// <summary>Marks the entity as changed, so that its revision grows even when only what belongs to it has changed.</summary>
    public static void Touch<T>(this InfoStoryContext db, T entity) where T : class, IRevised =>
        db.Entry(entity).Property(nameof(IRevised.Revision)).IsModified = true;

    /// <summary>
    /// The save to come changes what the public may see. Only for rows that are changed without being loaded: the others are seen by
    /// <see cref="EditionInterceptor"/>. A save has one edition of each thing, however often it is tried.
    /// </summary>
    /// <param name="db">What is saved.</param>
    /// <param name="now">When.</param>
    /// <param name="subject">What is changed; null where it may be anything.</param>
    public static void BeginEdition(this InfoStoryContext db, DateTime now, EditionSubject? subject = null)
    {
        var begun = db.ChangeTracker.Entries<Edition>().Where(edition => edition.State == EntityState.Added).Select(edition => edition.Entity.Subject).ToList();
        if (!begun.Contains(null) && !begun.Contains(subject?.ToString())) db.Add(new Edition { At = now, Subject = subject?.ToString() });
    }

    /// <summary>Acts again from the start where somebody saved in between: for what an author wants whatever the other did, and for double clicks.</summary>
    public static async Task InsistAsync(this InfoStoryContext db, Func<Task> act)
    {
        for (var left = 3; ; left--)
        {
            try
            {
                await act();
                return;
            }
            catch (ConflictException) when (left > 1)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <exception cref="ConflictException">Somebody saved the same entity, or one that cannot be there twice, between our read and our save.</exception>
    public static async Task SaveOrConflictAsync(this InfoStoryContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ConflictException(Changed);
        }
        catch (ClashException)
        {
            throw ConflictException.AtOnce();
        }
    }

    /// <summary>Saves, and runs one statement more, in one transaction: both or neither.</summary>
    public static Task SaveTogetherAsync(this InfoStoryContext db, Func<Task> also, CancellationToken cancellation) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            // What is saved counts as saved only with the transaction, so that a retry saves it again.
            await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellation);
            await also();
            await transaction.CommitAsync(cancellation);
            db.ChangeTracker.AcceptAllChanges();
        });

    /// <summary>Reads and saves in one transaction, from the start again where the connection is lost: all or nothing.</summary>
    public static Task TogetherAsync(this InfoStoryContext db, Func<Task> act, CancellationToken cancellation) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await act();
            await transaction.CommitAsync(cancellation);
        });

    /// <summary>Deletes, and saves what takes its place, in one transaction: both or neither.</summary>
    public static Task SaveInPlaceOfAsync(this InfoStoryContext db, Func<Task> delete, CancellationToken cancellation) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await delete();
            await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellation);
            await transaction.CommitAsync(cancellation);
            db.ChangeTracker.AcceptAllChanges();
        });
}
