using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Recalls;

/// <summary>What whoever was sent something sees when it is called back. It names nothing of it.</summary>
/// <param name="SentOn">The days on which it was sent, in London, oldest first.</param>
/// <param name="AcknowledgedAt">When they said that it is deleted; null while they have not.</param>
public sealed record CalledBackNotice(IReadOnlyList<DateOnly> SentOn, DateTime CalledBackAt, DateTime? AcknowledgedAt);

/// <summary>Where the link of a letter leads that calls something back: its reader says that it is deleted.</summary>
public sealed class CalledBack(InfoStoryContext db, LinkKey links, TimeProvider clock)
{
    /// <summary>What was called back with this link. Looking changes nothing.</summary>
    /// <exception cref="NotFoundException">It is no link of ours.</exception>
    /// <exception cref="GoneException">It was so long ago that nothing is kept of it.</exception>
    public async Task<CalledBackNotice> ReadAsync(string link, CancellationToken cancellation)
    {
        var rows = await Of(link).Select(one => new { one.SentAt, one.CalledBackAt, one.AcknowledgedAt }).ToListAsync(cancellation);
        if (rows.Count == 0) throw new GoneException("What was called back");

        return new(
            [.. rows.Select(one => DateOnly.FromDateTime(one.SentAt.InLondon())).Distinct().Order()], rows[0].CalledBackAt!.Value,
            rows.Max(one => one.AcknowledgedAt));
    }

    /// <summary>It is deleted there. Saying it again changes nothing. Whoever hangs up has said it all the same.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async Task AcknowledgeAsync(string link)
    {
        var now = clock.UtcNow;
        var said = await Of(link).Where(one => one.AcknowledgedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.AcknowledgedAt, now), CancellationToken.None);
        if (said == 0) await ReadAsync(link, CancellationToken.None);
    }

    private IQueryable<Delivery> Of(string link)
    {
        var key = links.Open(LinkPurpose.Recall, link) is { } said ? new Id<Delivery>(said.Subject) : throw new NotFoundException("The letter");
        return db.Deliveries.Where(one => one.LinkId == key);
    }
}
