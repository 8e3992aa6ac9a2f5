using InfoStory.Benchmarks.Running;

namespace InfoStory.Benchmarks.Measures;

/// <summary>Resident memory at rest and after load, against the empty web template and against a database without stories.</summary>
internal sealed class Memory : IMeasure
{
    private const double Idle = 120, ByCorpus = 30;

    public string Name => "memory";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var empty = await bench.EmptyDatabaseAsync(cancellation);
        var full = await bench.CorpusDatabaseAsync(cancellation);
        var beside = await Pairs.RunAsync(
            bench.Scale.Pairs, () => LookAsync(bench.StartSiteAsync(empty, cancellation), bench, cancellation),
            () => LookAsync(bench.StartLimitAsync("template", cancellation), bench, cancellation));
        var bySize = await Pairs.RunAsync(
            bench.Scale.Pairs, () => LookAsync(bench.StartSiteAsync(full, cancellation), bench, cancellation),
            () => LookAsync(bench.StartSiteAsync(empty, cancellation), bench, cancellation));

        var (idle, hit, corpus) = (Pairs.Of(beside, look => look.Idle), Pairs.Of(beside, look => look.AfterHit), Pairs.Of(bySize, look => look.AfterHit));
        return
        [
            Figure.NoMoreThan("memory idle", "after the first home page; the limit is the empty template", idle.Ours, "MB", Idle, idle.Limit),
            Figure.Beside("memory after hit", "the same after a window of hits", hit, "MB"),
            Figure.NoMoreThan("memory by corpus", $"what {bench.Scale.Stories:N0} stories add to it", corpus.Ours - corpus.Limit, "MB", ByCorpus),
        ];
    }

    private static async Task<(double Idle, double AfterHit)> LookAsync(Task<Server> starting, Bench bench, CancellationToken cancellation)
    {
        await using var server = await starting;
        await Task.Delay(bench.Scale.Rest, cancellation);
        var idle = server.Megabytes;
        Load.Run(server, [Requests.Get("/")], bench.Scale.Window, int.MaxValue);
        await Task.Delay(bench.Scale.Rest, cancellation);
        return (idle, server.Megabytes);
    }
}
