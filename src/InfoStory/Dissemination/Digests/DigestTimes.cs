using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;

namespace InfoStory.Dissemination.Digests;

/// <summary>When digests are made: in working hours in London, so that somebody is there who can see to them.</summary>
public static class DigestTimes
{
    /// <summary>
    /// What is newer waits for the next look: whoever has just published may still take it back, and no save that began before goes unseen.
    /// </summary>
    public static readonly TimeSpan Settles = TimeSpan.FromMinutes(10);

    /// <summary>Whether digests of this rhythm are to be made now that were last looked for at that moment.</summary>
    /// <param name="lookedAt">Null where they never were.</param>
    public static bool AreDue(Rhythm rhythm, DateTime? lookedAt, DateTime now) =>
        lookedAt is null || (WorkingDays.IsOpen(now) && (rhythm == Rhythm.AtOnce || lookedAt < LastTime(rhythm, now)));

    /// <summary>When working hours last began on the first working day of a week, or of a month.</summary>
    public static DateTime LastTime(Rhythm rhythm, DateTime now)
    {
        var first = FirstDay(rhythm, DateOnly.FromDateTime(now.InLondon()));
        var opening = WorkingDays.Opening(WorkingDays.OnOrAfter(first));
        return opening <= now ? opening : WorkingDays.Opening(WorkingDays.OnOrAfter(FirstDay(rhythm, first.AddDays(-1))));
    }

    private static DateOnly FirstDay(Rhythm rhythm, DateOnly day) =>
        rhythm == Rhythm.Monthly ? new(day.Year, day.Month, 1) : day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
