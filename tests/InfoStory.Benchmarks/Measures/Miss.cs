using InfoStory.Benchmarks.Running;

namespace InfoStory.Benchmarks.Measures;

/// <summary>Case-study pages that nobody has opened in this edition, against an empty Razor Page.</summary>
internal sealed class Miss : IMeasure
{
    private const double Target = 0.4;
    private const int MostStatements = 3, PagesCounted = 50;

    public string Name => "miss";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var database = await bench.CorpusDatabaseAsync(cancellation);
        var paths = Bench.CaseStudies(database);
        await using var site = await bench.StartSiteAsync(database, cancellation);
        await using var limit = await bench.StartLimitAsync("page", cancellation);

        // No page is asked for twice in a window, and every window begins a new edition: each request is a first view.
        var sides = new Sides(site, [.. paths.Select(Requests.Get)], limit, [Requests.Get("/")]) { MostOfOurs = paths.Count };
        var (rate, cost) = await sides.MeasureAsync(bench.Scale, () => Bench.NewEditionAsync(database, cancellation), cancellation);
        var statements = await CountAsync(database, bench.WebSource, [.. paths.Take(PagesCounted)], cancellation);
        return
        [
            Figure.AtLeast("miss", "a case study nobody opened in this edition, brotli", rate, "requests/s", Target),
            Figure.Beside("miss CPU", "the server's processor time for one of them", cost, "µs"),
            Figure.NoMoreThan("miss statements", $"SQL statements for one of them, the most of {PagesCounted}", statements, "statements", MostStatements),
        ];
    }

    /// <summary>Counted in the whole site in this process, by what EF Core itself reports; each page waits until the edition must be read again.</summary>
    private static async Task<int> CountAsync(string database, string contentRoot, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        await using var site = new SiteInProcess(database, contentRoot);
        using var client = site.NewClient();
        await client.GetAsync(new Uri("/", UriKind.Relative), cancellation);

        using var counter = new StatementCounter();
        var most = 0;
        foreach (var path in paths)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(120), cancellation);
            var before = counter.Count;
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            answer.EnsureSuccessStatusCode();
            most = Math.Max(most, counter.Count - before);
        }

        return most;
    }
}
