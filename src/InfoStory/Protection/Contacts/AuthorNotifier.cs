using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Contacts;

/// <summary>
/// Something new waits for authors at My story: where they left a contact it is marked, so that a notice is written. It is saved with
/// whatever act told them.
/// </summary>
public sealed class AuthorNotifier(InfoStoryContext db)
{
    /// <summary>For the author of this story, from <paramref name="due"/> on. A notice that is due already is not put off.</summary>
    public Task TellAsync(Story story, DateTime due, CancellationToken cancellation) => TellAsync([story], due, cancellation);

    /// <summary>The same for the authors of many stories. One statement.</summary>
    public async Task TellAsync(IEnumerable<Story> stories, DateTime due, CancellationToken cancellation)
    {
        foreach (var contact in await ContactsOfAsync(stories, cancellation)) contact.NoticeDueAt ??= due;
    }

    /// <summary>What was to be told at that moment is not told after all. One statement.</summary>
    public async Task TellNothingAsync(IEnumerable<Story> stories, DateTime due, CancellationToken cancellation)
    {
        foreach (var contact in (await ContactsOfAsync(stories, cancellation)).Where(contact => contact.NoticeDueAt == due)) contact.NoticeDueAt = null;
    }

    private Task<List<Contact>> ContactsOfAsync(IEnumerable<Story> stories, CancellationToken cancellation)
    {
        var keys = stories.Select(story => story.SendKey).ToList();
        return db.Set<Contact>().Where(contact => keys.Contains(contact.Key)).ToListAsync(cancellation);
    }
}
