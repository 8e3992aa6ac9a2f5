using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Stories;

/// <summary>
/// How many times a story was told, to how many services, and how long it took: the one place that decides. It is worked out from the chain of
/// hand-offs; where that says nothing, from the two quick answers (docs/decisions/0060).
/// </summary>
public static class HandOffs
{
    private const int Hour = 60, Day = 24 * Hour, Week = 7 * Day, Month = 30 * Day, Year = 365 * Day;

    /// <summary>The most that a quick answer says: so many, or more.</summary>
    public const int MostQuick = 5;

    /// <summary>
    /// How many times these stories were told together: each by its chain, else by its quick answer, else once. Three statements.
    /// </summary>
    public static async Task<int> TimesToldAsync(IQueryable<Story> stories, CancellationToken cancellation)
    {
        var again = await stories.SelectMany(story => story.HandOffs).CountAsync(step => step.Step > 1 && step.ToldAgain == true, cancellation);
        var quick = await stories.Where(story => !story.HandOffs.Any()).SumAsync(story => (story.TimesTold ?? 1) - 1, cancellation);
        return await stories.CountAsync(cancellation) + again + quick;
    }

    /// <summary>How many times the story was told: once at the first step, and again at every further step that says so; 0 without a step.</summary>
    public static int TimesTold(IEnumerable<HandOff> steps) =>
        steps.Where(step => !step.IsBlank).Select((step, place) => place == 0 || step.ToldAgain == true ? 1 : 0).Sum();

    /// <summary>What these answers come to, in one sentence; null where they say nothing.</summary>
    public static string? InWords(StoryAnswers answers) => InWords(answers.HandOffs, answers.TimesTold, answers.ServicesTold);

    /// <summary>
    /// One sentence such as "Told 6 times to 5 services in about 7 weeks."; null where no step says anything.
    /// The time is the sum of the waits, in the largest unit of which there are at least two.
    /// </summary>
    public static string? InWords(IReadOnlyCollection<HandOff> steps) => InWords(steps, null, null);

    private static string? InWords(IReadOnlyCollection<HandOff> steps, int? quickTold, int? quickServices)
    {
        var (told, named) = (TimesTold(steps), steps.Where(step => step.ServiceId is not null).Select(step => step.ServiceId).Distinct().Count());
        // Both numbers come from one source: a short chain beside a large guess would contradict it.
        if (told > 0) (quickTold, quickServices) = (null, null);
        if (quickServices > quickTold) quickServices = null;
        var times = told > 0 ? Times(told, "") : quickTold is { } quick ? Times(quick, OrMore(quick)) : null;
        var services = named > 0 ? Many(named, "service") : quickServices is { } some ? $"{some}{OrMore(some)} service{(some == 1 ? "" : "s")}" : null;
        if (times is null && services is null) return null;

        var never = steps.Count(step => step.Waited == Waited.NobodyCameBack);
        return string.Concat(
            times ?? "Told",
            services is null ? "" : $" to {services}",
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

    private static string Times(int told, string orMore) =>
        told switch { 1 => "Told once", 2 => "Told twice", _ => string.Create(CultureInfo.InvariantCulture, $"Told {told}{orMore} times") };

    private static string OrMore(int quick) => quick >= MostQuick ? " or more" : "";

    /// <summary>
    /// How long these waits are together, such as "about 7 weeks", in the largest unit of which there are at least two; null where nobody waited.
    /// </summary>
    public static string? Time(IEnumerable<Waited?> waits) => Time(waits.Sum(waited => waited?.Minutes() ?? 0));

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
