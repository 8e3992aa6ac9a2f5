using System.Diagnostics;
using InfoStory.Benchmarks.Running;
using InfoStory.CaseStudies.Finding;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Benchmarks.Measures;

/// <summary>Searches through the service and over HTTP, one after the other, against the same statements prepared in process.</summary>
internal sealed class Search : IMeasure
{
    private const int MedianIs = 50, SlowIs = 99, WarmPasses = 3;
    private const double SlowestMilliseconds = 20, OverRaw = 1.5;

    public string Name => "search";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var database = await bench.CorpusDatabaseAsync(cancellation);
        var queries = SearchQuery.Make(bench.Scale.Queries, database);
        using var raw = new RawSearch(database);
        await using var services = new InProcess(database);

        await MustAgreeAsync(queries, raw, services, cancellation);
        for (var pass = 0; pass < WarmPasses; pass++) await ServicePassAsync(queries, services, cancellation);
        var throughService = await Pairs.RunAsync(bench.Scale.Pairs, () => ServicePassAsync(queries, services, cancellation), () => RawPassAsync(queries, raw));

        await using var site = await bench.StartSiteAsync(database, cancellation);
        using var connection = new Connection(site.Port);
        for (var pass = 0; pass < WarmPasses; pass++) await HttpPassAsync(queries, connection, database, cancellation);
        var overHttp =
            await Pairs.RunAsync(bench.Scale.Pairs, () => HttpPassAsync(queries, connection, database, cancellation), () => RawPassAsync(queries, raw));

        var (median, slow) = (Pairs.Of(throughService, Pass(MedianIs)), Pairs.Of(throughService, Pass(SlowIs)));
        var workload = $"{queries.Count} queries on {bench.Scale.Stories:N0} stories";
        return
        [
            Figure.AtMost("search p50", $"{workload}, through the service", median, "ms", OverRaw),
            Figure.AtMost("search p99", $"{workload}, through the service", slow, "ms", OverRaw),
            Figure.NoMoreThan("search slowest", $"{workload}, through the service, p99", slow.Ours, "ms", SlowestMilliseconds),
            Figure.AtMost("search HTTP p50", $"{workload}, uncached page", Pairs.Of(overHttp, Pass(MedianIs)), "ms", OverRaw),
            Figure.AtMost("search HTTP p99", $"{workload}, uncached page", Pairs.Of(overHttp, Pass(SlowIs)), "ms", OverRaw),
        ];
    }

    private static Func<IReadOnlyList<double>, double> Pass(int percent) => pass => Pairs.Percentile(pass, percent);

    /// <summary>A limit that found something else would be no limit.</summary>
    private static async Task MustAgreeAsync(IReadOnlyList<SearchQuery> queries, RawSearch raw, InProcess services, CancellationToken cancellation)
    {
        var (empty, found) = (0, 0);
        foreach (var query in queries)
        {
            await using var scope = services.NewScope();
            var ours = (await scope.ServiceProvider.GetRequiredService<LibraryFinder>().FindAsync(new(query.Filter, query.Words), cancellation)).Found;
            if (ours != raw.Run(query)) throw new InvalidOperationException($"The service and the raw statements disagree on: {query.Typed}");

            if (ours == 0) empty++;
            found += ours;
        }

        Bench.Say($"{queries.Count} queries, {empty} find nothing, {found / queries.Count} found on average.");
    }

    private static async Task<IReadOnlyList<double>> ServicePassAsync(IReadOnlyList<SearchQuery> queries, InProcess services, CancellationToken cancellation)
    {
        List<double> times = [];
        foreach (var query in queries)
        {
            var start = Stopwatch.GetTimestamp();
            await using (var scope = services.NewScope())
            {
                await scope.ServiceProvider.GetRequiredService<LibraryFinder>().FindAsync(new(query.Filter, query.Words), cancellation);
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    private static Task<IReadOnlyList<double>> RawPassAsync(IReadOnlyList<SearchQuery> queries, RawSearch raw)
    {
        List<double> times = [];
        foreach (var query in queries)
        {
            var start = Stopwatch.GetTimestamp();
            raw.Run(query);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Task.FromResult<IReadOnlyList<double>>(times);
    }

    private static async Task<IReadOnlyList<double>> HttpPassAsync(
        IReadOnlyList<SearchQuery> queries, Connection connection, string database, CancellationToken cancellation)
    {
        await Bench.NewEditionAsync(database, cancellation);
        List<double> times = [];
        foreach (var query in queries)
        {
            var request = Requests.Get(query.Path);
            var start = Stopwatch.GetTimestamp();
            var status = connection.Send(request).Status;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (status != 200) throw new InvalidOperationException($"{query.Path} answered {status}.");
        }

        return times;
    }
}
