using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Testing;

/// <summary>
/// Does something once, in the midst of what somebody else does: just after the first statement on one database file that has these words.
/// </summary>
public sealed class Meanwhile : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string file;
    private readonly string words;
    private readonly Func<Task> act;
    private readonly List<IDisposable> watching = [];
    private int done;

    /// <param name="file">The file of a SQLite database.</param>
    /// <param name="words">What stands in the statement, such as FROM "Flags".</param>
    /// <param name="act">What is done then, with services of its own; whoever ran the statement waits for it.</param>
    public Meanwhile(string file, string words, Func<Task> act)
    {
        (this.file, this.words, this.act) = (file, words, act);
        watching.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Whether it was begun.</summary>
    public bool IsDone => done > 0;

    /// <summary>False where whoever ran the statement goes on at once: for what has to wait until they are through.</summary>
    public bool Waits { get; init; } = true;

    /// <summary>What was begun, where nobody waits for it; nothing where it was not begun.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) watching.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: { } command } && value.Key == RelationalEventId.CommandExecuted.Name
            && command.Connection?.DataSource == file && command.CommandText.Contains(words, StringComparison.Ordinal)
            && Interlocked.Increment(ref done) == 1)
        {
            if (Waits) act().GetAwaiter().GetResult();
            else Done = Task.Run(act);
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
