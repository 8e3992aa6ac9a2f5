using System.Globalization;
using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Sqlite;
using InfoStory.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Testing;

/// <summary>Fresh databases: a copy of a migrated SQLite file, or the one SQL Server database that INFOSTORY_TEST_SQLSERVER names, emptied.</summary>
public static class Databases
{
    private static readonly SemaphoreSlim SqlServerTurn = new(1, 1);
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync), TemplateOfSite = new(MakeTemplateOfSiteAsync);

    public static string? SqlServerConnection =>
        Environment.GetEnvironmentVariable("INFOSTORY_TEST_SQLSERVER") is { Length: > 0 } connection ? connection : null;

    /// <summary>How many statements at once, for servers that take fewer than SQL Server does; null is EF Core's own choice.</summary>
    public static int? MaxBatchSize =>
        int.TryParse(Environment.GetEnvironmentVariable("INFOSTORY_TEST_MAXBATCHSIZE"), CultureInfo.InvariantCulture, out var size) ? size : null;

    public static Task<string> NewSqliteFileAsync(string folder) => CopyAsync(Template, folder);

    /// <summary>One that a site began once: what ships with the program is in it.</summary>
    public static Task<string> NewSqliteFileOfSiteAsync(string folder) => CopyAsync(TemplateOfSite, folder);

    /// <summary>Waits until no other test uses the database, then empties it. Whoever calls this must call <see cref="GiveBackSqlServer"/>.</summary>
    public static async Task TakeSqlServerAsync()
    {
        await SqlServerTurn.WaitAsync();
        try
        {
            await using var db = new InfoStoryContext((DbContextOptions<InfoStoryContext>)new DbContextOptionsBuilder<InfoStoryContext>()
                .UseSqlServerFor(SqlServerConnection!, MaxBatchSize, TimeProvider.System).Options);
            await DropTablesAsync(db);
            await SqlServerDatabase.MigrateAsync(db, CancellationToken.None);
        }
        catch
        {
            GiveBackSqlServer();
            throw;
        }
    }

    public static void GiveBackSqlServer() => SqlServerTurn.Release();

    private static async Task<string> MakeTemplateAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("infostory-template-").FullName, "infostory.db");
        await using (var db = new InfoStoryContext((DbContextOptions<InfoStoryContext>)new DbContextOptionsBuilder<InfoStoryContext>()
            .UseSqliteFor($"Data Source={file};Pooling=False", null, TimeProvider.System).Options))
        {
            await SqliteDatabase.PrepareAsync(db, CancellationToken.None);
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return file;
    }

    private static async Task<string> CopyAsync(Lazy<Task<string>> template, string folder)
    {
        var file = Path.Combine(folder, "infostory.db");
        File.Copy(await template.Value, file);
        return $"Data Source={file}";
    }

    private static async Task<string> MakeTemplateOfSiteAsync()
    {
        var connection = await NewSqliteFileAsync(Directory.CreateTempSubdirectory("infostory-template-").FullName);
        await using var db = new InfoStoryContext((DbContextOptions<InfoStoryContext>)new DbContextOptionsBuilder<InfoStoryContext>()
            .UseSqliteFor($"{connection};Pooling=False", null, TimeProvider.System).Options);
        await new Authorities(db).AddMissingAsync(CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return connection["Data Source=".Length..];
    }

    private static async Task DropTablesAsync(InfoStoryContext db)
    {
        const string Drop = """
            DECLARE @sql nvarchar(max) = N'';
            SELECT @sql += N'ALTER TABLE ' + QUOTENAME(OBJECT_SCHEMA_NAME(parent_object_id)) + N'.' + QUOTENAME(OBJECT_NAME(parent_object_id))
                + N' DROP CONSTRAINT ' + QUOTENAME(name) + N';' FROM sys.foreign_keys;
            SELECT @sql += N'DROP TABLE ' + QUOTENAME(SCHEMA_NAME(schema_id)) + N'.' + QUOTENAME(name) + N';' FROM sys.tables;
            EXEC sp_executesql @sql;
            IF SERVERPROPERTY('IsFullTextInstalled') = 1 AND EXISTS (SELECT 1 FROM sys.fulltext_catalogs WHERE name = N'InfoStory')
                DROP FULLTEXT CATALOG InfoStory;
            """;
        try
        {
            await db.Database.ExecuteSqlRawAsync(Drop);
        }
        catch (SqlException fault)
        {
            throw new InvalidOperationException("INFOSTORY_TEST_SQLSERVER must name an existing database that tests may empty.", fault);
        }
    }
}
