using System.Linq.Expressions;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Rights;

/// <summary>One rule of retention, in words, and how many stories it concerns now.</summary>
public sealed record RetentionLine(string Rule, int Stories);

/// <summary>How many stories were erased in one month.</summary>
public sealed record ErasedLine(string Month, StoryState State, bool ByAuthor, int Stories);

/// <summary>How long a story is kept in each state, and what happens then (docs/privacy.md has the same table).</summary>
public sealed class Retention(InfoStoryContext db, Batch batch, Erasure erasure, TimeProvider clock)
{
    /// <summary>The most stories that one run erases by one rule; the rest follow the next day.</summary>
    public const int MostAtOnce = 500;

    /// <summary>For so many months after the decision a declined story is kept.</summary>
    public const int AfterDeclined = 6;

    private const int AfterTakenBack = 12, AfterPermission = 6, WithoutPermission = 24;

    private static readonly TimeSpan TooLong = TimeSpan.FromDays(90);

    /// <summary>What a run would do now, rule by rule, and what waits for somebody; nothing is changed.</summary>
    public async Task<IReadOnlyList<RetentionLine>> ReportAsync(CancellationToken cancellation)
    {
        List<RetentionLine> lines = [];
        foreach (var (words, due) in Rules(clock.UtcNow)) lines.Add(new(words, await db.Stories.CountAsync(due, cancellation)));

        var before = clock.UtcNow - TooLong;
        var waiting = await db.Stories.CountAsync(
            story => (story.State == StoryState.Received || story.State == StoryState.InReview
                || story.State == StoryState.OnHold || story.Turn == AuthorTurn.Answer) && story.ReceivedAt < before,
            cancellation);
        lines.Add(new("Undecided for 90 days: never erased by itself, somebody must decide", waiting));
        return lines;
    }

    /// <summary>Erases what the rules say, at most <see cref="MostAtOnce"/> stories by each, every one in a save of its own, and returns how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var (number, (_, which)) in Rules(clock.UtcNow).Index())
        {
            var due = db.Stories.Where(which).OrderBy(story => story.Id).Select(story => story.Id);
            erased += await batch.EachAsync(
                $"{nameof(Retention)}.{number + 1}", due, MostAtOnce, id => id.Value, id => EraseAsync(id, cancellation), cancellation);
        }

        return erased;
    }

    /// <summary>What was erased, by month; all that is left of it.</summary>
    public Task<List<ErasedLine>> ErasedAsync(CancellationToken cancellation) =>
        db.Set<ErasedCount>().AsNoTracking().OrderBy(count => count.Month).ThenBy(count => count.Id)
            .Select(count => new ErasedLine(count.Month, count.State, count.ByAuthor, count.Stories)).ToListAsync(cancellation);

    private async Task<int> EraseAsync(Id<Story> id, CancellationToken cancellation)
    {
        await erasure.EraseAsync(id, byAuthor: false, cancellation);
        return 1;
    }

    private static IEnumerable<(string Words, Expression<Func<Story, bool>> Due)> Rules(DateTime now)
    {
        var (declined, takenBack, ended, without) =
            (now.AddMonths(-AfterDeclined), now.AddMonths(-AfterTakenBack), now.AddMonths(-AfterPermission), now.AddMonths(-WithoutPermission));
        yield return ($"Declined {AfterDeclined} months ago: erased", story => story.State == StoryState.Declined && story.DecidedAt < declined);
        yield return ($"Taken back {AfterTakenBack} months ago: what remained is erased", story => story.State == StoryState.Withdrawn
            && story.DecidedAt < takenBack);
        yield return (
            $"Every permission ended {AfterPermission} months ago: erased, with its case studies",
            story => (story.State == StoryState.WithAuthor || story.State == StoryState.Ready || story.State == StoryState.Published)
                && story.Consents.Any() && story.Consents.All(consent => consent.ExpiresAt < ended || consent.WithdrawnAt < ended));
        yield return (
            $"Never allowed beyond the team, decided {WithoutPermission} months ago: erased",
            story => (story.State == StoryState.WithAuthor || story.State == StoryState.Ready) && !story.Consents.Any() && story.DecidedAt < without);
    }
}
