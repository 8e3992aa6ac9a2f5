using System.Globalization;

namespace InfoStory.Stories;

/// <summary>What a chain of hand-offs comes to. It is always worked out from the steps, never typed or stored.</summary>
public static class HandOffs
{
    private const int Hour = 60, Day = 24 * Hour, Week = 7 * Day, Month = 30 * Day, Year = 365 * Day;

    /// <summary>How many times the story was told: once at the first step, and again at every further step that says so; 0 without a step.</summary>
    public static int TimesTold(IEnumerable<HandOff> steps) =>
        steps.Where(step => !step.IsBlank).Select((step, place) => place == 0 || step.ToldAgain == true ? 1 : 0).Sum();

    /// <summary>
    /// One sentence such as "Told 6 times to 5 services in about 7 weeks."; null where no step says anything.
    /// The time is the sum of the waits, in the largest unit of which there are at least two.
    /// </summary>
    public static string? InWords(IReadOnlyCollection<HandOff> steps)
    {
        if (TimesTold(steps) is not (> 0 and var told)) return null;

        var services = steps.Where(step => step.ServiceId is not null).Select(step => step.ServiceId).Distinct().Count();
        var never = steps.Count(step => step.Waited == Waited.NobodyCameBack);
        return string.Concat(
            told switch { 1 => "Told once", 2 => "Told twice", _ => $"Told {told} times" },
            services == 0 ? "" : $" to {Many(services, "service")}",
            Time(steps.Sum(step => step.Waited?.Minutes() ?? 0)) is { } time ? $" in {time}" : "",
            never switch { 0 => "", 1 => ", and one never came back", _ => $", and {never} never came back" },
            ".");
    }

    /// <summary>The wait in minutes, as near as the choice tells; 0 where nobody came back.</summary>
    public static int Minutes(this Waited waited) => waited switch
    {
        Waited.NotAtAll or Waited.NobodyCameBack => 0,
        Waited.TenMinutes => 10,
        Waited.HalfAnHour => 30,
        Waited.Hour => Hour,
        Waited.HalfADay => 4 * Hour,
        Waited.Day => Day,
        Waited.TwoOrThreeDays => 5 * Day / 2,
        Waited.Week => Week,
        Waited.TwoWeeks => 2 * Week,
        Waited.Month => Month,
        Waited.ThreeMonths => 3 * Month,
        Waited.HalfAYear => 6 * Month,
        Waited.YearOrMore => Year,
    };

    private static string? Time(int minutes) => minutes switch
    {
        0 => null,
        < 2 * Hour => $"about {Many(minutes, "minute")}",
        < 2 * Day => $"about {Many(Round(minutes, Hour), "hour")}",
        < 2 * Week => $"about {Many(Round(minutes, Day), "day")}",
        < 4 * Month => $"about {Many(Round(minutes, Week), "week")}",
        < 2 * Year => $"about {Many(Round(minutes, Month), "month")}",
        _ => $"about {Many(Round(minutes, Year), "year")}",
    };

    private static int Round(int minutes, int unit) => (minutes + (unit / 2)) / unit;

    private static string Many(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
