using InfoStory.Data;
using InfoStory.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InfoStory.Tests.Data;

public sealed class SqliteDatabaseTests : IDisposable
{
    private static readonly string[] Sixteen =
    [
        "20261122080930_Initial", "20261122080950_FullText", "20261122085201_PublicUntil", "20261122085853_ReceiptIndex", "20261122091042_Letters",
        "20261122121017_Narrowing", "20261122141353_Sharing", "20261122161302_LettersGoWithContacts", "20261122180724_Desk",
        "20261122190416_HistoryCriticalityCases", "20261122190935_Flags", "20261122192735_SecondFactors", "20261122204910_StoryIndex",
        "20261122210950_AddReplies", "20261122214446_TagWords", "20261122214939_TagAdministration",
    ];

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
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); "
            + "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");

        await SqliteDatabase.PrepareAsync(db, default).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_database_that_the_sixteen_first_migrations_made_goes_on_with_its_rows()
    {
        await using var db = Open();
        await MakeAsSixteenDidAsync(db, Sixteen);
        await db.Database.ExecuteSqlRawAsync("INSERT INTO Editions (At) VALUES ('2026-11-22 08:00:00')");

        await SqliteDatabase.PrepareAsync(db, default);

        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM Editions").SingleAsync());
    }

    [Fact]
    public async Task Two_processes_that_adopt_it_at_once_both_go_on()
    {
        await using (var made = Open()) await MakeAsSixteenDidAsync(made, Sixteen);
        await using var db = Open();
        await using var other = Open();
        using var meanwhile = new Meanwhile(
            Path.Combine(folder.FullName, "deep/er/x.db"), "\"ProductVersion\"", () => FirstMigrations.AdoptAsync(other, default));

        await FirstMigrations.AdoptAsync(db, default);

        Assert.True(meanwhile.IsDone);
        Assert.Equal(db.Database.GetMigrations().Take(1), await db.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task A_database_that_stopped_among_the_sixteen_says_what_to_do_and_stays_as_it_is()
    {
        await using var db = Open();
        await MakeAsSixteenDidAsync(db, Sixteen[..^1]);

        var refused = await Assert.ThrowsAsync<NotReadyException>(() => SqliteDatabase.PrepareAsync(db, default));

        Assert.Contains("stopped at 20261122214446_TagWords", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Sixteen[..^1], await db.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task Every_trigger_of_the_full_text_stands_after_the_last_migration()
    {
        await using var db = Open();
        await SqliteDatabase.PrepareAsync(db, default);

        var triggers = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_schema WHERE type = 'trigger'").ToListAsync();

        // A migration that builds one of the three tables anew must run its .sql file again.
        Assert.Equal(
            [
                "Messages_Deleted", "Messages_Inserted", "Messages_Updated", "SearchTexts_Deleted", "SearchTexts_Inserted", "SearchTexts_Updated",
                "Stories_Deleted", "Stories_Inserted", "Stories_Updated",
            ],
            triggers.Order(StringComparer.Ordinal));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private InfoStoryContext Open() => Open($"Data Source={Path.Combine(folder.FullName, "deep/er/x.db")}");

    private static InfoStoryContext Open(string connection) =>
        new((DbContextOptions<InfoStoryContext>)new DbContextOptionsBuilder<InfoStoryContext>()
            .UseSqliteFor(connection, maxBatchSize: null, TimeProvider.System).Options);

    /// <summary>The tables of the first migration, with these others named as those that made them.</summary>
    private async Task MakeAsSixteenDidAsync(InfoStoryContext db, string[] migrations)
    {
        folder.CreateSubdirectory("deep/er");
        await db.GetService<IMigrator>().MigrateAsync("Initial");
        await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsHistory");
        foreach (var migration in migrations) await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsHistory VALUES ({migration}, '10.0.14')");
    }

    private static async Task<T> PragmaAsync<T>(InfoStoryContext db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
