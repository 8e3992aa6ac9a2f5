using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InfoStory.Data;

/// <summary>
/// The sixteen migrations before the first release became one, Initial. A database that they made has the same tables, so it only needs that said.
/// </summary>
public static class FirstMigrations
{
    private const int Timestamp = 15;

    private static readonly string[] Sixteen =
    [
        "Initial", "FullText", "PublicUntil", "ReceiptIndex", "Letters", "Narrowing", "Sharing", "LettersGoWithContacts",
        "Desk", "HistoryCriticalityCases", "Flags", "SecondFactors", "StoryIndex", "AddReplies", "TagWords", "TagAdministration",
    ];

    /// <summary>Puts Initial in the place of the sixteen in the table of migrations; does nothing to any other database. Call it before migrating.</summary>
    /// <exception cref="NotReadyException">The database has some of the sixteen, but not all.</exception>
    public static async Task AdoptAsync(InfoStoryContext db, CancellationToken cancellation)
    {
        var history = db.GetService<IHistoryRepository>();
        if (!await history.ExistsAsync(cancellation)) return;

        var initial = db.Database.GetMigrations().First();
        var applied = await history.GetAppliedMigrationsAsync(cancellation);
        if (applied.Count == 0 || applied.Any(row => row.MigrationId == initial)) return;

        if (!applied.Select(row => row.MigrationId[Timestamp..]).SequenceEqual(Sixteen))
        {
            throw new NotReadyException(
                $"This database stopped at {applied[^1].MigrationId}, a migration from before the first release. " +
                $"Start it once with the last version that has the migration {Sixteen[^1]}, or begin with an empty database.");
        }

        var script = string.Concat(applied.Select(row => history.GetDeleteScript(row.MigrationId)))
            + history.GetInsertScript(new(initial, applied[^1].ProductVersion));
        try
        {
            await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
#pragma warning disable RS0030 // Written by the provider itself, so it is right for whichever it is.
                await db.Database.ExecuteSqlRawAsync(script, cancellation);
#pragma warning restore RS0030
                await transaction.CommitAsync(cancellation);
            });
        }
        catch (DbException)
        {
            // Somebody else said it at the same moment.
            if ((await history.GetAppliedMigrationsAsync(cancellation)).All(row => row.MigrationId != initial)) throw;
        }
    }
}
