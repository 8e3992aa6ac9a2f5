using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>An open promise begins to be due two weeks before its day, and is overdue when the day is over: both at midnight in London.</summary>
internal sealed class PromiseMoments : IPublicMoment
{
    public async Task<DateTime?> NextAsync(InfoStoryContext db, DateTime now, CancellationToken cancellation)
    {
        // Which promise it is does not matter, only whether there is one: at worst a midnight on which nothing changes.
        var open = await db.Promises.AnyAsync(promise => promise.Outcome == PromiseOutcome.Open, cancellation);
        return open ? PromiseStanding.Day(now).AddDays(1).BeginsAt() : null;
    }
}
