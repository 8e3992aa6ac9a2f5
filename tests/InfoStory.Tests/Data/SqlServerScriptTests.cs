using InfoStory.Data;
using InfoStory.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InfoStory.Tests.Data;

public sealed class SqlServerScriptTests
{
    /// <summary>Set INFOSTORY_ACCEPT_SNAPSHOTS to write the script anew after a migration, and read what changed before committing it.</summary>
    [Fact]
    public async Task The_idempotent_script_for_SQL_Server_is_the_one_in_the_repository()
    {
        var file = Path.Combine(Repository.Root, "tests/InfoStory.Tests/Data/sqlserver.snapshot.sql");
        await using var db = new InfoStoryContext((DbContextOptions<InfoStoryContext>)new DbContextOptionsBuilder<InfoStoryContext>()
            .UseSqlServerFor("Server=nowhere", null).Options);

        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent).ReplaceLineEndings("\n");

        if (Environment.GetEnvironmentVariable("INFOSTORY_ACCEPT_SNAPSHOTS") is { Length: > 0 }) await File.WriteAllTextAsync(file, script);
        Assert.Equal(await File.ReadAllTextAsync(file), script);
        Assert.Contains("IF NOT EXISTS", script, StringComparison.Ordinal);
    }
}
