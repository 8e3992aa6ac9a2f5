using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using InfoStory.Benchmarks.Limits;
using InfoStory.Benchmarks.Running;

namespace InfoStory.Benchmarks.Measures;

/// <summary>
/// Case-study pages that nobody has opened in this edition, against an empty Razor Page that runs the same statements and writes the same HTML.
/// </summary>
internal sealed class Miss : IMeasure
{
    private const double Target = 0.6;
    private const int MostStatements = 2, PagesCounted = 50;

    public string Name => "miss";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var database = await bench.CorpusDatabaseAsync(cancellation);
        var paths = Bench.CaseStudies(database);
        var pages = await ReadAsync(database, bench.WebSource, [.. paths.Take(PagesCounted)], cancellation);
        var file = Path.Combine(bench.NewFolder("pages"), "pages.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(pages), cancellation);

        await using var site = await bench.StartSiteAsync(database, cancellation);
        await site.SettleAsync(cancellation);
        await using var limit = await bench.StartLimitAsync("bare", cancellation, file, database);
        var bare = Enumerable.Range(0, pages.Count).Select(number => $"/bare/{number}").ToList();
        var brotli = await MeasureAsync(bench, database, site, [.. paths.Select(Requests.Get)], limit, [.. bare.Select(Requests.Get)], cancellation);
        var plain = await MeasureAsync(bench, database, site, [.. paths.Select(Requests.Plain)], limit, [.. bare.Select(Requests.Plain)], cancellation);
        return
        [
            Figure.AtLeast("miss", "a case study nobody opened in this edition, brotli", brotli.Rate, "requests/s", Target),
            Figure.Beside("miss CPU", "the server's processor time for one of them", brotli.Cost, "µs"),
            Figure.AtLeast("miss plain", "the same without compression", plain.Rate, "requests/s", Target),
            Figure.Beside("miss plain CPU", "the server's processor time for one of them", plain.Cost, "µs"),
            Figure.NoMoreThan(
                "miss statements", $"SQL statements for one of them, the most of {PagesCounted}", pages.Max(page => page.Statements.Count), "statements",
                MostStatements),
        ];
    }

    /// <summary>No page is asked for twice in a window, and every window begins a new edition: each request is a first view.</summary>
    private static Task<(Pairs Rate, Pairs Cost)> MeasureAsync(
        Bench bench, string database, Server site, IReadOnlyList<byte[]> requests, Server limit, IReadOnlyList<byte[]> bare, CancellationToken cancellation) =>
        new Sides(site, requests, limit, bare) { MostOfOurs = requests.Count }
            .MeasureAsync(bench.Scale, () => Bench.NewEditionAsync(database, cancellation), cancellation);

    /// <summary>Read from the whole site in this process, with what EF Core itself reports.</summary>
    private static async Task<List<BarePage>> ReadAsync(string database, string contentRoot, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        await using var site = new SiteInProcess(database, contentRoot);
        using var client = site.NewClient();
        await client.GetAsync(new Uri("/", UriKind.Relative), cancellation);
        // What is read once in an edition is read.
        await client.GetAsync(new Uri("/case-studies", UriKind.Relative), cancellation);

        List<BareStatement> ran = [];
        using var counter = EventCounter.Statements(command => ran.Add(Of(command)));
        List<BarePage> pages = [];
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            answer.EnsureSuccessStatusCode();
            pages.Add(new([.. ran], await answer.Content.ReadAsStringAsync(cancellation)));
            ran.Clear();
        }

        return pages;
    }

    private static BareStatement Of(DbCommand command) => new(command.CommandText, command.Parameters.Cast<DbParameter>().ToDictionary(
        parameter => parameter.ParameterName,
        parameter => JsonSerializer.SerializeToElement(
            parameter.Value is DateTime time ? time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) : parameter.Value),
        StringComparer.Ordinal));
}
