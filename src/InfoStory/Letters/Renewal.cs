using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Letters;

/// <summary>Asks authors who left a contact whether their permission may go on, before it ends.</summary>
public sealed class Renewal(InfoStoryContext db, AuthorNotifier notifier, TimeProvider clock)
{
    /// <summary>Marks a notice for every story with a permission that ends within 30 days, once for each end. At most 500 at a time.</summary>
    /// <returns>How many were marked.</returns>
    public async Task<int> AskDueAsync(CancellationToken cancellation)
    {
        var (now, soon, since) = (clock.UtcNow, clock.UtcNow + Consent.AskBefore, clock.UtcNow - Consent.AskBefore);
        var due = await db.Stories
            .Where(story => story.Consents.AsQueryable().Where(Consent.Standing(now)).Any(consent => consent.ExpiresAt <= soon))
            .Where(story => db.Set<Contact>().Any(contact => contact.Key == story.SendKey))
            .Where(story => !db.Set<HistoryEntry>().Any(entry => entry.Subject == story.Reference && entry.Act == HistoryAct.RenewalAsked && entry.At > since))
            .OrderBy(story => story.Id).Take(500).ToListAsync(cancellation);

        await notifier.NoteAsync(due, HistoryAct.RenewalAsked, Actor.System, now, cancellation);

        await db.SaveChangesAsync(cancellation);
        return due.Count;
    }
}
