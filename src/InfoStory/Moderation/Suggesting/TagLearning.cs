using System.Runtime.CompilerServices;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Suggesting;

/// <summary>
/// Learns from the team's own decisions which words go with which tags. It reads stories that are ready or published and have tags, newest
/// first, 20,000 at most, in stretches; what it learned before is replaced as a whole, so that a story that is gone leaves nothing behind.
/// </summary>
public sealed class TagLearning(InfoStoryContext db, Batch batch, TimeProvider clock)
{
    public const int MostStories = 20_000;

    private const int AtOnce = 200;

    /// <summary>A little less than a day, so that it is at the same hour every day.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(23.5);

    /// <summary>Learns where nothing is known yet, or what is known is a day old.</summary>
    public async Task LearnWhenDueAsync(CancellationToken cancellation)
    {
        var last = await db.TagWords.Where(row => row.Word == "").MaxAsync(row => (DateTime?)row.LearnedAt, cancellation);
        if (last is null || clock.UtcNow - last >= Lasts) await LearnAsync(cancellation);
    }

    /// <summary>Learns anew from everything.</summary>
    /// <returns>How many stories it learned from.</returns>
    public async Task<int> LearnAsync(CancellationToken cancellation)
    {
        var statistics = new TagStatistics();
        HashSet<Id<Story>> met = [];
        await foreach (var (id, story) in DecidedAsync(cancellation))
            if (await LearnAsync(id, () => statistics.Meet(story), cancellation)) met.Add(id);
        statistics.Choose();
        await foreach (var (id, story) in DecidedAsync(cancellation))
            if (met.Contains(id)) await LearnAsync(id, () => statistics.Count(story), cancellation);

        try
        {
            db.ChangeTracker.Clear();
            db.AddRange(statistics.Rows(clock.UtcNow));
            await db.SaveInPlaceOfAsync(() => db.TagWords.ExecuteDeleteAsync(cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            // Another process learned at the same moment, from the same stories: what it kept stands.
        }

        db.ChangeTracker.Clear();
        return statistics.Stories;
    }

    /// <summary>The stories whose tags the team has decided, newest first. One that cannot be read is left out.</summary>
    internal async IAsyncEnumerable<(Id<Story> Id, TaggedStory Story)> DecidedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = new Id<Story>(long.MaxValue);
        for (var read = 0; read < MostStories; read += AtOnce)
        {
            var ids = await db.Stories
                .Where(story => (story.State == StoryState.Ready || story.State == StoryState.Published) && story.Id < last && story.Tags.Any())
                .OrderByDescending(story => story.Id).Select(story => story.Id).Take(AtOnce).ToListAsync(cancellation);
            if (ids.Count == 0) yield break;

            foreach (var story in await ReadAsync(ids, cancellation)) yield return story;
            last = ids[^1];
        }
    }

    /// <summary>All of them in two statements; where one cannot be read, each by itself.</summary>
    private async Task<List<(Id<Story> Id, TaggedStory Story)>> ReadAsync(List<Id<Story>> ids, CancellationToken cancellation)
    {
        try
        {
            return await ReadTogetherAsync(ids, cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            List<(Id<Story>, TaggedStory)> read = [];
            foreach (var id in ids)
            {
                await batch.TryAsync($"{nameof(TagLearning)}.Read", id.Value, async () =>
                {
                    read.AddRange(await ReadTogetherAsync([id], cancellation));
                    return 1;
                }, cancellation);
            }

            return read;
        }
    }

    private async Task<List<(Id<Story> Id, TaggedStory Story)>> ReadTogetherAsync(List<Id<Story>> ids, CancellationToken cancellation)
    {
        var stories = await db.Stories.AsNoTracking().AsSplitQuery().Include(story => story.Tags)
            .Where(story => ids.Contains(story.Id)).ToListAsync(cancellation);
        return [.. stories.OrderByDescending(story => story.Id.Value)
            .Select(story => (story.Id, new TaggedStory([.. StoryAnswers.Of(story).OwnWords], [.. story.Tags.Select(tag => tag.TagId)])))];
    }

    /// <returns>False where there is nothing to learn from it because it failed.</returns>
    private async Task<bool> LearnAsync(Id<Story> id, Action learn, CancellationToken cancellation) => await batch.TryAsync(nameof(TagLearning), id.Value, () =>
    {
        learn();
        return Task.FromResult(1);
    }, cancellation) == 1;
}
