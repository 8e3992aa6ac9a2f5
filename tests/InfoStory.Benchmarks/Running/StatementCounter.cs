using System.Diagnostics;

namespace InfoStory.Benchmarks.Running;

/// <summary>
/// Counts every command that EF Core sends to a database in this process. The settings of a connection, which are no queries, are not among them.
/// </summary>
internal sealed class StatementCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Source = "Microsoft.EntityFrameworkCore", Sent = "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting";

    private readonly List<IDisposable> listening = [];
    private int count;

    public StatementCounter() => listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public int Count => Volatile.Read(ref count);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Source) listening.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == Sent) Interlocked.Increment(ref count);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => listening.ForEach(one => one.Dispose());
}
