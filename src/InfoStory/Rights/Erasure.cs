using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Rights;

/// <summary>Erases a story for good (UK GDPR, article 17): more than taking it back, which leaves its reference and dates.</summary>
public sealed class Erasure(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>
    /// Deletes the story, all that belongs to it, and every case study drawn from it with its address, and blanks its history, in
    /// one save. Only a count of the month remains, and rows of history that say nothing. Doing it twice changes nothing.
    /// </summary>
    public Task EraseAsync(Id<Story> id, bool byAuthor, CancellationToken cancellation) => db.InsistAsync(() => EraseOnceAsync(id, byAuthor, cancellation));

    private async Task EraseOnceAsync(Id<Story> id, bool byAuthor, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var story = await db.Stories.Include(story => story.Consents).Include(story => story.Tags).FirstOrDefaultAsync(story => story.Id == id, cancellation);
        if (story is null) return;

        foreach (var study in await db.CaseStudies.AsSplitQuery().Include(study => study.Tags).Include(study => study.Stories).ThenInclude(drawn => drawn.Story)
            .Where(db.DrawsOn(id)).ToListAsync(cancellation))
        {
            await db.LetGoAsync(study, now, cancellation, but: id);
            db.CaseStudies.Remove(study);
        }

        db.RemoveRange(await db.Set<Contact>().Where(contact => contact.Key == story.SendKey).ToListAsync(cancellation));
        await db.EraseHistoryAsync(story.Reference, byAuthor ? Actor.Author : Actor.System, now, cancellation);
        await CountAsync(story.State, byAuthor, now, cancellation);
        db.Stories.Remove(story);
        await db.SaveOrConflictAsync(cancellation);
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
