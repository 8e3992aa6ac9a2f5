using InfoStory.Benchmarks.Corpus;
using InfoStory.Benchmarks.Measures;
using InfoStory.Benchmarks.Running;

IMeasure[] measures = [new Hit(), new Miss(), new Search(), new Share(), new Start(), new Memory(), new Weight()];
var wanted = args.Where(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList();
var stories = args.FirstOrDefault(word => word.StartsWith("--stories=", StringComparison.Ordinal)) is { } option ? int.Parse(option.Split('=')[1]) : 10_000;
var known = measures.Select(measure => measure.Name).Append("corpus").ToList();

var quick = wanted is ["quick"];
if (wanted is ["all"] or ["quick"]) wanted = known;
if (wanted.Count == 0 || wanted.Except(known).Any())
{
    Bench.Say($"Name what to measure: all, quick, or any of {string.Join(", ", known)}; --stories=100000 for a larger corpus.");
    return 1;
}

var scale = quick
    ? new Scale(1_000, 5, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1))
    : new Scale(stories, 6, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
using var stop = new CancellationTokenSource(TimeSpan.FromHours(1));
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

var smallest = new StoryCorpus(1_000);
Bench.Say($"Corpus of {smallest.Size:N0} stories, SHA-256 {CorpusCheck.Run(smallest)}: {CorpusCheck.Shape(smallest)}.");
if (wanted is ["corpus"])
{
    Bench.Say($"Corpus of {stories:N0} stories, SHA-256 {CorpusCheck.Run(new(stories))}.");
    return 0;
}

await using var bench = new Bench(scale);
await bench.PublishAsync(stop.Token);
await bench.CorpusDatabaseAsync(stop.Token);
List<Figure> figures = [];
foreach (var measure in measures.Where(measure => wanted.Contains(measure.Name)))
{
    Bench.Say($"Measuring {measure.Name} … (load average {(await File.ReadAllTextAsync("/proc/loadavg", stop.Token)).Split(' ')[0]})");
    try
    {
        figures.AddRange(await measure.RunAsync(bench, stop.Token));
    }
    catch (Exception fault) when (fault is InvalidOperationException or IOException or HttpRequestException or System.Data.Common.DbException)
    {
        // One measure that cannot be taken does not take the others with it.
        Bench.Say(fault.ToString());
        figures.Add(Figure.Missing(measure.Name, "not measured", fault.Message.Split('\n')[0]));
    }
}

Console.WriteLine(Report.Table(figures));
Bench.Say($"Written to {await Report.WriteAsync(figures, bench.Artifacts, stop.Token)}");
return 0;
