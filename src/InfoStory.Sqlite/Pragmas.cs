using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Sqlite;

/// <summary>
/// Set on every connection, once: the pool hands out the same ones again. FULL, because NORMAL loses acknowledged stories at power loss
/// (https://sqlite.org/pragma.html#pragma_synchronous); the busy timeout lets SQLite wait for its turn by itself, so that nobody sees
/// "database is locked".
/// </summary>
internal sealed class Pragmas : DbConnectionInterceptor
{
    private const string All =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000; PRAGMA secure_delete=ON; PRAGMA cache_size=-16000;";

    private readonly ConditionalWeakTable<object, object> set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!set.TryAdd(((SqliteConnection)connection).Handle!, All)) return;

        using var command = connection.CreateCommand();
        command.CommandText = All;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous calls; pretending would only cost a detour.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    /// <summary>A context keeps its connection until it goes back to its own pool: to open one costs more than most statements.</summary>
    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(InterceptionResult.Suppress());
}
