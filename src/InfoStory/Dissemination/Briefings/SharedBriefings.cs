using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Briefings;

/// <summary>What the signed link of a copy opens, for whoever has it.</summary>
public sealed class SharedBriefings(InfoStoryContext db, BriefingReader reader, LinkKey links, TimeProvider clock)
{
    private static readonly TimeSpan AtMostOneIn = TimeSpan.FromHours(1);

    /// <summary>What is left of the copy now; null where the link opens nothing: it is forged or cut, its time is over, or it was called back.</summary>
    public async Task<BriefingContent?> ReadAsync(string link, CancellationToken cancellation) =>
        await FindAsync(link, cancellation) is { } copy ? await reader.ReadAsync(copy, cancellation) : null;

    /// <summary>The same, to be taken away; the history of the copy says so, once an hour. Null also where nothing is left that could be.</summary>
    public async Task<BriefingContent?> TakeAsync(string link, CancellationToken cancellation)
    {
        if (await FindAsync(link, cancellation) is not { } copy || await reader.ReadAsync(copy, cancellation) is not { Studies: > 0 } content) return null;

        var (subject, since) = (copy.Subject, clock.UtcNow - AtMostOneIn);
        if (await db.History.AnyAsync(entry => entry.Subject == subject && entry.Act == HistoryAct.BriefingTaken && entry.At > since, cancellation))
            return content;

        db.History.Add(HistoryEntry.Of(subject, HistoryAct.BriefingTaken, Actor.System, clock.UtcNow));
        await db.SaveChangesAsync(cancellation);
        return content;
    }

    private async Task<BriefingCopy?> FindAsync(string link, CancellationToken cancellation)
    {
        if (links.Open(LinkPurpose.Briefing, link) is not { } signed) return null;

        var key = new Id<BriefingCopy>(signed.Subject);
        var copy = await db.BriefingCopies.AsNoTracking().Include(one => one.Briefing!.Quotes).FirstOrDefaultAsync(one => one.Id == key, cancellation);
        return copy is not null && copy.Version == signed.Version && copy.IsOpen(clock.UtcNow) ? copy : null;
    }
}
