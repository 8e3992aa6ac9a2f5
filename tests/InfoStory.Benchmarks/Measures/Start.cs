using InfoStory.Benchmarks.Running;

namespace InfoStory.Benchmarks.Measures;

/// <summary>From the start of the process to the first home page, against the empty web template.</summary>
internal sealed class Start : IMeasure
{
    private const double OverTemplate = 1.5, OverEmpty = 1.05;

    public string Name => "start";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var empty = await bench.EmptyDatabaseAsync(cancellation);
        var full = await bench.CorpusDatabaseAsync(cancellation);
        foreach (var database in (string[])[empty, full]) await SiteAsync(bench, database, cancellation);

        var beside = await Pairs.RunAsync(bench.Scale.Pairs, () => SiteAsync(bench, empty, cancellation), () => TemplateAsync(bench, cancellation));
        var bySize = await Pairs.RunAsync(bench.Scale.Pairs, () => SiteAsync(bench, full, cancellation), () => SiteAsync(bench, empty, cancellation));
        return
        [
            Figure.AtMost(
                "start", "to the first home page, migrated database without stories; the limit is the empty template",
                Pairs.Of(beside, each => each), "ms", OverTemplate),
            Figure.AtMost(
                "start by corpus", $"the same with {bench.Scale.Stories:N0} stories; the limit is without", Pairs.Of(bySize, each => each), "ms", OverEmpty),
        ];
    }

    private static async Task<double> SiteAsync(Bench bench, string database, CancellationToken cancellation)
    {
        await using var site = await bench.StartSiteAsync(database, cancellation);
        return site.StartedIn.TotalMilliseconds;
    }

    private static async Task<double> TemplateAsync(Bench bench, CancellationToken cancellation)
    {
        await using var template = await bench.StartLimitAsync("template", cancellation);
        return template.StartedIn.TotalMilliseconds;
    }
}
