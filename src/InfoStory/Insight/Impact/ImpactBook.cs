using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Insight.Impact;

/// <summary>Reads the counts for everyone, rounded. No story is looked at.</summary>
public sealed class ImpactBook(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>How many months are shown, this one included.</summary>
    public const int MonthsShown = 12;

    /// <summary>The figures of the last twelve months. One statement, however many stories there are.</summary>
    public async Task<PublicImpact> ReadAsync(CancellationToken cancellation)
    {
        var months = ImpactMonth.Until(ImpactMonth.Of(clock.UtcNow), MonthsShown);
        return new(months, await CountsAsync(db, months, cancellation));
    }

    internal static Task<Dictionary<(ImpactFigure Figure, DateOnly Month), int>> CountsAsync(
        InfoStoryContext db, IReadOnlyList<DateOnly> months, CancellationToken cancellation)
    {
        var (first, last) = (months[0], months[^1]);
        return db.ImpactCounts.AsNoTracking().Where(count => count.Month >= first && count.Month <= last)
            .ToDictionaryAsync(count => (count.Figure, count.Month), count => count.Count, cancellation);
    }
}

/// <summary>Says whether the counts have changed: for caches, which do not make every page anew for a story that comes.</summary>
public sealed class ImpactVersion(IDbContextFactory<InfoStoryContext> contexts)
{
    /// <summary>A number that only grows, and does with every count that changes. One statement on a few hundred rows.</summary>
    public async Task<long> CurrentAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.ImpactCounts.SumAsync(count => count.Revision + 1L, cancellation);
    }
}
