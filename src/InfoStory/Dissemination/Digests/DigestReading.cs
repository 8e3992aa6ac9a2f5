using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Protection;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Digests;

/// <summary>Something that everyone may read since that moment, in one sentence.</summary>
internal sealed record DigestEvent(Id<CaseStudy> Of, DateTime At, string Words);

/// <summary>Reads what of a digest may go to its audience at this moment.</summary>
public sealed class DigestReading(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>What is hard to read in words that have not changed is looked for once.</summary>
    private readonly Dictionary<(Id<CaseStudy> Study, DateTime UpdatedAt), IReadOnlyList<ContentNote>> notes = [];

    /// <summary>What became public for this audience after one moment and until another, in that order.</summary>
    internal async Task<List<(Id<CaseStudy> Id, DateTime At)>> FreshAsync(
        SubscriberAudience audience, DateTime from, DateTime until, CancellationToken cancellation) =>
        (await db.CaseStudies.ShownTo(audience.ReadsAs(), clock.UtcNow).Where(study => study.PublishedAt > from && study.PublishedAt <= until)
            .OrderBy(study => study.PublishedAt).ThenBy(study => study.Id).Select(study => new { study.Id, study.PublishedAt }).ToListAsync(cancellation))
        .ConvertAll(study => (study.Id, study.PublishedAt!.Value));

    /// <summary>What was answered, promised, made or kept, whoever may be told of it. Three statements at most.</summary>
    internal async Task<List<DigestEvent>> EventsAsync(DateTime from, DateTime until, CancellationToken cancellation)
    {
        var answers = await db.Asks.AsNoTracking()
            .SelectMany(ask => ask.Events, (ask, one) => new
            {
                ask.CaseStudyId,
                Organisation = ask.Organisation!.Name,
                one.Kind,
                one.On,
                one.At,
                IsUndone = ask.Events.Any(later => later.Kind == AskEventKind.AnswerUndone && later.Id > one.Id),
            })
            .Where(one => one.Kind == AskEventKind.Answered && one.At > from && one.At <= until && !one.IsUndone).ToListAsync(cancellation);
        var steps = await db.Promises.AsNoTracking().Where(promise => promise.ChangedAt > from)
            .SelectMany(promise => promise.Events, (promise, one) => new
            {
                promise.Id,
                promise.CaseStudyId,
                Organisation = promise.Organisation!.Name,
                promise.What,
                promise.DueAt,
                promise.Outcome,
                one.Kind,
                one.At,
            })
            .Where(one => one.At > from && one.At <= until).ToListAsync(cancellation);
        var known = await KnownAsync([.. steps.Where(step => IsVerdict(step.Outcome)).Select(step => step.Id).Distinct()], from, cancellation);
        return
        [
            .. answers.Select(one => new DigestEvent(one.CaseStudyId, one.At, $"{one.Organisation} replied on {DigestText.InWords(one.On)}.")),
            .. from step in steps
               group step by step.Id into promise
               let last = promise.MaxBy(one => one.At)!
               let kinds = promise.Select(one => one.Kind).ToHashSet()
               // That it is fixed, or is not, is told once for each time that it was made.
               where !known.Contains((promise.Key, last.Outcome)) || kinds.Contains(PromiseEventKind.Made)
               let words = Words(last.Outcome, kinds, PromiseStanding.Day(last.DueAt))
               where words is not null
               select new DigestEvent(last.CaseStudyId, last.At, $"{last.Organisation} {words}: {last.What.ReplaceLineEndings(" ")}"),
        ];
    }

    /// <summary>The case studies and events of which this audience may be told now. Two statements, and one for what is read the first time.</summary>
    internal async Task<DigestIssue> ReadAsync(
        SubscriberAudience audience, IReadOnlyCollection<Id<CaseStudy>> items, IReadOnlyCollection<DigestEvent> events, CancellationToken cancellation)
    {
        var (now, readsAs, keys) = (clock.UtcNow, audience.ReadsAs(), items.Union(events.Select(one => one.Of)).ToList());
        if (keys.Count == 0) return new([], []);

        var found = await db.CaseStudies.ShownTo(readsAs, now).AsNoTracking().Where(study => keys.Contains(study.Id))
            .OrderBy(study => study.PublishedAt).ThenBy(study => study.Id)
            .Select(study => new
            {
                study.Id,
                study.PublishedAt,
                study.Title,
                study.Summary,
                study.Slug,
                study.UpdatedAt,
                study.PublicUntil,
                Ends = study.Stories.Select(drawn => drawn.Story!.Consents.Where(one => one.Audience == readsAs && one.WithdrawnAt == null)
                    .Max(one => (DateTime?)one.ExpiresAt)).ToList(),
            }).ToListAsync(cancellation);
        await NoteAsync([.. found.Where(study => !notes.ContainsKey((study.Id, study.UpdatedAt))).Select(study => study.Id)], now, cancellation);
        var pieces = found.ToDictionary(study => study.Id, study => new DigestPiece(
            study.Id, study.PublishedAt!.Value, study.Title, study.Summary, study.Slug, study.Ends.Append(study.PublicUntil).OfType<DateTime>().Min(),
            notes.GetValueOrDefault((study.Id, study.UpdatedAt), [])));
        return new(
            [.. found.Where(study => items.Contains(study.Id)).Select(study => pieces[study.Id])],
            [.. events.Where(one => pieces.ContainsKey(one.Of)).OrderBy(one => one.At).Select(one => new DigestNews(one.At, one.Words, pieces[one.Of]))]);
    }

    private static bool IsVerdict(PromiseOutcome outcome) => outcome is PromiseOutcome.Confirmed or PromiseOutcome.NotConfirmed;

    /// <summary>What those who live with them had said of these promises at that moment already.</summary>
    private async Task<HashSet<(Id<Promise>, PromiseOutcome)>> KnownAsync(List<Id<Promise>> promises, DateTime at, CancellationToken cancellation)
    {
        if (promises.Count == 0) return [];

        var before = await db.Set<PromiseEvent>().AsNoTracking().Where(one => promises.Contains(one.PromiseId) && one.At <= at)
            .OrderBy(one => one.Id).ToListAsync(cancellation);
        return [.. before.GroupBy(one => one.PromiseId).Select(one => (one.Key, PromiseStanding.Of([.. one]).Outcome))];
    }

    private static string? Words(PromiseOutcome outcome, IReadOnlySet<PromiseEventKind> kinds, DateOnly due) => outcome switch
    {
        PromiseOutcome.Dropped when kinds.Contains(PromiseEventKind.Dropped) => "will not do what it promised, and the page of the promise says why",
        PromiseOutcome.Dropped => null,
        PromiseOutcome.NotConfirmed when kinds.Contains(PromiseEventKind.Made) || kinds.Contains(PromiseEventKind.AuthorSaid) =>
            "says that it has made a change, and somebody who told the story says that it is not fixed",
        PromiseOutcome.Confirmed when kinds.Contains(PromiseEventKind.AuthorSaid) || kinds.Contains(PromiseEventKind.OthersConfirmed) => "kept its promise",
        _ when kinds.Contains(PromiseEventKind.Made) => "says that it has made a change",
        _ when kinds.Contains(PromiseEventKind.Planned) => $"promised a change by {DigestText.InWords(due)}",
        _ => null,
    };

    private async Task NoteAsync(List<Id<CaseStudy>> studies, DateTime now, CancellationToken cancellation)
    {
        if (studies.Count == 0) return;

        var texts = await db.CaseStudies.Shown(now).AsNoTracking().Where(study => studies.Contains(study.Id)).ToListAsync(cancellation);
        foreach (var text in texts)
            notes[(text.Id, text.UpdatedAt)] = [.. SafetyNet.Notes(string.Join("\n\n", text.Passages().Prepend(text.Title))).Order()];
    }
}
