using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Testing;

/// <summary>One statement that was run, with the values it was run with.</summary>
/// <param name="OfRequest">A request ran it, and no job beside it.</param>
public sealed record Statement(string Sql, IReadOnlyList<(string Name, object? Value)> Values, bool OfRequest);

/// <summary>Every statement that EF Core runs on one database file while it watches.</summary>
public sealed class SqlWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    /// <summary>What the server calls what it does for a request.</summary>
    private const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    private readonly string file;
    private readonly ConcurrentQueue<Statement> statements = new();
    private readonly List<IDisposable> watching = [];

    /// <param name="file">The file of a SQLite database.</param>
    public SqlWatch(string file)
    {
        this.file = file;
        watching.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was run since the last time this was asked.</summary>
    public IReadOnlyList<Statement> Take()
    {
        List<Statement> taken = [];
        while (statements.TryDequeue(out var statement)) taken.Add(statement);
        return taken;
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) watching.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: { } command }
            && value.Key == RelationalEventId.CommandExecuting.Name && command.Connection?.DataSource == file)
        {
            statements.Enqueue(new(
                command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))],
                Activity.Current?.OperationName == Request));
        }
    }

    public void Dispose() => watching.ForEach(subscription => subscription.Dispose());

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
