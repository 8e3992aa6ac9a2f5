using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Letters;

/// <summary>
/// Holds the limit of letters per minute of the clock, over all processes that share the database: all count in one row. Over any 60 seconds it may be twice
/// the limit, where they straddle two minutes.
/// </summary>
public sealed class LetterPacing(InfoStoryContext db, LettersOut way, TimeProvider clock)
{
    private const int MostAsked = 5, ClocksApart = 2;

    /// <summary>Takes the right to send up to so many letters now. What is taken and not used is lost.</summary>
    /// <returns>How many; 0 where this minute is full.</returns>
    public async Task<int> TakeAsync(int wanted, CancellationToken cancellation)
    {
        if (way.PerMinute == 0) return wanted;

        var minute = clock.UtcNow.Ticks / TimeSpan.TicksPerMinute;
        wanted = Math.Min(wanted, way.PerMinute);
        for (var asked = 0; wanted > 0 && asked < MostAsked; asked++)
        {
            if (await TryTakeAsync(minute, wanted, cancellation)) return wanted;

            var taken = await db.Set<LetterPace>().Where(pace => pace.Id == LetterPace.Only).Select(pace => pace.Taken).SingleAsync(cancellation);
            wanted = Math.Min(wanted, way.PerMinute - taken);
        }

        return 0;
    }

    /// <summary>Another process whose clock is ahead may have begun the next minute; what is further ahead was a wrong clock, and is begun anew.</summary>
    private async Task<bool> TryTakeAsync(long minute, int wanted, CancellationToken cancellation)
    {
        var most = way.PerMinute - wanted;
        return await db.Set<LetterPace>().Where(pace => pace.Id == LetterPace.Only)
            .Where(pace => pace.Minute < minute || pace.Minute > minute + ClocksApart || pace.Taken <= most)
            .ExecuteUpdateAsync(set => set
                .SetProperty(pace => pace.Taken, pace => pace.Minute < minute || pace.Minute > minute + ClocksApart ? wanted : pace.Taken + wanted)
                .SetProperty(pace => pace.Minute, pace => pace.Minute < minute || pace.Minute > minute + ClocksApart ? minute : pace.Minute),
            cancellation) == 1;
    }
}
