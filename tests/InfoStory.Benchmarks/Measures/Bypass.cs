using InfoStory.Benchmarks.Running;

namespace InfoStory.Benchmarks.Measures;

/// <summary>A kept page asked for in every way that a stranger may try to have it made anew, against the same page asked for plainly.</summary>
internal sealed class Bypass : IMeasure
{
    private const double Target = 0.9;
    private const int Kinds = 5, Different = 2_000;

    public string Name => "bypass";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var database = await bench.CorpusDatabaseAsync(cancellation);
        await using var site = await bench.StartSiteAsync(database, cancellation);
        await site.SettleAsync(cancellation);
        var path = Bench.CaseStudies(database)[0];
        var odd = Enumerable.Range(0, Different).Select(number => (number % Kinds) switch
        {
            0 => Requests.Get($"{path}?x={number}"),
            1 => Requests.Odd(path, "127.0.0.1", $"Authorization: x{number}"),
            2 => Requests.Odd(path, "127.0.0.1", $"Cookie: junk={number}; a=b"),
            3 => Requests.Odd(path, $"host{number}.example", "Accept: */*"),
            _ => Requests.Get(path.ToUpperInvariant()),
        }).ToList();
        var (rate, cost) = await new Sides(site, odd, site, [Requests.Get(path)]).MeasureAsync(bench.Scale, () => Task.CompletedTask, cancellation);
        return
        [
            Figure.AtLeast(
                "bypass", "random queries, Authorization, cookies, hosts, upper case; the limit is the page asked for plainly", rate, "requests/s", Target),
            Figure.Beside("bypass CPU", "the server's processor time for one of them", cost, "µs"),
        ];
    }
}
