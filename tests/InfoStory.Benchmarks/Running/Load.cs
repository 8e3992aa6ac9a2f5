using System.Diagnostics;

namespace InfoStory.Benchmarks.Running;

/// <summary>What one window of load showed.</summary>
internal sealed record LoadResult(int Requests, double PerSecond, double MicrosecondsEach);

/// <summary>
/// Sends requests over a few connections that are kept open, each as soon as its last answer is whole, until the time is over or
/// as many as allowed were sent. The same for ours and for the limit. Any answer but 200 ends the run.
/// </summary>
internal static class Load
{
    public const int Connections = 8;

    public static LoadResult Run(Server server, IReadOnlyList<byte[]> requests, TimeSpan length, int most)
    {
        var (taken, done) = (0, 0);
        Exception? fault = null;
        var cpu = server.Microseconds;
        var watch = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, Connections).Select(_ => new Thread(Work)).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();

        var elapsed = watch.Elapsed;
        if (fault is not null) throw fault;
        return new(done, done / elapsed.TotalSeconds, (server.Microseconds - cpu) / done);

        void Work()
        {
            try
            {
                using var connection = new Connection(server.Port);
                while (watch.Elapsed < length && Interlocked.Increment(ref taken) is var number && number <= most)
                {
                    var status = connection.Send(requests[(number - 1) % requests.Count]).Status;
                    if (status != 200) throw new InvalidOperationException($"{server.Url} answered {status}.");
                    Interlocked.Increment(ref done);
                }
            }
            catch (Exception error) when (error is InvalidOperationException or System.Net.Sockets.SocketException)
            {
                fault ??= error;
            }
        }
    }
}
