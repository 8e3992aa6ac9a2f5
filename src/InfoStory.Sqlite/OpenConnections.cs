using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Sqlite;

/// <summary>
/// Knows which connections are open, and closes them when the program that has them ends: the pool of EF Core does not dispose of a context that waits in
/// it, and a file that is left open keeps its last changes beside it (https://sqlite.org/wal.html#the_wal_file).
/// </summary>
public sealed class OpenConnections : DbConnectionInterceptor, IDisposable
{
    /// <summary>So many stay open while nobody needs them: each holds pages of the file in memory, and three files.</summary>
    public const int Most = 16;

    private readonly ConcurrentDictionary<SqliteConnection, bool> open = [];
    private int count;

    /// <summary>More are open than stay open.</summary>
    internal bool AreMany => Volatile.Read(ref count) > Most;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is not SqliteConnection opened || !open.TryAdd(opened, true)) return;

        Interlocked.Increment(ref count);
        opened.StateChange += Changed;
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var connection in open.Keys) connection.Dispose();
    }

    private void Changed(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState != ConnectionState.Closed || sender is not SqliteConnection closed || !open.TryRemove(closed, out _)) return;

        Interlocked.Decrement(ref count);
        closed.StateChange -= Changed;
    }
}
