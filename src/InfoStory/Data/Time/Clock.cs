namespace InfoStory.Data.Time;

/// <summary>The time as InfoStory keeps it (UTC) and as it shows it (London).</summary>
public static class Clock
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    extension(TimeProvider clock)
    {
        public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;
    }

    /// <summary>Today on a London clock.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.UtcNow.InLondon());

    /// <summary>The moment at which this day begins in London.</summary>
    public static DateTime BeginsAt(this DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), London);

    /// <summary>The same moment on a London clock.</summary>
    public static DateTime InLondon(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, London);

    /// <summary>The moment (UTC) that a London clock shows so. In the hour that comes twice it is the second one; the one that is left out is none.</summary>
    public static DateTime FromLondon(this DateTime shown) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(shown, DateTimeKind.Unspecified), London);
}
