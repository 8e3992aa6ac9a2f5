using System.Diagnostics;
using InfoStory.Benchmarks.Running;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Places;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Benchmarks.Measures;

/// <summary>What the desk does while a great many stories wait, against the same while a thousand do; through the service, one after the other.</summary>
internal sealed class Queueing : IMeasure
{
    private const int Few = 1_000, Many = 100_000, Times = 20, WarmPasses = 3;
    private const double AsFew = 1.2, BulkMilliseconds = 2000;

    private static readonly Actor Moderator = new(1, "moderator@example.org", Roles.Moderator);

    public string Name => "queue";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var many = Math.Min(Many, Math.Max(Few, bench.Scale.Stories));
        await using var ours = await SideAsync(bench, many, cancellation);
        await using var limit = await SideAsync(bench, Few, cancellation);

        List<Figure> figures = [];
        foreach (var (name, workload, act) in Acts(ours))
        {
            for (var pass = 0; pass < WarmPasses; pass++) await Task.WhenAll(TimeAsync(ours, act, cancellation), TimeAsync(limit, act, cancellation));
            var pairs = await Pairs.RunAsync(bench.Scale.Pairs, () => TimeAsync(ours, act, cancellation), () => TimeAsync(limit, act, cancellation));
            figures.Add(Figure.AtMost(
                $"queue {name}", $"{workload}, {ours.Waiting:N0} waiting against {limit.Waiting:N0}", Pairs.Of(pairs, time => time), "ms", AsFew));
        }

