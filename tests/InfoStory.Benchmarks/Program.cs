using System.Runtime.InteropServices;
using InfoStory.Benchmarks.Corpus;
using InfoStory.Benchmarks.Measures;
using InfoStory.Benchmarks.Running;

IMeasure[] measures =
[
    new Hit(), new Miss(), new Bypass(), new Keeping(), new Search(), new Share(), new Queueing(), new Start(), new Memory(), new Weight(),
    new Lettering(), new Digesting(), new Impacting(),
];
var wanted = args.Where(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList();
var stories = int.Parse(Option("stories") ?? "10000");
var known = measures.Select(measure => measure.Name).Append("corpus").ToList();

var quick = wanted is ["quick"];
if (wanted is ["all"] or ["quick"]) wanted = known;
if (wanted.Count == 0 || wanted.Except(known).Any())
{
    Bench.Say($"Name what to measure: all, quick, or any of {string.Join(", ", known)}; "
        + "--stories=100000 for a larger corpus, --keep=FILE to keep its database.");
    return 1;
}

var scale = quick
    ? new Scale(1_000, 5, 100, TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(400))
    : new Scale(stories, 6, 500, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(2));
using var stop = new CancellationTokenSource(TimeSpan.FromHours(1));
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var smallest = new StoryCorpus(1_000);
Bench.Say($"Corpus of {smallest.Size:N0} stories, SHA-256 {CorpusCheck.Run(smallest)}: {CorpusCheck.Shape(smallest)}.");
await using var bench = new Bench(scale);
if (Option("keep") is { } file)
{
    File.Move(await bench.CorpusDatabaseAsync(stop.Token), file);
    return 0;
}

if (wanted is ["corpus"]) return 0;

// The queue and the letters are measured in this process, on databases of their own.
if (wanted is not (["queue"] or ["letters"] or ["digest"] or ["impact"]))
{
    await bench.PublishAsync(stop.Token);
    await bench.CorpusDatabaseAsync(stop.Token);
}

List<Figure> figures = [];
foreach (var measure in measures.Where(measure => wanted.Contains(measure.Name)))
{
    Bench.Say($"{TimeProvider.System.GetLocalNow():HH:mm:ss} Measuring {measure.Name} … (load average "
        + $"{(await File.ReadAllTextAsync("/proc/loadavg", stop.Token)).Split(' ')[0]})");
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

string? Option(string name) => args.Select(word => word.Split('=', 2)).FirstOrDefault(word => word is [_, _] && word[0] == $"--{name}")?[1];

// What was started must be ended, so nobody may end this program at once.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
