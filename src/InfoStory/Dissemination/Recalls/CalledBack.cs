using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Recalls;

/// <summary>What was called back from one audience, while everyone may read it on the website.</summary>
public sealed record StillPublic(string Title, string Slug, Audience Audience);

/// <summary>What whoever was sent something sees when it is called back.</summary>
/// <param name="SentOn">The days on which it was sent, in London, oldest first.</param>
/// <param name="AcknowledgedAt">When they said that it is deleted; null while they have not.</param>
/// <param name="Public">What of it everyone may read now, in the order in which it was sent. Nothing else of it is named.</param>
public sealed record CalledBackNotice(
    IReadOnlyList<DateOnly> SentOn, DateTime CalledBackAt, DateTime? AcknowledgedAt, IReadOnlyList<StillPublic> Public);

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

        var shown = await Of(link).Join(db.CaseStudies.Shown(clock.UtcNow), one => one.CaseStudyId, study => study.Id,
            (one, study) => new { one.Id, study.Title, study.Slug, one.Audience }).OrderBy(one => one.Id).ToListAsync(cancellation);
        return new(
            [.. rows.Select(one => DateOnly.FromDateTime(one.SentAt.InLondon())).Distinct().Order()], rows[0].CalledBackAt!.Value,
            rows.Max(one => one.AcknowledgedAt), [.. shown.Select(one => new StillPublic(one.Title, one.Slug, one.Audience)).Distinct()]);
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
