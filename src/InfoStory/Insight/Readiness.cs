using System.Data.Common;
using InfoStory.Data;
using InfoStory.Search;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Insight;

/// <summary>What the health page says of the database.</summary>
public sealed record DatabaseState(bool Writable, int PendingMigrations, bool FullText);

/// <summary>Asks the database whether it can do its work.</summary>
public sealed class Readiness(InfoStoryContext db, IFullText fullText)
{
    /// <summary>Writes a row and takes it back; counts migrations that are missing.</summary>
    public async Task<DatabaseState> CheckAsync(CancellationToken cancellation)
    {
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).Count();
            return new(await CanWriteAsync(cancellation), pending, await fullText.IsInstalledAsync(db, cancellation));
        }
        catch (DbException)
        {
            return new(false, 0, false);
        }
    }

    private async Task<bool> CanWriteAsync(CancellationToken cancellation)
    {
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                db.Add(new Secret { Name = "health", Value = "" });
                await db.SaveChangesAsync(cancellation);
                await transaction.RollbackAsync(cancellation);
                return true;
            });
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException)
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
