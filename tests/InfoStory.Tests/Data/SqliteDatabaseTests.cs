using InfoStory.Data;
using InfoStory.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Data;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("infostory-sqlite-");

    [Fact]
    public async Task Every_connection_is_as_durable_and_strict_as_promised()
    {
        await using var db = Open();
        await SqliteDatabase.PrepareAsync(db, default);

        Assert.Equal("wal", await PragmaAsync<string>(db, "journal_mode"));
        Assert.Equal(2, await PragmaAsync<long>(db, "synchronous"));
        Assert.Equal(1, await PragmaAsync<long>(db, "foreign_keys"));
        Assert.Equal(1, await PragmaAsync<long>(db, "secure_delete"));
        Assert.True(await PragmaAsync<long>(db, "busy_timeout") >= 10_000);
    }

    [Fact]
    public async Task Several_processes_that_start_at_once_migrate_once()
    {
        var contexts = Enumerable.Range(0, 6).Select(_ => Open()).ToList();

        await Task.WhenAll(contexts.Select(db => Task.Run(() => SqliteDatabase.PrepareAsync(db, default))));

        Assert.Empty(await contexts[0].Database.GetPendingMigrationsAsync());
        foreach (var db in contexts) await db.DisposeAsync();
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_migration_stops_nobody()
    {
        folder.CreateSubdirectory("deep/er");
        await using var db = Open();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");

        await SqliteDatabase.PrepareAsync(db, default).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private InfoStoryContext Open() =>
        new((DbContextOptions<InfoStoryContext>)new DbContextOptionsBuilder<InfoStoryContext>().UseSqliteFor($"Data Source={Path.Combine(folder.FullName, "deep/er/x.db")}", maxBatchSize: null).Options);

    private static async Task<T> PragmaAsync<T>(InfoStoryContext db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
