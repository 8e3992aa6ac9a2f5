using System.Globalization;
using InfoStory.Data;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Stories;

/// <summary>How many times a story was told and to how many services.</summary>
/// <param name="Times">0 where that is not known.</param>
/// <param name="IsMoreTimes">So many or more.</param>
/// <param name="Services">0 where that is not known.</param>
/// <param name="IsMoreServices">So many or more.</param>
public sealed record HowOften(int Times, bool IsMoreTimes, int Services, bool IsMoreServices);

/// <summary>
/// How many times a story was told, to how many services, and how long it took: the one place that decides. The chain of hand-offs and the two quick
/// answers are both what the author said, and either may be only a part: the greater counts (docs/decisions/0060).
/// </summary>
public static class HandOffs
{
    private const int Hour = 60, Day = 24 * Hour, Week = 7 * Day, Month = 30 * Day, Year = 365 * Day;

    /// <summary>The most that a quick answer says: so many, or more.</summary>
    public const int MostQuick = 5;

    /// <summary>
    /// How many times these stories were told together: each by its chain or its quick answer, whichever is greater, and once at least. One statement.
    /// </summary>
    public static async Task<int> TimesToldAsync(IQueryable<Story> stories, CancellationToken cancellation)
    {
        var again = stories.SelectMany(story => story.HandOffs, (story, step) => new { story.Id, step.Step, step.ToldAgain })
            .Where(step => step.Step > 1 && step.ToldAgain == true).GroupBy(step => step.Id).Select(steps => new { Id = steps.Key, Times = steps.Count() });
        return await (
            from story in stories
            join one in again on story.Id equals one.Id into of
            from chain in of.DefaultIfEmpty()
            select new { Chain = ((int?)chain.Times ?? 0) + 1, Quick = story.TimesTold ?? 1 })
            .SumAsync(told => told.Chain > told.Quick ? told.Chain : told.Quick, cancellation);
    }

    /// <summary>How many times the story was told: once at the first step, and again at every further step that says so; 0 without a step.</summary>
    public static int TimesTold(IEnumerable<HandOff> steps) =>
        steps.Where(step => !step.IsBlank).Select((step, place) => place == 0 || step.ToldAgain == true ? 1 : 0).Sum();

    /// <summary>What a chain and the quick answers come to: of each number the greater. More services than times is no answer.</summary>
    /// <param name="told">How many times the chain tells, 0 without one.</param>
    /// <param name="named">How many services it names.</param>
    /// <param name="quickTold">The quick answer to how many times.</param>
    /// <param name="quickServices">The quick answer to how many services.</param>
    public static HowOften Together(int told, int named, int? quickTold, int? quickServices)
    {
        var times = Math.Max(told, quickTold ?? 0);
        // Where only the services were answered, a shorter chain is a part, and how often it was told in all was not said.
        if (quickServices > times && quickTold is null) times = 0;
        else if (quickServices > times) quickServices = null;
        var services = Math.Max(named, quickServices ?? 0);
        return new(times, times >= MostQuick && times == quickTold, services, services >= MostQuick && services == quickServices);
    }

    /// <summary>What these answers come to, in one sentence; null where they say nothing.</summary>
    public static string? InWords(StoryAnswers answers) => InWords(answers.HandOffs, answers.TimesTold, answers.ServicesTold);

    /// <summary>What the two quick answers alone come to; null where neither was given.</summary>
    public static string? QuickInWords(StoryAnswers answers) => InWords([], answers.TimesTold, answers.ServicesTold);

    /// <summary>
    /// One sentence such as "Told 6 times to 5 services in about 7 weeks."; null where no step says anything.
    /// The time is the sum of the waits, in the largest unit of which there are at least two.
    /// </summary>
    public static string? InWords(IReadOnlyCollection<HandOff> steps) => InWords(steps, null, null);

    /// <summary>What these answers come to.</summary>
    internal static HowOften Count(StoryAnswers answers) => Count(answers.HandOffs, answers.TimesTold, answers.ServicesTold);

    private static HowOften Count(IReadOnlyCollection<HandOff> steps, int? quickTold, int? quickServices) =>
        Together(TimesTold(steps), steps.Select(step => step.ServiceId).OfType<Id<Tag>>().Distinct().Count(), quickTold, quickServices);

    private static string? InWords(IReadOnlyCollection<HandOff> steps, int? quickTold, int? quickServices)
    {
        var (often, told) = (Count(steps, quickTold, quickServices), Count(steps, null, null));
        if (often is { Times: 0, Services: 0 }) return null;

        // What the steps waited is only a part where more was told than they tell.
        var isPart = often.IsMoreTimes || often.IsMoreServices || often.Times > told.Times || often.Services > told.Services;
        var never = steps.Count(step => step.Waited == Waited.NobodyCameBack);
        return string.Concat(
            often.Times switch { 0 => "Told", 1 => "Told once", 2 => "Told twice", _ => $"Told {Some(often.Times, often.IsMoreTimes, "time")}" },
            often.Services == 0 ? "" : $" to {Some(often.Services, often.IsMoreServices, "service")}",
            Time(steps.Sum(step => step.Waited?.Minutes() ?? 0)) is { } time ? $" in {time}{(isPart ? " or more" : "")}" : "",
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

    /// <summary>Such as "4 times", or "5 or more services".</summary>
    public static string Some(int number, bool orMore, string what) => orMore ? $"{number} or more {what}s" : Many(number, what);

    private static string Many(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
