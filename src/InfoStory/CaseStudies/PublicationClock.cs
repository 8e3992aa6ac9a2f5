using System.Globalization;
using InfoStory.Data.Time;
using InfoStory.Stories;

namespace InfoStory.CaseStudies;

/// <summary>When a story may be published, as its criticality has it. The service that is named has no veto: only the clock holds it.</summary>
public static class PublicationClock
{
    /// <summary>So many working days before publication the service is told.</summary>
    public const int NoticeDays = 3;

    private static readonly string NotTold = $"The service must be told {NoticeDays} working days before.";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The first day on which a story may be published whose service was told then.</summary>
    public static DateOnly NoticeEnds(DateTime givenAt) => WorkingDays.After(givenAt, NoticeDays);

    /// <summary>Why a story may not be published now; null where it may.</summary>
    public static string? Obstacle(Score score, DateTime now) =>
        (score.Criticality, score.SecondedAt, score.NoticeGivenAt) switch
        {
            (null, _, _) => "Nobody has scored how critical this story is.",
            (Criticality.AvoidableHarm, _, null) when score.WaitsForSecond => $"{Second(score)} {NotTold}",
            _ when score.WaitsForSecond => Second(score),
            (Criticality.AvoidableHarm, _, null) => NotTold,
            (Criticality.AvoidableHarm, _, { } at) when NoticeEnds(at) is var day && DateOnly.FromDateTime(now.InLondon()) < day =>
                $"The service was told on {Day(DateOnly.FromDateTime(at.InLondon()))}. The story can be published from {Day(day)}.",
            ( >= Criticality.Wasted, _, _) when !WorkingDays.IsOpen(now) =>
                $"A story scored 2 or more is published in working hours only. This one can be published from 8am on {Day(WorkingDays.NextOpening(now))}.",
            _ => null,
        };

    /// <summary>
    /// The first moment at which no clock holds any of these stories: now where none does, else the morning of a working day. Null where something holds one
    /// that no waiting mends.
    /// </summary>
    public static DateTime? Next(IReadOnlyCollection<Score> scores, DateTime now)
    {
        var notices = scores.Where(score => score is { Criticality: Criticality.AvoidableHarm, NoticeGivenAt: not null })
            .Select(score => WorkingDays.Opening(NoticeEnds(score.NoticeGivenAt!.Value)));
        DateTime[] moments = [now, WorkingDays.Opening(WorkingDays.NextOpening(now)), .. notices.Order()];
        return moments.Where(moment => moment >= now && scores.All(score => Obstacle(score, moment) is null))
            .Select(moment => (DateTime?)moment).FirstOrDefault();
    }

    /// <summary>
    /// The same where a second person has still to say yes to one: the day stands meanwhile, although nothing is published before they have.
    /// </summary>
    public static DateTime? Released(IEnumerable<Score> scores, DateTime now) =>
        Next([.. scores.Select(score => score.WaitsForSecond ? score with { SecondedAt = now } : score)], now);

    /// <summary>A moment on a London clock, such as "Friday 4 December at 8am".</summary>
    public static string InWords(DateTime utc)
    {
        var london = utc.InLondon();
        return $"{london.ToString("dddd d MMMM", British)} at {london.ToString(london.Minute == 0 ? "%h" : "h.mm", British)}{(london.Hour < 12 ? "am" : "pm")}";
    }

    private static string Second(Score score) =>
        $"A story {(score.Gravest > score.Criticality ? "once scored" : "scored")} {(int)score.Gravest!} needs a "
        + $"{(score.Gravest == Criticality.AvoidableHarm ? "publisher" : "safeguarding lead")} as its second person before it is published.";

    private static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", British);
}
