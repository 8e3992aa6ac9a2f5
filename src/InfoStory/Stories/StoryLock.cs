using InfoStory.Data;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Stories;

/// <summary>Saves what is written beside a story and does not change it, so that nobody who has the story open is told that it changed.</summary>
public sealed class StoryLock(InfoStoryContext db)
{
    /// <summary>Saves only while the story is in the state in which it was read: no word is written of a story that its author took back meanwhile.</summary>
    /// <exception cref="ConflictException">Somebody has moved it on, or it is gone; nothing is saved.</exception>
    public Task SaveAsync(Story story, CancellationToken cancellation) => db.SaveTogetherAsync(
        async () =>
        {
            var same = await TakeAsync(db.Stories.Where(one => one.Id == story.Id && one.State == story.State), cancellation);
            if (same == 0) throw new ConflictException("Somebody has gone on with this story since you opened it.");
        },
        cancellation);

    /// <summary>
    /// In a transaction: from now until it ends nobody changes this story or writes beside it. The history is waited for first, as in every other save,
    /// so that no two wait for each other.
    /// </summary>
    public async Task HoldAsync(Id<Story> id, CancellationToken cancellation)
    {
        await HistoryChain.WaitAsync(db, cancellation);
        await TakeAsync(db.Stories.Where(story => story.Id == id), cancellation);
    }

    /// <summary>
    /// Writes to the rows what stands there: that is what makes whoever wants them too wait until the transaction ends. Nobody who has such a story open is
    /// told that it changed. Returns how many rows there are.
    /// </summary>
    internal static Task<int> TakeAsync(IQueryable<Story> stories, CancellationToken cancellation) =>
        stories.ExecuteUpdateAsync(set => set.SetProperty(story => story.OwedSince, story => story.OwedSince), cancellation);
}
