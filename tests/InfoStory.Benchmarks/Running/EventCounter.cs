using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Benchmarks.Running;

/// <summary>Counts what requests to a site in this process cause, and nothing that a job does meanwhile.</summary>
internal sealed class EventCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    private readonly string source, happened;
    private readonly Action<DbCommand>? ran;
    private readonly List<IDisposable> listening = [];
    private int count;

    private EventCounter(string source, string happened, Action<DbCommand>? ran = null)
    {
        (this.source, this.happened, this.ran) = (source, happened, ran);
        var activities = new ActivityListener
        {
            ShouldListenTo = one => one.Name == "Microsoft.AspNetCore",
            Sample = static (ref _) => ActivitySamplingResult.PropagationData,
        };
        ActivitySource.AddActivityListener(activities);
        listening.Add(activities);
        listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => Volatile.Read(ref count);

    /// <summary>Every command that EF Core sends for a request, but the one that reads the edition ten times a second, however many ask.</summary>
    /// <param name="ran">Is given each.</param>
    public static EventCounter Statements(Action<DbCommand>? ran = null) =>
        new("Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting", ran);

    /// <summary>Every request that gets as far as a route. What is kept does not.</summary>
    public static EventCounter Made() => new("Microsoft.AspNetCore", "Microsoft.AspNetCore.Routing.EndpointMatched");

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == source) listening.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != happened || Activity.Current?.OperationName != Request) return;
        var command = (value.Value as CommandEventData)?.Command;
        if (command?.CommandText.Contains("\"Editions\"", StringComparison.Ordinal) == true) return;

        Interlocked.Increment(ref count);
        if (command is not null) ran?.Invoke(command);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => listening.ForEach(one => one.Dispose());
}
