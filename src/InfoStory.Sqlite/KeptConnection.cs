using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace InfoStory.Sqlite;

/// <summary>
/// Stays open while its context waits in the pool for whoever needs it next: to open one costs more than most statements, and with it go those that it keeps
/// (<see cref="KeptStatements"/>). It is closed when its context is disposed.
/// </summary>
#pragma warning disable EF1001 // The provider has no other place where a context lets go of its connection.
internal sealed class KeptConnection(
    RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder commands, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, commands, logger)
#pragma warning restore EF1001
{
    protected override void CloseDbConnection()
    {
        // Nothing that was read or written waits for it.
    }

    protected override Task CloseDbConnectionAsync() => Task.CompletedTask;
}
