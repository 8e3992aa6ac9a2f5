using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Search;
using InfoStory.Sqlite;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

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

    [Fact]
    public async Task A_database_from_before_filters_were_words_finds_the_same_after_it_is_brought_up_to_date()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var known = await database.Given(A.Story().About("Housing", "Cornwall").Tagged("Trust").Kind(StoryKind.Worked).Published());
        await using var db = Open(database.Connection);
        var before = await db.Set<SearchText>().Select(text => text.Narrowing).SingleAsync();

        await db.GetService<IMigrator>().MigrateAsync("Letters");
        await db.GetService<IMigrator>().MigrateAsync();

        Assert.Equal(before, await db.Set<SearchText>().Select(text => text.Narrowing).SingleAsync());
        var found = await database.Get<Library>().SearchAsync(SearchWords.Parse("worker")!, new(Kind: StoryKind.Worked), 1, default);
        Assert.Equal(known.Slug, Assert.Single(found.Entries).Slug);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private InfoStoryContext Open() => Open($"Data Source={Path.Combine(folder.FullName, "deep/er/x.db")}");

    private static InfoStoryContext Open(string connection) =>
        new((DbContextOptions<InfoStoryContext>)new DbContextOptionsBuilder<InfoStoryContext>().UseSqliteFor(connection, maxBatchSize: null).Options);

    private static async Task<T> PragmaAsync<T>(InfoStoryContext db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
