using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Recalls;

/// <summary>Subscribers who were sent a digest. They are many, so their letters are those of a list and hold up nobody's own.</summary>
internal sealed class SubscriberRecipients(InfoStoryContext db, SubscriberSeal seal) : IRecipients
{
    public string Prefix => Subscriber.Named;

    public bool IsOfMany => true;

    public async Task<IReadOnlyDictionary<string, Addressee>> FindAsync(IReadOnlyCollection<string> holders, CancellationToken cancellation)
    {
        var keys = RecipientKeys.In<Subscriber>(holders, Prefix);
        var there = await db.Subscribers.AsNoTracking().Where(one => keys.Contains(one.Id) && one.Sealed != null)
            .Select(one => new { one.Id, one.Sealed }).ToListAsync(cancellation);
        return there.ToDictionary(one => Subscriber.SubjectOf(one.Id), one => new Addressee(seal.Open(one.Sealed!), LetterLane.List));
    }
}
