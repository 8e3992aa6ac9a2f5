using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Letters;

/// <summary>Where the site stands, for letters.</summary>
public sealed record SiteAddress(string Url)
{
    /// <summary>The body that writes, its address and its contact, a line each; empty where the settings name none.</summary>
    public string Signature { get; init; } = "";
}

/// <summary>Turns "there is something new for the author" into a letter that says no more than that.</summary>
public sealed class AuthorNotices(InfoStoryContext db, Batch batch, ContactSeal seal, SiteAddress site, TimeProvider clock)
{
    /// <summary>The most contacts that one run looks at.</summary>
    public const int AtOnce = 100;

    private const string Title = "There is news for you";

    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(1);

    /// <summary>
    /// Writes a letter for every contact that waits for one; at most 100 at a time. For a contact without an email address the history says that the team must
    /// call. One that could not be read for a day is given up, and the history says so.
    /// </summary>
    /// <returns>How many letters were written.</returns>
    public async Task<int> WriteDueAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var due = db.Set<Contact>().AsNoTracking().Where(contact => contact.NoticeDueAt != null && contact.NoticeDueAt <= now)
            .OrderBy(contact => contact.NoticeDueAt).ThenBy(contact => contact.Id);
        return await batch.EachAsync(
            nameof(AuthorNotices), due, AtOnce, contact => contact.Id.Value, contact => TakeAsync(contact, now, cancellation), cancellation);
    }

    /// <summary>Writes down what this contact waits for, unless another process was first. Returns how many it took: 1 or 0.</summary>
    private async Task<int> TakeAsync(Contact contact, DateTime now, CancellationToken cancellation)
    {
        var reference = await db.Stories.Where(story => story.SendKey == contact.Key).Select(story => story.Reference).FirstOrDefaultAsync(cancellation);
        HistoryAct? act = null;
        if (reference is not null)
        {
            act = ActFor(contact, now);
            if (act == HistoryAct.LetterWritten)
                db.Add(new Letter { Subject = reference, ContactKey = contact.Key, Title = Title, Body = Body, WrittenAt = now, NextTryAt = now });
            db.History.Add(HistoryEntry.Of(reference, act, Actor.System, now));
        }

        try
        {
            await db.SaveTogetherAsync(() => TakeOnceAsync(contact, cancellation), cancellation);
            if (act == HistoryAct.LetterGivenUp) batch.GiveUp(nameof(AuthorNotices), contact.Id.Value);
            return 1;
        }
        catch (ConflictException)
        {
            return 0;
        }
    }

    private HistoryAct ActFor(Contact contact, DateTime now)
    {
        try
        {
            return seal.Open(contact.Sealed).Email is null ? HistoryAct.OnlyTelephone : HistoryAct.LetterWritten;
        }
        catch (Exception) when (now - contact.NoticeDueAt >= GivenUpAfter)
        {
            return HistoryAct.LetterGivenUp;
        }
    }

    private async Task TakeOnceAsync(Contact contact, CancellationToken cancellation)
    {
        var taken = await db.Set<Contact>().Where(due => due.Id == contact.Id && due.NoticeDueAt == contact.NoticeDueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(due => due.NoticeDueAt, (DateTime?)null), cancellation);
        if (taken == 0) throw new ConflictException("Another process has written this notice.");
    }

    /// <summary>Nothing here says that there is a story or what it is about, and nobody is called by name: somebody else may read the letter.</summary>
    private string Body => $"""
        There is something new for you at {site.Url}/my-story

        You need your six words to read it. Nobody else can.

        You left this address so that we could tell you. You can take it away on the same page.
        """;
}
