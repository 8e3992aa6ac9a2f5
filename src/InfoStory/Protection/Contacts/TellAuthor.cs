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
    public static async Task TellAuthorAsync(this InfoStoryContext db, Story story, DateTime now, CancellationToken cancellation)
    {
        var contact = await db.Set<Contact>().FirstOrDefaultAsync(contact => contact.Key == story.SendKey, cancellation);
        if (contact is not null) contact.NoticeDueAt ??= now;
    }
}
