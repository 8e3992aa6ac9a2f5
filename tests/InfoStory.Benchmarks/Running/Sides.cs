using System.Diagnostics;

namespace InfoStory.Benchmarks.Running;

/// <summary>Two servers under the same load in turn, ours and the limit.</summary>
internal sealed class Sides(Server ours, IReadOnlyList<byte[]> oursAsked, Server limit, IReadOnlyList<byte[]> limitAsked)
{
    /// <summary>As many requests as one window of the limit could send; ours may be told to stop sooner.</summary>
    private const int Most = 1_000_000;

    /// <summary>At most so many requests to ours in one window, where more would no longer be the workload.</summary>
    public int MostOfOurs { get; init; } = Most;

    /// <param name="before">Runs before each window of ours, outside the measured time.</param>
    public async Task<(Pairs Rate, Pairs Cost)> MeasureAsync(Scale scale, Func<Task> before, CancellationToken cancellation)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < scale.Warm;)
        {
            await before();
            Load.Run(ours, oursAsked, scale.Window, MostOfOurs);
            Load.Run(limit, limitAsked, scale.Window / 4, Most);
        }


        var pairs = await Pairs.RunAsync(
            scale.Pairs,
            async () =>
            {
                await before();
                return Load.Run(ours, oursAsked, scale.Window, MostOfOurs);
            },
            () =>
            {
                cancellation.ThrowIfCancellationRequested();
                return Task.FromResult(Load.Run(limit, limitAsked, scale.Window, Most));
            });
        return (Pairs.Of(pairs, load => load.PerSecond), Pairs.Of(pairs, load => load.MicrosecondsEach));
    }
}
