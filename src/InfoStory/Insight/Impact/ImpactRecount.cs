using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Protection;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Insight.Impact;

/// <summary>
/// Counts a month from the rows themselves: what each figure is stands here and nowhere else. What an author took back is counted in none of them.
/// </summary>
public sealed class ImpactRecount(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>A case study reaches an audience where it goes there within so many days of its first publication.</summary>
    public const int DaysToReach = 7;

    /// <summary>What tells of something that went wrong.</summary>
    private static readonly StoryKind[] Concern = [StoryKind.Failed, StoryKind.NearlyFailed, StoryKind.SharedWrongly, StoryKind.StillWaiting];

    /// <summary>Every figure of this part in this month. Reads that month's rows along an index, and no others.</summary>
    public Task<IReadOnlyDictionary<ImpactFigure, int>> CountAsync(ImpactPart part, DateOnly month, CancellationToken cancellation)
    {
        var (from, to) = ImpactMonth.Moments(month);
        return part switch
        {
            ImpactPart.Stories => StoriesAsync(from, to, cancellation),
            ImpactPart.CaseStudies => CaseStudiesAsync(from, to, cancellation),
            ImpactPart.Asks => AsksAsync(from, to, cancellation),
            ImpactPart.Promises => PromisesAsync(from, to, cancellation),
        };
    }

    /// <summary>The first month in which there is anything to count; this one where there is nothing. Four statements.</summary>
    public async Task<DateOnly> FirstMonthAsync(CancellationToken cancellation)
    {
        DateTime?[] first =
        [
            await db.Stories.ForCounting().MinAsync(story => (DateTime?)story.ReceivedAt, cancellation),
            await db.CaseStudies.Where(study => study.FirstPublishedAt != null).MinAsync(study => study.FirstPublishedAt, cancellation),
            await db.Asks.MinAsync(ask => (DateTime?)ask.PutAt, cancellation),
            await db.Set<PromiseEvent>().Where(one => one.Kind == PromiseEventKind.Planned).MinAsync(one => (DateTime?)one.At, cancellation),
        ];
        return ImpactMonth.Of(first.Min() ?? clock.UtcNow);
    }

    private async Task<IReadOnlyDictionary<ImpactFigure, int>> StoriesAsync(DateTime from, DateTime to, CancellationToken cancellation) =>
        new Dictionary<ImpactFigure, int>
        {
            [ImpactFigure.Heard] = await db.Stories.ForCounting().CountAsync(story => story.ReceivedAt >= from && story.ReceivedAt < to, cancellation),
        };

    private async Task<IReadOnlyDictionary<ImpactFigure, int>> CaseStudiesAsync(DateTime from, DateTime to, CancellationToken cancellation)
    {
        var studies = db.CaseStudies.AsNoTracking().Where(study => study.FirstPublishedAt >= from && study.FirstPublishedAt < to
            && !study.Stories.Any(drawn => drawn.Story!.State == StoryState.Withdrawn));
        var (promises, deliveries) = (db.Promises, db.Deliveries);
        var counted = await studies.Select(study => new { study.Kind, HasPromise = promises.Any(promise => promise.CaseStudyId == study.Id) })
            .ToListAsync(cancellation);
        var concerns = counted.FindAll(study => Concern.Contains(study.Kind));
        var counts = new Dictionary<ImpactFigure, int>
        {
            [ImpactFigure.Published] = counted.Count,
            [ImpactFigure.Concerns] = concerns.Count,
            [ImpactFigure.ConcernsWithPromise] = concerns.Count(study => study.HasPromise),
        };
        HashSet<Id<CaseStudy>> reached = [];
        foreach (var audience in Enum.GetValues<Audience>())
        {
            // The first of them is found along an index, however many subscribers had it.
            var sent = await studies.Select(study => new
            {
                study.Id,
                study.FirstPublishedAt,
                First = deliveries
                    .Where(one => one.CaseStudyId == study.Id && one.Audience == audience && !one.Recipient.StartsWith(AskLetters.Recipient))
                    .OrderBy(one => one.SentAt).Select(one => (DateTime?)one.SentAt).FirstOrDefault(),
                // An organisation that is asked is a service, also where nothing but being public lets it have the case study.
                Asked = audience != Audience.NamedService ? null : deliveries
                    .Where(one => one.CaseStudyId == study.Id && one.Recipient.StartsWith(AskLetters.Recipient)).Min(one => (DateTime?)one.SentAt),
            }).ToListAsync(cancellation);
            var inTime = sent.FindAll(study =>
                study.FirstPublishedAt!.Value.AddDays(DaysToReach) is var end && (study.First < end || study.Asked < end));
            counts[ImpactFigures.ReachedBy(audience)] = inTime.Count;
            reached.UnionWith(inTime.Select(study => study.Id));
        }

        counts[ImpactFigure.Reached] = reached.Count;
        return counts;
    }

    private async Task<IReadOnlyDictionary<ImpactFigure, int>> AsksAsync(DateTime from, DateTime to, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var asks = (await db.Asks.AsNoTracking().Include(ask => ask.Events).Where(ask => ask.PutAt >= from && ask.PutAt < to
                && !ask.CaseStudy!.Stories.Any(drawn => drawn.Story!.State == StoryState.Withdrawn)).ToListAsync(cancellation))
            .Select(ask => ask.Stands(now)).Where(stands => stands.Phase is not (AskPhase.PassedOn or AskPhase.Joined or AskPhase.CalledOff))
            // Whom our letter never reached was not asked.
            .Where(stands => stands is not { Phase: AskPhase.Silent, IsUnreached: true }).ToList();
        return new Dictionary<ImpactFigure, int>
        {
            [ImpactFigure.Put] = asks.Count,
            [ImpactFigure.Answered] = asks.Count(stands => stands.Phase == AskPhase.Answered && stands.Since <= stands.Due),
            [ImpactFigure.Silent] = asks.Count(stands => stands.Phase == AskPhase.Silent),
        };
    }

    private async Task<IReadOnlyDictionary<ImpactFigure, int>> PromisesAsync(DateTime from, DateTime to, CancellationToken cancellation)
    {
        var outcomes = await db.Set<PromiseEvent>().AsNoTracking()
            .Where(one => one.Kind == PromiseEventKind.Planned && one.At >= from && one.At < to)
            .Join(db.Promises, one => one.PromiseId, promise => promise.Id, (_, promise) => promise.Outcome).ToListAsync(cancellation);
        return new Dictionary<ImpactFigure, int>
        {
            [ImpactFigure.Promised] = outcomes.Count,
            [ImpactFigure.Confirmed] = outcomes.Count(outcome => outcome == PromiseOutcome.Confirmed),
        };
    }
}
