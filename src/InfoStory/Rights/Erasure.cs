using System.Globalization;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Rights;

/// <summary>Erases a story for good (UK GDPR, article 17): more than taking it back, which leaves its reference and dates.</summary>
public sealed class Erasure(InfoStoryContext db, StoryLock storyLock, Forgetter forgetter, TimeProvider clock)
{
    /// <summary>
    /// Deletes the story, all that belongs to it, and every case study drawn from it with its address, and blanks its history, in
    /// one save. Only a count of the month remains, and rows of history that say nothing. Doing it twice changes nothing.
    /// </summary>
    public Task EraseAsync(Id<Story> id, bool byAuthor, CancellationToken cancellation) => db.InsistAsync(() => EraseOnceAsync(id, byAuthor, cancellation));

    private Task EraseOnceAsync(Id<Story> id, bool byAuthor, CancellationToken cancellation) => db.TogetherAsync(
        async () =>
        {
            await storyLock.HoldAsync(id, cancellation);
            var story = await db.Stories.FirstOrDefaultAsync(story => story.Id == id, cancellation);
            if (story is null) return;

            var forgetting = new Forgetting(story, Erases: true, byAuthor ? Actor.Author : Actor.System, clock.UtcNow);
            var counted = Counted(story.State, byAuthor, forgetting.Now);
            await forgetter.ForgetAsync(forgetting, cancellation);
            // Whoever erases another story waits for the history, so none of them is lost from the count.
            if (await CountOnAsync(counted, cancellation) == 0) db.Add(counted);
            await db.SaveOrConflictAsync(cancellation);
        },
        cancellation);

    private Task<int> CountOnAsync(ErasedCount counted, CancellationToken cancellation) => db.Set<ErasedCount>()
        .Where(count => count.Month == counted.Month && count.State == counted.State && count.ByAuthor == counted.ByAuthor)
        .ExecuteUpdateAsync(set => set.SetProperty(count => count.Stories, count => count.Stories + counted.Stories), cancellation);

    private static ErasedCount Counted(StoryState state, bool byAuthor, DateTime now) => new()
    {
        Month = now.InLondon().ToString("yyyy-MM", CultureInfo.InvariantCulture),
        State = state,
        ByAuthor = byAuthor,
        Stories = 1,
    };
}
