using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace InfoStory.Insight.Impact;

/// <summary>
/// Keeps the counts in step with the rows: by counting again what is marked, and by a recount of everything that puts right, and says, where it differs.
/// </summary>
public sealed partial class ImpactCounting(InfoStoryContext db, ImpactRecount recount, Batch batch, TimeProvider clock, ILogger<ImpactCounting> logger)
{
    private const int AtOnce = 200;

    /// <summary>Counts again every part of a month that is marked. A mark goes in the save that has the new number.</summary>
    public async Task FoldAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var due = db.ImpactMarks.Where(mark => mark.From <= now).GroupBy(mark => new { mark.Part, mark.Month })
            .OrderBy(marks => marks.Key.Month).ThenBy(marks => marks.Key.Part)
            .Select(marks => new PartOfMonth(marks.Key.Part, marks.Key.Month));
        await batch.EachAsync("FoldImpact", due, AtOnce, Key, part => FoldAsync(part, now, cancellation), cancellation);
    }

    /// <summary>Counts everything again, and puts right what differs.</summary>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        var isFirst = !await db.ImpactCounts.AnyAsync(cancellation);
        var (first, last) = (await recount.FirstMonthAsync(cancellation), ImpactMonth.Of(clock.UtcNow));
        if (await db.ImpactCounts.MinAsync(count => (DateOnly?)count.Month, cancellation) is { } kept && kept < first) first = kept;

        var all = Enum.GetValues<ImpactPart>().SelectMany(part => MonthsFrom(first, last).Select(month => new PartOfMonth(part, month))).ToList();
        await batch.EachAsync("CheckImpact", all.ToAsyncEnumerable(), all.Count, Key, part => CheckAsync(part, isFirst, cancellation), cancellation);
    }

    private async Task<int> FoldAsync(PartOfMonth part, DateTime now, CancellationToken cancellation)
    {
        // In this order: whoever counts at the same time has changed a row, or taken a mark, that is read here first.
        var kept = await KeptAsync(part, cancellation);
        var marks = await db.ImpactMarks.Where(mark => mark.Part == part.Part && mark.Month == part.Month && mark.From <= now).ToListAsync(cancellation);
        foreach (var (figure, count) in await recount.CountAsync(part.Part, part.Month, cancellation)) Of(kept, figure, part.Month, count)?.Become(count);

        db.ImpactMarks.RemoveRange(marks);
        await db.SaveOrConflictAsync(cancellation);
        return marks.Count;
    }

    private async Task<int> CheckAsync(PartOfMonth part, bool isFirst, CancellationToken cancellation)
    {
        var (now, kept) = (clock.UtcNow, await KeptAsync(part, cancellation));
        var found = (await recount.CountAsync(part.Part, part.Month, cancellation))
            .Where(one => one.Value != (kept.GetValueOrDefault(one.Key)?.Count ?? 0)).Select(one => (Figure: one.Key, Count: one.Value)).ToList();
        // What is marked has only not been counted yet.
        if (found.Count == 0 || await db.ImpactMarks.AnyAsync(mark => mark.Part == part.Part && mark.Month == part.Month && mark.From <= now, cancellation))
            return 0;

        var differences = found.ConvertAll(one => (one.Figure, Was: kept.GetValueOrDefault(one.Figure)?.Count ?? 0, one.Count));
        foreach (var (figure, count) in found)
        {
            if (isFirst) Of(kept, figure, part.Month, count)?.Become(count);
            else Of(kept, figure, part.Month, count)?.Correct(count, now);
        }

        await db.SaveOrConflictAsync(cancellation);
        if (isFirst) return 0;

        foreach (var (figure, was, count) in differences) PutRight(figure, part.Month, was, count);
        return differences.Count;
    }

    private Task<Dictionary<ImpactFigure, ImpactCount>> KeptAsync(PartOfMonth part, CancellationToken cancellation)
    {
        var figures = ImpactFigures.Of(part.Part);
        return db.ImpactCounts.Where(count => count.Month == part.Month && figures.Contains(count.Figure))
            .ToDictionaryAsync(count => count.Figure, cancellation);
    }

    /// <summary>The row of a figure, made where there is something to count; null where there is neither.</summary>
    private ImpactCount? Of(Dictionary<ImpactFigure, ImpactCount> kept, ImpactFigure figure, DateOnly month, int count) =>
        kept.TryGetValue(figure, out var there) ? there
        : count > 0 ? db.ImpactCounts.Add(new() { Figure = figure, Month = month }).Entity
        : null;

    private static IEnumerable<DateOnly> MonthsFrom(DateOnly first, DateOnly last)
    {
        for (var month = first; month <= last; month = month.AddMonths(1)) yield return month;
    }

    private static long Key(PartOfMonth part) => (part.Month.DayNumber * 10L) + (int)part.Part;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The count of {Figure} in the month of {Month} was {Was}; a recount found {Count}, which stands now")]
    private partial void PutRight(ImpactFigure figure, DateOnly month, int was, int count);

    private sealed record PartOfMonth(ImpactPart Part, DateOnly Month);
}
