using System.Diagnostics;
using InfoStory.Benchmarks.Corpus;
using InfoStory.Benchmarks.Running;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Benchmarks.Measures;

/// <summary>Sending a story: what the disk is asked for, how fast it goes beside the disk alone, and a hundred at once.</summary>
internal sealed class Share : IMeasure
{
    private const int Traced = 20, InOneTurn = 5, AtOnce = 100;

    public string Name => "share";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var database = await bench.CorpusDatabaseAsync(cancellation);
        await using var services = new InProcess(database);
        var drafts = new Queue<DraftSecret>(await DraftAsync(services, 1 + Traced + (InOneTurn * bench.Scale.Pairs) + AtOnce, cancellation));
        await SendAsync(services, drafts.Dequeue(), cancellation);

        var syncs = await CountSyncsAsync(services, drafts, cancellation);
        using var append = new Append(Path.Combine(bench.NewFolder("append"), "append.bin"));
        var rate = Pairs.Of(
            await Pairs.RunAsync(
                bench.Scale.Pairs, () => PerSecondAsync(() => SendAsync(services, drafts.Dequeue(), cancellation)), () => PerSecondAsync(append.OnceAsync)),
            each => each);
        return
        [
            syncs, Figure.Beside("share", "stories sent one after the other; the limit appends 4 KB with fsync", rate, "a second"),
            await AtOnceAsync(services, drafts, cancellation)
        ];
    }

    private static async Task<Figure> CountSyncsAsync(InProcess services, Queue<DraftSecret> drafts, CancellationToken cancellation)
    {
        const string workload = "fsync and fdatasync for each story sent";
        await using var trace = await SyncTrace.StartAsync(cancellation);
        if (trace is null)
            return Figure.Missing("share fsync", workload, "not measured, strace is missing or may not trace (on Debian: apt-get install strace)");

        for (var sent = 0; sent < Traced; sent++) await SendAsync(services, drafts.Dequeue(), cancellation);
        return Figure.NoMoreThan("share fsync", workload, (double)await trace.CountAsync() / Traced, "a story", 1, limit: 1);
    }

    private static async Task<Figure> AtOnceAsync(InProcess services, Queue<DraftSecret> drafts, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var errors = await Task.WhenAll(drafts.Take(AtOnce).Select(draft => Task.Run(() => FailsAsync(draft), cancellation)));
        return Figure.NoMoreThan("share at once", $"{AtOnce} stories sent at once, in {watch.Elapsed.TotalSeconds:0.0} s", errors.Sum(), "errors", 0);

        async Task<int> FailsAsync(DraftSecret draft)
        {
            try
            {
                await SendAsync(services, draft, cancellation);
                return 0;
            }
            catch (Exception fault) when (fault is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
            {
                return 1;
            }
        }
    }

    private static async Task<double> PerSecondAsync(Func<Task> once)
    {
        var watch = Stopwatch.StartNew();
        for (var turn = 0; turn < InOneTurn; turn++) await once();
        return InOneTurn / watch.Elapsed.TotalSeconds;
    }

    private static async Task SendAsync(InProcess services, DraftSecret draft, CancellationToken cancellation)
    {
        await using var scope = services.NewScope();
        await scope.ServiceProvider.GetRequiredService<StorySender>().SendAsync(draft, cancellation);
    }

    private static async Task<List<DraftSecret>> DraftAsync(InProcess services, int count, CancellationToken cancellation)
    {
        List<DraftSecret> secrets = [];
        foreach (var story in new StoryCorpus(count).Stories())
        {
            await using var scope = services.NewScope();
            var drafts = scope.ServiceProvider.GetRequiredService<Drafts>();
            var secret = await drafts.SaveAsync(null, new TellStory { Told = story.Told }, new TellStoryRules(), cancellation);
            await drafts.SaveAsync(
                secret, new GivePermission { Audiences = [Audience.Website, Audience.PolicyMakers] }, new GivePermissionRules(), cancellation);
            secrets.Add(secret);
        }

        return secrets;
    }
}
