using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Sqlite;

/// <summary>
/// Keeps the statements that read with their connection, ready to run again; the provider prepares each anew
/// (docs/decisions/0098-a-connection-keeps-its-statements.md). What the schema or a function of the connection changes, SQLite prepares again by itself
/// (https://www.sqlite.org/c3ref/prepare.html); what an open reader is using is not used twice.
/// </summary>
public sealed class KeptStatements : DbCommandInterceptor
{
    /// <summary>So many of one connection; where there are more, all of them go and those that are used come again.</summary>
    public const int Most = 64;

    private readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, Kept>> ofConnections = [];

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        !result.HasResult && command is SqliteCommand { Connection: { } connection } asked && Of(asked, ofConnections.GetOrCreateValue(connection)) is { } kept
            ? InterceptionResult<DbDataReader>.SuppressWithResult(kept.Read(asked))
            : result;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(ReaderExecuting(command, eventData, result));
    }

    /// <summary>Null where an open reader is using it.</summary>
    private static Kept? Of(SqliteCommand asked, Dictionary<string, Kept> ofThis)
    {
        if (ofThis.TryGetValue(asked.CommandText, out var kept)) return kept.IsFree ? kept : null;

        if (ofThis.Count == Most)
        {
            if (!ofThis.Values.All(one => one.IsFree)) return null;

            foreach (var one in ofThis.Values) one.Dispose();
            ofThis.Clear();
        }

        return ofThis[asked.CommandText] = new(asked.Connection!, asked.CommandText);
    }

    private sealed class Kept(SqliteConnection connection, string text) : IDisposable
    {
        private readonly SqliteCommand command = new(text, connection);
        private SqliteDataReader? reader;

        public bool IsFree => reader is null or { IsClosed: true };

        public SqliteDataReader Read(SqliteCommand asked)
        {
            (command.Transaction, command.CommandTimeout) = (asked.Transaction, asked.CommandTimeout);
            command.Parameters.Clear();
            foreach (SqliteParameter parameter in asked.Parameters) command.Parameters.Add(parameter);
            return reader = command.ExecuteReader();
        }

        public void Dispose() => command.Dispose();
    }
}
