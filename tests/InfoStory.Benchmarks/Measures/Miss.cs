using InfoStory.Benchmarks.Running;

namespace InfoStory.Benchmarks.Measures;

/// <summary>Case-study pages that nobody has opened in this edition, against an empty Razor Page.</summary>
internal sealed class Miss : IMeasure
{
    private const double Target = 0.4;
    private const int MostStatements = 2, PagesCounted = 50;

    public string Name => "miss";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var database = await bench.CorpusDatabaseAsync(cancellation);
        var paths = Bench.CaseStudies(database);
        await using var site = await bench.StartSiteAsync(database, cancellation);
        await using var limit = await bench.StartLimitAsync("page", cancellation);

        var brotli = await MeasureAsync(bench, database, site, [.. paths.Select(Requests.Get)], limit, cancellation);
        var plain = await MeasureAsync(bench, database, site, [.. paths.Select(Requests.Plain)], limit, cancellation);
        var statements = await CountAsync(database, bench.WebSource, [.. paths.Take(PagesCounted)], cancellation);
        return
        [
            Figure.AtLeast("miss", "a case study nobody opened in this edition, brotli", brotli.Rate, "requests/s", Target),
            Figure.Beside("miss CPU", "the server's processor time for one of them", brotli.Cost, "µs"),
            Figure.AtLeast("miss plain", "the same without compression", plain.Rate, "requests/s", Target),
            Figure.Beside("miss plain CPU", "the server's processor time for one of them", plain.Cost, "µs"),
            Figure.NoMoreThan("miss statements", $"SQL statements for one of them, the most of {PagesCounted}", statements, "statements", MostStatements),
        ];
    }

    /// <summary>No page is asked for twice in a window, and every window begins a new edition: each request is a first view.</summary>
    private static Task<(Pairs Rate, Pairs Cost)> MeasureAsync(
        Bench bench, string database, Server site, IReadOnlyList<byte[]> requests, Server limit, CancellationToken cancellation) =>
        new Sides(site, requests, limit, [Requests.Get("/")]) { MostOfOurs = requests.Count }
            .MeasureAsync(bench.Scale, () => Bench.NewEditionAsync(database, cancellation), cancellation);

    /// <summary>Counted in the whole site in this process, by what EF Core itself reports.</summary>
    private static async Task<int> CountAsync(string database, string contentRoot, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        await using var site = new SiteInProcess(database, contentRoot);
        using var client = site.NewClient();
        await client.GetAsync(new Uri("/", UriKind.Relative), cancellation);

        using var counter = EventCounter.Statements();
        var most = 0;
        foreach (var path in paths)
        {
            var before = counter.Count;
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            answer.EnsureSuccessStatusCode();
            most = Math.Max(most, counter.Count - before);
        }

        return most;
    }
}
