using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Sqlite;

/// <summary>
/// Set on every connection. FULL, because NORMAL loses acknowledged stories at power loss (https://sqlite.org/pragma.html#pragma_synchronous);
/// the busy timeout lets SQLite wait for its turn by itself, so that nobody sees "database is locked".
/// </summary>
internal sealed class Pragmas : DbConnectionInterceptor
{
    private const string All = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000; PRAGMA secure_delete=ON; PRAGMA cache_size=-16000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = All;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = All;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
