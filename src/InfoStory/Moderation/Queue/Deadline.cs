using InfoStory.Data.Time;
using InfoStory.Stories;

namespace InfoStory.Moderation.Queue;

/// <summary>What the site promises authors, as the queue counts it (<see cref="DueDates"/>).</summary>
public static class Deadline
{
    /// <summary>The day by which the team owes a story its next step; null where it owes none.</summary>
    public static DateOnly? For(StoryState state, DateTime owedSince) => state switch
    {
        StoryState.Received => DueDates.Read(owedSince),
        StoryState.InReview => DueDates.Decided(owedSince),
        _ => null,
    };

    /// <summary>True once that day is over.</summary>
    public static bool IsLate(StoryState state, DateTime owedSince, DateTime now) => For(state, owedSince) < DateOnly.FromDateTime(now.InLondon());

    /// <summary>What the team has owed in this state since before this moment is late now; null where it owes nothing.</summary>
    public static DateTime? LateBefore(StoryState state, DateTime now)
    {
        var day = DateOnly.FromDateTime(now.InLondon());
        if (For(state, day.BeginsAt()) is null) return null;

        while (!IsLate(state, day.BeginsAt(), now)) day = day.AddDays(-1);
        return day.AddDays(1).BeginsAt();
    }

    /// <summary>How many days ago that day was; 0 where it is not over, or no step is owed.</summary>
    public static int DaysLate(StoryState state, DateTime owedSince, DateTime now) =>
        For(state, owedSince) is { } day ? Math.Max(0, DateOnly.FromDateTime(now.InLondon()).DayNumber - day.DayNumber) : 0;

    /// <summary>How long the team has owed the next step, such as 3 hours or 2 days.</summary>
    public static string Age(DateTime owedSince, DateTime now) => (now - owedSince) switch
    {
        { TotalMinutes: < 60 } age => Number((int)age.TotalMinutes, "minute"),
        { TotalHours: < 48 } age => Number((int)age.TotalHours, "hour"),
        var age => Number((int)age.TotalDays, "day"),
    };

    private static string Number(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
