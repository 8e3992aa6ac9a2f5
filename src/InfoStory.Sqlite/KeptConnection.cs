using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace InfoStory.Sqlite;

/// <summary>
/// Stays open while its context waits in the pool for whoever needs it next: to open one costs more than most statements, and with it go those that it keeps
/// (<see cref="KeptStatements"/>). It is closed when its context is disposed of, by <see cref="OpenConnections"/>, and where more are open than those keep.
/// </summary>
#pragma warning disable EF1001 // The provider has no other place where a context lets go of its connection.
internal sealed class KeptConnection(
    RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder commands, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, commands, logger)
#pragma warning restore EF1001
{
    private readonly OpenConnections? others =
        dependencies.ContextOptions.FindExtension<CoreOptionsExtension>()?.Interceptors?.OfType<OpenConnections>().FirstOrDefault();

    private bool IsKept => others is null or { AreMany: false };

    protected override void CloseDbConnection()
    {
        if (!IsKept) base.CloseDbConnection();
    }

    protected override Task CloseDbConnectionAsync() => IsKept ? Task.CompletedTask : base.CloseDbConnectionAsync();
}
