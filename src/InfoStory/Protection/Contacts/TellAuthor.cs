using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Contacts;

public static class TellAuthor
{
    /// <summary>
    /// Something new waits for the author at My story: where they left a contact it is marked, so that a notice is written. It is
    /// saved with whatever act told them; a notice that is due already is not put off.
    /// </summary>
    public static Task TellAuthorAsync(this InfoStoryContext db, Story story, DateTime now, CancellationToken cancellation) =>
        db.TellAuthorsAsync([story], now, cancellation);

    /// <summary>The same for the authors of many stories. One statement.</summary>
    public static async Task TellAuthorsAsync(this InfoStoryContext db, IEnumerable<Story> stories, DateTime due, CancellationToken cancellation)
    {
        foreach (var contact in await db.ContactsOfAsync(stories, cancellation)) contact.NoticeDueAt ??= due;
    }

    /// <summary>What was to be told at that moment is not told after all. One statement.</summary>
    public static async Task TellNothingAsync(this InfoStoryContext db, IEnumerable<Story> stories, DateTime due, CancellationToken cancellation)
    {
        foreach (var contact in (await db.ContactsOfAsync(stories, cancellation)).Where(contact => contact.NoticeDueAt == due)) contact.NoticeDueAt = null;
    }

    private static Task<List<Contact>> ContactsOfAsync(this InfoStoryContext db, IEnumerable<Story> stories, CancellationToken cancellation)
    {
        var keys = stories.Select(story => story.SendKey).ToList();
        return db.Set<Contact>().Where(contact => keys.Contains(contact.Key)).ToListAsync(cancellation);
    }
}
