using System.Data;
using InfoStory.Data;
using InfoStory.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SQLitePCL;

namespace InfoStory.Tests.Data;

/// <summary>A statement that reads is prepared once for a connection, and a context that comes back to the pool keeps both.</summary>
public sealed class KeptStatementsTests : IDisposable
{
    // SQLITE_STMTSTATUS_RUN, https://www.sqlite.org/c3ref/c_stmtstatus_counter.html
    private const int RunsOfStatement = 6;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("infostory-kept-");
    private readonly OpenConnections open = new();
    private readonly PooledDbContextFactory<InfoStoryContext> contexts;

    public KeptStatementsTests()
    {
        var options = new DbContextOptionsBuilder<InfoStoryContext>();
        options.UseSqliteFor($"Data Source={Path.Combine(folder.FullName, "x.db")}", null, TimeProvider.System, open);
        contexts = new((DbContextOptions<InfoStoryContext>)options.Options);
        using (var first = new InfoStoryContext((DbContextOptions<InfoStoryContext>)options.Options))
            SqliteDatabase.PrepareAsync(first, default).GetAwaiter().GetResult();
        using var db = contexts.CreateDbContext();
        db.Database.OpenConnection();
        ((SqliteConnection)db.Database.GetDbConnection()).Handle!.enable_sqlite3_next_stmt(true);
    }

    [Fact]
    public async Task The_second_reader_of_a_statement_runs_the_first_ones()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            await using var db = await contexts.CreateDbContextAsync();
            Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM Editions WHERE Id < {0}", turn).SingleAsync());
        }

        await using var last = await contexts.CreateDbContextAsync();
        Assert.Equal([3], Runs(last, "SELECT count(*) AS Value FROM Editions WHERE Id < "));
    }

    [Fact]
    public async Task What_is_being_read_is_not_begun_anew()
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO Editions (At) VALUES ('2026-11-28 08:00:00'), ('2026-11-28 08:00:01')");

        List<(long, long)> pairs = [];
        await foreach (var one in All().AsAsyncEnumerable()) await foreach (var other in All().AsAsyncEnumerable()) pairs.Add((one, other));

        Assert.Equal([(1, 1), (1, 2), (2, 1), (2, 2)], pairs);

        IQueryable<long> All() => db.Database.SqlQueryRaw<long>("SELECT Id AS Value FROM Editions");
    }

    [Fact]
    public async Task Values_and_tables_are_read_as_they_are_now()
    {
        await using var db = await contexts.CreateDbContextAsync();
        List<int> found = [];
        (string Change, int Least)[] turns =
        [
            ("SELECT 1", 0), ("INSERT INTO Editions (At) VALUES ('2026-11-28')", 0), ("ALTER TABLE Editions ADD Note TEXT", 0), ("SELECT 1", 2),
        ];
        foreach (var (change, least) in turns)
        {
            await db.Database.ExecuteSqlRawAsync(change);
            await using var transaction = least == 2 ? await db.Database.BeginTransactionAsync() : null;
            found.Add(await db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM Editions WHERE Id >= {0}", least).SingleAsync());
        }

        Assert.Equal([0, 1, 1, 0], found);
    }

    [Fact]
    public async Task Of_many_statements_some_are_kept()
    {
        await using var db = await contexts.CreateDbContextAsync();
        foreach (var sql in Enumerable.Range(0, KeptStatements.Most * 3).Select(number => $"SELECT {number} AS Value"))
            Assert.Equal(sql, $"SELECT {await db.Database.SqlQueryRaw<int>(sql).SingleAsync()} AS Value");

        Assert.InRange(Runs(db, "SELECT").Count, 1, KeptStatements.Most);
    }

    [Fact]
    public async Task Of_many_connections_that_were_needed_at_once_some_stay_open()
    {
        var many = Enumerable.Range(0, OpenConnections.Most * 2).Select(_ => contexts.CreateDbContext()).ToList();
        foreach (var db in many) Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT 1 AS Value").SingleAsync());
        var connections = many.ConvertAll(db => (SqliteConnection)db.Database.GetDbConnection());

        foreach (var db in many) await db.DisposeAsync();

        Assert.Equal(OpenConnections.Most, connections.Count(connection => connection.State == ConnectionState.Open));
    }

    [Fact]
    public async Task When_the_program_ends_nothing_is_left_beside_the_file()
    {
        await using (var db = await contexts.CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync("INSERT INTO Editions (At) VALUES ('2026-11-28 08:00:00')");
        var before = folder.GetFiles("x.db-wal").Single().Length;

        open.Dispose();
        SqliteConnection.ClearAllPools();

        Assert.True(before > 0);
        Assert.Empty(folder.GetFiles("x.db-*"));
    }

    public void Dispose()
    {
        open.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>How often each statement has run that the connection holds and that begins so.</summary>
    private static List<int> Runs(InfoStoryContext db, string begins)
    {
        List<int> runs = [];
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        for (var statement = raw.sqlite3_next_stmt(handle, null); statement is { IsInvalid: false }; statement = raw.sqlite3_next_stmt(handle, statement))
        {
            if (raw.sqlite3_sql(statement).utf8_to_string().Contains(begins, StringComparison.Ordinal))
                runs.Add(raw.sqlite3_stmt_status(statement, RunsOfStatement, 0));
        }

        return runs;
    }
}
