using InfoStory.Benchmarks.Running;

namespace InfoStory.Benchmarks.Measures;

/// <summary>What one change makes anew of all that is kept, and how often a page is made that many ask for at once. Counts.</summary>
internal sealed class Keeping : IMeasure
{
    private const int Most = 10_000, AtOnce = 1_000;
    private const double Share = 0.01;

    public string Name => "keeping";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var database = await bench.CorpusDatabaseAsync(cancellation);
        IReadOnlyList<string> paths = ["/", "/case-studies", "/case-studies/feed", "/about", .. Bench.CaseStudies(database).Take(Most)];
        await using var site = new SiteInProcess(database, bench.WebSource);
        using var client = site.NewClient();
        foreach (var path in paths) await AskAsync(path);

        using var made = EventCounter.Made();
        foreach (var path in paths) await AskAsync(path);
        var before = made.Count;

        await Bench.NewEditionAsync(database, cancellation, $"case-study:{Bench.KeyOf(database, paths[^1])}");
        foreach (var path in paths) await AskAsync(path);
        var after = made.Count - before;

        await Bench.NewEditionAsync(database, cancellation);
        await AskAsync("/about");
        before = made.Count;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => AskAsync(paths[^1])));
        return
        [
            Figure.NoMoreThan(
                "after publish", $"of {paths.Count:N0} pages that are kept, those made anew after one case study changed", after, "pages", paths.Count * Share),
            Figure.NoMoreThan("stampede", $"{AtOnce:N0} requests at once for one cold page", made.Count - before, "executions", 1),
        ];

        async Task AskAsync(string path)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            answer.EnsureSuccessStatusCode();
        }
    }
}
