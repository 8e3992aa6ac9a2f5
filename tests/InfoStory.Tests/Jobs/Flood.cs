using Microsoft.Data.Sqlite;

namespace InfoStory.Tests.Jobs;

/// <summary>Many rows and bad ones, made by the database itself, so that a thousand cost nothing and a row can be what no service writes.</summary>
internal static class Flood
{
    /// <summary>The story becomes POISON-0 and gets company, all alike: POISON-1 and on, with its permissions.</summary>
    public static async Task FloodAsync(this TestDatabase database, GivenStory story, int times)
    {
        await database.RunAsync($"UPDATE Stories SET Reference = 'POISON-0' WHERE Id = {story.Id}");
        await database.CopyAsync(
            "Stories", $"n WHERE t.Id = {story.Id}", times - 1,
            ("Reference", "'POISON-' || n.n"), ("SendKey", "t.SendKey || n.n"), ("Receipt_Index", "t.Receipt_Index || n.n"));
        await database.CopyWithAsync("Consents", story);
    }

    /// <summary>What belongs to the story belongs to each of its company, too.</summary>
    public static Task CopyWithAsync(this TestDatabase database, string table, GivenStory story) => database.CopyAsync(
        table, $"Stories AS s WHERE t.StoryId = {story.Id} AND s.Reference LIKE 'POISON-%' AND s.Id <> t.StoryId", 1, ("StoryId", "s.Id"));

    /// <summary>Copies rows of a table, t, with these columns changed; n.n counts the copies from 1.</summary>
    public static async Task CopyAsync(this TestDatabase database, string table, string from, int times, params (string Column, string Sql)[] changed)
    {
        await using var connection = await OpenAsync(database);
        await using var columns = connection.CreateCommand();
        columns.CommandText = $"SELECT name FROM pragma_table_info('{table}') WHERE name <> 'Id'";
        List<string> names = [];
        await using (var reader = await columns.ExecuteReaderAsync())
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));

        var values = names.Select(name => changed.FirstOrDefault(change => change.Column == name).Sql ?? $"t.\"{name}\"");
        await database.RunAsync($"""
            WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {times})
            INSERT INTO {table} ({string.Join(", ", names.Select(name => $"\"{name}\""))}) SELECT {string.Join(", ", values)} FROM {table} AS t, {from}
            """);
    }

    /// <summary>Whatever does this to such a row fails from now on.</summary>
    /// <param name="act">Such as: UPDATE OF FlaggedAt ON Stories.</param>
    public static Task PoisonAsync(this TestDatabase database, string act, string when) =>
        database.RunAsync($"CREATE TRIGGER Poison BEFORE {act} WHEN {when} BEGIN SELECT RAISE(ABORT, 'poison'); END");

    public static async Task RunAsync(this TestDatabase database, string sql)
    {
        await using var connection = await OpenAsync(database);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<SqliteConnection> OpenAsync(TestDatabase database)
    {
        var connection = new SqliteConnection(database.Connection);
        await connection.OpenAsync();
        return connection;
    }
}
