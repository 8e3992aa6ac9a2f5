using System.Globalization;
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
        var counted = Counted(story.State, byAuthor, forgetting.Now);
        await forgetter.ForgetAsync(forgetting, cancellation);
        await SaveAsync(counted, cancellation);
        await forgetter.SweepAsync(forgetting.Keys, cancellation);
    }

    /// <summary>Saves what is forgotten and counts it, both or neither. Many may be erased at once, and none of them may be lost from the count.</summary>
    private async Task SaveAsync(ErasedCount counted, CancellationToken cancellation)
    {
        var isFirst = !await Like(counted).AnyAsync(cancellation);
        if (isFirst) db.Add(counted);
        try
        {
            if (isFirst) await db.SaveChangesAsync(cancellation);
            else await db.SaveTogetherAsync(() => CountOnAsync(counted, cancellation), cancellation);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || isFirst)
        {
            if (fault is not DbUpdateConcurrencyException && !await Like(counted).AnyAsync(cancellation)) throw;

            throw new ConflictException("Somebody has changed this story, or erased another one, at the same moment.");
        }
    }

    private Task CountOnAsync(ErasedCount counted, CancellationToken cancellation) => Like(counted)
        .ExecuteUpdateAsync(set => set.SetProperty(count => count.Stories, count => count.Stories + counted.Stories), cancellation);

    private IQueryable<ErasedCount> Like(ErasedCount counted) => db.Set<ErasedCount>()
        .Where(count => count.Month == counted.Month && count.State == counted.State && count.ByAuthor == counted.ByAuthor);

    private static ErasedCount Counted(StoryState state, bool byAuthor, DateTime now) => new()
    {
        Month = now.InLondon().ToString("yyyy-MM", CultureInfo.InvariantCulture),
        State = state,
        ByAuthor = byAuthor,
        Stories = 1,
    };
}
