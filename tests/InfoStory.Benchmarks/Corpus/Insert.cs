using Microsoft.Data.Sqlite;

namespace InfoStory.Benchmarks.Corpus;

/// <summary>A prepared INSERT into some columns of a table.</summary>
internal sealed class Insert : IDisposable
{
    private readonly SqliteCommand command;

    public Insert(SqliteConnection connection, SqliteTransaction transaction, string table, string[] columns)
    {
        command = new(
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, at) => $"${at}"))})",
            connection, transaction);
        for (var at = 0; at < columns.Length; at++) command.Parameters.AddWithValue($"${at}", DBNull.Value);
        command.Prepare();
    }

    public void Run(params ReadOnlySpan<object?> values)
    {
        for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = values[at] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
