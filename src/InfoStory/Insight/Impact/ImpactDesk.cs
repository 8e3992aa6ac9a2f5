using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Insight.Impact;

/// <summary>The figures of the last twelve months exactly, with what is silent and overdue now, and where a recount last differed (null where never).</summary>
public sealed record ImpactOnDesk(
    IReadOnlyList<DateOnly> Months, IReadOnlyDictionary<(ImpactFigure Figure, DateOnly Month), int> Counts, IReadOnlyList<AskRow> Silent,
    IReadOnlyList<PromiseRow> Overdue, DateTime? CorrectedAt)
{
    public int In(ImpactFigure figure, DateOnly month) => Counts.GetValueOrDefault((figure, month));

    public int Total(ImpactFigure figure) => Months.Sum(month => In(figure, month));
}

/// <summary>What the public reads in fives, exactly: for publishers.</summary>
public sealed class ImpactDesk(InfoStoryContext db, AskDesk asks, PromiseDesk promises, TimeProvider clock)
{
    /// <summary>Few statements, however many stories there are. The lists are the first page of each, longest due first.</summary>
    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    public async Task<ImpactOnDesk> ShowAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher sees the figures exactly.");
        var months = ImpactMonth.Until(ImpactMonth.Of(clock.UtcNow), ImpactBook.MonthsShown);
        var open = await promises.ListAsync(open: true, after: null, actor, cancellation);
        return new(
            months, await ImpactBook.CountsAsync(db, months, cancellation),
            (await asks.ListAsync(AskFilter.Silent, after: null, actor, cancellation)).Rows,
            [.. open.Rows.Where(promise => promise.State == PromiseState.Overdue)],
            await db.ImpactCounts.MaxAsync(count => count.CorrectedAt, cancellation));
    }
}
