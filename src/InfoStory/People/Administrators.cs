using System.Data;
using InfoStory.Data;
using InfoStory.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.People;

/// <summary>Sees to it that somebody can always administer the site.</summary>
public sealed class Administrators(InfoStoryContext db)
{
    private const string Last =
        "This is the only administrator who can sign in. Make somebody else an administrator first, and wait until they have chosen a password";

    /// <summary>
    /// Does what takes an administrator away, unless nobody else with an open account and a password would be one. Two such acts at once come
    /// one after the other: on SQLite a transaction that may write begins alone, on SQL Server it is serializable.
    /// </summary>
    /// <param name="act">Loads, changes and saves by itself; called again where the database asks for it.</param>
    /// <exception cref="ConflictException">This is the last administrator; nothing is changed.</exception>
    public Task KeepOneAsync(long staffId, Func<Task> act, CancellationToken cancellation) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
            if (await IsLastAsync(staffId, cancellation)) throw new ConflictException(Last);

            await act();
            await transaction.CommitAsync(cancellation);
        });

    /// <summary>The other administrators with an open account and a password.</summary>
    internal static IQueryable<StaffMember> Others(InfoStoryContext db, long staffId) =>
        Open(db).Where(staff => staff.Id != staffId && staff.PasswordHash != null);

    private async Task<bool> IsLastAsync(long staffId, CancellationToken cancellation) =>
        await Open(db).AnyAsync(staff => staff.Id == staffId, cancellation) && !await Others(db, staffId).AnyAsync(cancellation);

    private static IQueryable<StaffMember> Open(InfoStoryContext db) =>
        db.Staff.AsNoTracking().Where(staff => staff.ClosedAt == null && staff.Roles.HasFlag(Roles.Administrator));
}
