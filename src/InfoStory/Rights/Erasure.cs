using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Rights;

/// <summary>Erases a story for good (UK GDPR, article 17): more than taking it back, which leaves its reference and dates.</summary>
public sealed class Erasure(InfoStoryContext db, Forgetter forgetter, TimeProvider clock)
{
    /// <summary>
    /// Deletes the story, all that belongs to it, and every case study drawn from it with its address, and blanks its history, in
    /// one save. Only a count of the month remains, and rows of history that say nothing. Doing it twice changes nothing.
    /// </summary>
    public Task EraseAsync(Id<Story> id, bool byAuthor, CancellationToken cancellation) => db.InsistAsync(() => EraseOnceAsync(id, byAuthor, cancellation));

    private async Task EraseOnceAsync(Id<Story> id, bool byAuthor, CancellationToken cancellation)
    {
        var story = await db.Stories.FirstOrDefaultAsync(story => story.Id == id, cancellation);
        if (story is null) return;

        var forgetting = new Forgetting(story, Erases: true, byAuthor ? Actor.Author : Actor.System, clock.UtcNow);
        await CountAsync(story.State, byAuthor, forgetting.Now, cancellation);
        await forgetter.ForgetAsync(forgetting, cancellation);
        await db.SaveOrConflictAsync(cancellation);
        await forgetter.SweepAsync(forgetting.Keys, cancellation);
    }

    private async Task CountAsync(StoryState state, bool byAuthor, DateTime now, CancellationToken cancellation)
    {
        var month = now.InLondon().ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        var count = await db.Set<ErasedCount>()
            .FirstOrDefaultAsync(count => count.Month == month && count.State == state && count.ByAuthor == byAuthor, cancellation);
        if (count is null) db.Add(count = new() { Month = month, State = state, ByAuthor = byAuthor });
        count.Stories++;
    }
}
