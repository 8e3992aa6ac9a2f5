using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Recalls;

/// <summary>How many of one kind were sent something, and never who. Times in UTC.</summary>
/// <param name="Asked">They are organisations that were asked to answer; else they read as <paramref name="Audience"/>.</param>
/// <param name="Last">The newest; the same as <paramref name="First"/> where all went at once.</param>
/// <param name="CalledBack">From how many it was called back.</param>
/// <param name="CalledBackAt">When last; null where it was not.</param>
/// <param name="Acknowledged">How many of them said that it is deleted.</param>
/// <param name="Unreached">How many of them could not be written to any more.</param>
public sealed record SentTo(
    bool Asked, Audience Audience, int Count, DateTime First, DateTime Last, int CalledBack, DateTime? CalledBackAt, int Acknowledged, int Unreached);

/// <summary>What was sent of a story, for its author.</summary>
public sealed class SentOut(InfoStoryContext db)
{
    /// <summary>
    /// To whom case studies drawn from the story went, by kind; asks first. Those who have two of them count twice. One statement. After the author took the
    /// story back it still says what was called back.
    /// </summary>
    public async Task<IReadOnlyList<SentTo>> OfStoryAsync(Id<Story> id, CancellationToken cancellation)
    {
        var studies = db.Set<CaseStudyStory>().Where(drawn => drawn.StoryId == id).Select(drawn => drawn.CaseStudyId);
        var kinds = await CountAsync(db.Deliveries.Where(one => studies.Contains(one.CaseStudyId)), cancellation);
        return [.. kinds.Select(kind => kind.Sent)];
    }

    /// <summary>What these deliveries come to, for each case study, asks first. One statement.</summary>
    internal static async Task<IReadOnlyList<(Id<CaseStudy> Study, SentTo Sent)>> CountAsync(IQueryable<Delivery> deliveries, CancellationToken cancellation)
    {
        var parts = await deliveries
            .GroupBy(one => new { one.CaseStudyId, Asked = one.Recipient.StartsWith(AskLetters.Recipient) ? one.Recipient : null, one.Audience })
            .Select(kind => new Part(
                kind.Key.CaseStudyId, kind.Key.Asked, kind.Key.Audience, kind.Count(), kind.Min(one => one.SentAt), kind.Max(one => one.SentAt),
                kind.Count(one => one.CalledBackAt != null), kind.Max(one => one.CalledBackAt), kind.Count(one => one.AcknowledgedAt != null),
                kind.Count(one => one.CalledBackAt != null && one.LinkId == null))).ToListAsync(cancellation);
        // An organisation is one, whether or not it may be the service that a story is about.
        return
        [
            .. parts.GroupBy(part => (part.Study, IsAsked: part.Asked is not null, Audience: part.Asked is null ? part.Audience : Audience.NamedService))
                .OrderByDescending(kind => kind.Key.IsAsked).ThenBy(kind => kind.Key.Audience).ThenBy(kind => kind.Min(one => one.First))
                .Select(kind => (kind.Key.Study, new SentTo(
                    kind.Key.IsAsked, kind.Key.Audience, Number(kind, one => one.Count), kind.Min(one => one.First), kind.Max(one => one.Last),
                    Number(kind, one => one.CalledBack), kind.Max(one => one.CalledBackAt), Number(kind, one => one.Acknowledged),
                    Number(kind, one => one.Unreached)))),
        ];
    }

    /// <summary>An organisation is one, however often it was asked.</summary>
    private static int Number(IEnumerable<Part> parts, Func<Part, int> count) =>
        parts.GroupBy(part => part.Holder).Sum(one => one.Key is null ? one.Sum(count) : Math.Min(one.Sum(count), 1));

    /// <param name="Asked">The recipient of one ask; null for all others together.</param>
    private sealed record Part(
        Id<CaseStudy> Study, string? Asked, Audience Audience, int Count, DateTime First, DateTime Last, int CalledBack, DateTime? CalledBackAt,
        int Acknowledged, int Unreached)
    {
        public string? Holder => Asked is null ? null : Delivery.HolderIn(Asked);
    }
}
