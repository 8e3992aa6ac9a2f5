using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;

namespace InfoStory.Letters;

/// <summary>Asks authors who left a contact whether their permission may go on, before it ends.</summary>
public sealed class Renewal(InfoStoryContext db, Batch batch, AuthorNotifier notifier, TimeProvider clock)
{
    /// <summary>The most stories that one run asks about.</summary>
    public const int AtOnce = 500;

    /// <summary>Marks a notice for every story with a permission that ends within 30 days, once for each end. At most 500 at a time.</summary>
    /// <returns>How many were marked.</returns>
    public async Task<int> AskDueAsync(CancellationToken cancellation)
    {
        var (now, soon, since) = (clock.UtcNow, clock.UtcNow + Consent.AskBefore, clock.UtcNow - Consent.AskBefore);
        var due = db.Stories
            .Where(story => story.Consents.AsQueryable().Where(Consent.Standing(now)).Any(consent => consent.ExpiresAt <= soon))
            .Where(story => db.Set<Contact>().Any(contact => contact.Key == story.SendKey))
            .Where(story => !db.Set<HistoryEntry>().Any(entry => entry.Subject == story.Reference && entry.Act == HistoryAct.RenewalAsked && entry.At > since))
            .OrderBy(story => story.Id).Select(story => story.Id);

        return await batch.EachAsync(nameof(Renewal), due, AtOnce, id => id.Value, id => AskAsync(id, now, cancellation), cancellation);
    }

    private async Task<int> AskAsync(Id<Story> id, DateTime now, CancellationToken cancellation)
    {
        var story = await db.Stories.FindAsync(story => story.Id == id, cancellation);
        await notifier.NoteAsync([story], HistoryAct.RenewalAsked, Actor.System, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        return 1;
    }
}
