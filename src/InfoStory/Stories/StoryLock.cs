using InfoStory.Data;
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
            // Writing to the row, with what stands there, is what makes whoever moves the story on wait for this save.
            var same = await db.Stories.Where(one => one.Id == story.Id && one.State == story.State)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.OwedSince, one => one.OwedSince), cancellation);
            if (same == 0) throw new ConflictException("Somebody has gone on with this story since you opened it.");
        },
        cancellation);
}
