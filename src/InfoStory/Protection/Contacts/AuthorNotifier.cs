using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Contacts;

/// <summary>
/// Something new waits for authors at My story: where they left a contact it is marked, so that a notice is written. It is saved with
/// whatever act told them.
/// </summary>
public sealed class AuthorNotifier(InfoStoryContext db)
{
    /// <summary>
    /// The one way in which an act that may be news for authors (<see cref="HistoryAct.TellsAuthor"/>) is put into the history of their stories: with it
    /// the contacts are marked of those for whom it is. One statement at most.
    /// </summary>
    /// <param name="due">When the notice is due, where not at once. One that is due already is not put off.</param>
    public async Task NoteAsync(
        IReadOnlyCollection<Story> stories, HistoryAct act, Actor actor, DateTime now, CancellationToken cancellation, DateTime? due = null)
    {
        db.History.AddRange(stories.Select(story => HistoryEntry.Of(story.Reference, act, actor, now)));
        var told = stories.Where(story => IsNews(act, story)).ToList();
        if (told.Count == 0) return;

        foreach (var contact in await ContactsOfAsync(told, cancellation)) contact.NoticeDueAt ??= due ?? now;
    }

    /// <summary>What was to be told at that moment is not told after all. One statement.</summary>
    public async Task TellNothingAsync(IEnumerable<Story> stories, DateTime due, CancellationToken cancellation)
    {
        foreach (var contact in (await ContactsOfAsync(stories, cancellation)).Where(contact => contact.NoticeDueAt == due)) contact.NoticeDueAt = null;
    }

    /// <summary>What is approved is news only where its author is asked to say yes to it.</summary>
    private static bool IsNews(HistoryAct act, Story story) => act.TellsAuthor && (act != HistoryAct.Approved || story.State == StoryState.WithAuthor);

    private Task<List<Contact>> ContactsOfAsync(IEnumerable<Story> stories, CancellationToken cancellation)
    {
        var keys = stories.Select(story => story.SendKey).ToList();
        return db.Set<Contact>().Where(contact => keys.Contains(contact.Key)).ToListAsync(cancellation);
    }
}
