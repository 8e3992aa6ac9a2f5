using InfoStory.Benchmarks.Running;

namespace InfoStory.Benchmarks.Measures;

/// <summary>Pages that come from the cache, against bare Kestrel writing the same bytes.</summary>
internal sealed class Hit : IMeasure
{
    private const double Target = 0.85;

    public string Name => "hit";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var database = await bench.CorpusDatabaseAsync(cancellation);
        await using var site = await bench.StartSiteAsync(database, cancellation);
        await site.SettleAsync(cancellation);
        return
        [
            .. await MeasureAsync(bench, site, "hit home", "/", cancellation),
            .. await MeasureAsync(bench, site, "hit case study", Bench.CaseStudies(database)[0], cancellation),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(Bench bench, Server site, string name, string path, CancellationToken cancellation)
    {
        var file = Path.Combine(bench.NewFolder("page"), "page.br");
        using (var connection = new Connection(site.Port))
        {
            // What is read often is compressed once more.
            for (var read = 0; read < 10; read++) connection.Send(Requests.Get(path));
            await Task.Delay(bench.Scale.Rest, cancellation);
            await File.WriteAllBytesAsync(file, connection.Body(connection.Send(Requests.Get(path))).ToArray(), cancellation);
        }

        await using var limit = await bench.StartLimitAsync("bytes", cancellation, file);
        var sides = new Sides(site, [Requests.Get(path)], limit, [Requests.Get("/")]);
        var (rate, cost) = await sides.MeasureAsync(bench.Scale, () => Task.CompletedTask, cancellation);
        var workload = $"{path}, from the cache, {new FileInfo(file).Length:N0} bytes of brotli";
        return
        [
            Figure.AtLeast(name, workload, rate, "requests/s", Target),
            Figure.Beside($"{name} CPU", "the server's processor time for one of them", cost, "µs"),
        ];
    }
}
