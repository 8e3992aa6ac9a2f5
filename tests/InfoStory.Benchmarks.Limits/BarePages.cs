using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace InfoStory.Benchmarks.Limits;

/// <summary>Runs what such pages run as commands that stay prepared, on connections that stay open.</summary>
internal sealed class BarePages(IReadOnlyList<BarePage> pages, string database)
{
    private readonly ConcurrentBag<Dictionary<string, SqliteCommand>> free = [];

    public int Count => pages.Count;

    public static BarePages Read(string file, string database) =>
        new(JsonSerializer.Deserialize<List<BarePage>>(File.ReadAllText(file))!, database);

    /// <summary>Reads every value of every row, as ours does, and gives the HTML.</summary>
    public string Make(int number)
    {
        var page = pages[number % pages.Count];
        if (!free.TryTake(out var commands)) commands = new(StringComparer.Ordinal);
        foreach (var (sql, values) in page.Statements)
        {
            if (!commands.TryGetValue(sql, out var command)) commands[sql] = command = Prepare(sql, values, commands.Values.FirstOrDefault()?.Connection);
            foreach (var (name, value) in values) command.Parameters[name].Value = Of(value);
            using var rows = command.ExecuteReader();
            var row = new object[rows.FieldCount];
            while (rows.Read()) rows.GetValues(row);
        }

        free.Add(commands);
        return page.Html;
    }

    private SqliteCommand Prepare(string sql, IReadOnlyDictionary<string, JsonElement> values, SqliteConnection? connection)
    {
        if (connection is null)
        {
            connection = new($"Data Source={database};Pooling=False");
            connection.Open();
        }

        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, Of(value));
        command.Prepare();
        return command;
    }

    private static object Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetInt64(),
        JsonValueKind.Null => DBNull.Value,
        _ => value.GetString()!,
    };
}