        var bulk = Pairs.Of(await Pairs.RunAsync(bench.Scale.Pairs, () => ManyAsync(ours, cancellation), () => ManyAsync(limit, cancellation)), time => time);
        var workloadOfBulk = $"a tag for {ActOnMany.Most} stories in one save, {ours.Waiting:N0} waiting against {limit.Waiting:N0}";
        return [.. figures, Figure.AtMost("queue bulk", workloadOfBulk, bulk, "ms", AsFew), Figure.NoMoreThan(
            "queue bulk of 500", workloadOfBulk, bulk.Ours, "ms", BulkMilliseconds)];
    }

    /// <summary>Each with a name, what it is, and what is done once.</summary>
    private static IEnumerable<(string Name, string Workload, Func<Side, IServiceProvider, CancellationToken, Task> Act)> Acts(Side ours)
    {
        var lane = new QueueFilter { Lane = Lane.Someone };
        yield return ("list", "the first page of a lane and the counts of all lanes", async (_, services, cancellation) =>
        {
            await services.GetRequiredService<StoryQueue>().ListAsync(lane, Moderator, null, cancellation);
            await services.GetRequiredService<StoryQueue>().CountAsync(Moderator, cancellation);
        }
        );
        yield return ("deep", "the page half-way through the lane", (side, services, cancellation) =>
            services.GetRequiredService<StoryQueue>().ListAsync(lane, Moderator, side.Middle, cancellation));
        foreach (var (name, filter) in new[]
        {
            ("kind", lane with { Kind = StoryKind.Failed }), ("service", lane with { Service = ours.Service }),
            ("place", lane with { Place = ours.Place }), ("tag", lane with { Tag = ours.Tag }),
            ("common word", lane with { Words = ours.Common }), ("rare word", lane with { Words = ours.Rare }),
            ("word begun", lane with { Words = "informat" }), ("two words", lane with { Words = "told nobody" }),
            ("phrase", lane with { Words = "\"told nobody\" " }), ("common flag", lane with { Flag = FlagKind.Identity }),
            ("rare flag", lane with { Flag = FlagKind.Link }),
        }) yield return ($"filter by {name}", "the first page", (_, services, cancellation) =>
            services.GetRequiredService<StoryQueue>().ListAsync(filter, Moderator, null, cancellation));
        yield return ("next", "from one story to the one after it", (side, services, cancellation) =>
            services.GetRequiredService<StoryQueue>().BesideAsync(lane, Moderator, side.Reference, before: false, cancellation));
        yield return ("open", "one story with all that is shown beside it", (side, services, cancellation) =>
            services.GetRequiredService<StoryDesk>().ShowAsync(side.Reference, cancellation));
    }

    /// <returns>The median of one act in milliseconds.</returns>
    private static async Task<double> TimeAsync(Side side, Func<Side, IServiceProvider, CancellationToken, Task> act, CancellationToken cancellation)
    {
        List<double> times = [];
        for (var time = 0; time < Times; time++)
        {
            await using var scope = side.Services.NewScope();
            var start = Stopwatch.GetTimestamp();
            await act(side, scope.ServiceProvider, cancellation);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Pairs.Median(times);
    }

    /// <summary>Done and undone, so that every time begins alike; only the doing counts.</summary>
    /// <returns>Milliseconds.</returns>
    private static async Task<double> ManyAsync(Side side, CancellationToken cancellation)
    {
        await using var scope = side.Services.NewScope();
        var chosen = await scope.ServiceProvider.GetRequiredService<StoryQueue>()
            .ChooseAsync(new() { Lane = Lane.Someone }, Moderator, ActOnMany.Most, cancellation);
        if (chosen.Count < ActOnMany.Most) throw new InvalidOperationException($"Only {chosen.Count} stories wait.");

        await using var doing = side.Services.NewScope();
        var start = Stopwatch.GetTimestamp();
        var act = await doing.ServiceProvider.GetRequiredService<BulkActions>()
            .DoAsync(new() { Act = BulkKind.Tag, Tag = side.Unused, Stories = [.. chosen] }, Moderator, cancellation);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        await using var undoing = side.Services.NewScope();
        await undoing.ServiceProvider.GetRequiredService<BulkActions>().UndoAsync(act, Moderator, cancellation);
        return took;
    }

    private static async Task<Side> SideAsync(Bench bench, int stories, CancellationToken cancellation)
    {
        var services = new InProcess(await bench.WaitingDatabaseAsync(stories, cancellation));
        await services.PrepareAsync(cancellation);
        await using var scope = services.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<InfoStoryContext>();
        var waiting = await db.Stories.CountAsync(story => story.Waits == Waits.ForSomeone, cancellation);
        var middle = await db.Stories.Where(story => story.Waits == Waits.ForSomeone)
            .OrderBy(story => story.OwedSince).ThenBy(story => story.Id).Skip(waiting / 2).FirstAsync(cancellation);
        var tags = await scope.ServiceProvider.GetRequiredService<TagCatalogue>().AllAsync(cancellation);
        return new(services, waiting, new(middle.OwedSince, middle.Id.Value), middle.Reference)
        {
            Service = await db.Stories.Where(story => story.Waits == Waits.ForSomeone).GroupBy(story => story.ServiceId)
                .OrderByDescending(of => of.Count()).Select(of => of.Key!.Value).FirstAsync(cancellation),
            Place = await db.Stories.Where(story => story.Waits == Waits.ForSomeone).GroupBy(story => story.PlaceId)
                .OrderByDescending(of => of.Count()).Select(of => of.Key!.Value).FirstAsync(cancellation),
            Tag = tags.First(tag => tag.Facet != Facet.Service).Id,
            Unused = tags.Last(tag => tag.Facet == Facet.Outcome).Id,
            Common = WordOf(middle.Told, longest: false),
            Rare = WordOf(middle.Told, longest: true),
        };
    }

    /// <summary>By Zipf's law the short words of the corpus are the common ones.</summary>
    private static string WordOf(string told, bool longest)
    {
        var words = told.Split([' ', '\n', '.', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(char.IsAsciiLetterLower)).ToList();
        return (longest ? words.MaxBy(word => word.Length) : words.GroupBy(word => word, StringComparer.Ordinal).MaxBy(group => group.Count())!.Key)!;
    }

    /// <summary>A database with so many stories that wait.</summary>
    private sealed record Side(InProcess Services, int Waiting, Cursor Middle, string Reference) : IAsyncDisposable
    {
        public required Id<Tag> Service { get; init; }

        public required Id<Place> Place { get; init; }

        public required Id<Tag> Tag { get; init; }

        /// <summary>A tag that no story of the corpus has.</summary>
        public required Id<Tag> Unused { get; init; }

        public required string Common { get; init; }

        public required string Rare { get; init; }

        public async ValueTask DisposeAsync()
        {
            await Services.DisposeAsync();
            SqliteConnection.ClearAllPools();
        }
    }
}
