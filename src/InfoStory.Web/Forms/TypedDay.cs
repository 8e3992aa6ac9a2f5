using System.Globalization;
using System.Text.RegularExpressions;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;

namespace InfoStory.Web.Forms;

/// <summary>A day as people in the UK write it: day, month, year.</summary>
internal static partial class TypedDay
{
    public const string Example = "Such as 4 December 2026.";

    private const string NoSuchDay = "must be a real day, such as 4 December 2026";

    private const int Century = 2000, ShortYear = 2, ShortestMonth = 3, NoYearBefore = 1900;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What somebody reads who typed no day into this field.</summary>
    /// <param name="form">The name of the form's type, such as TellTeam; null where it has none.</param>
    /// <param name="field">Such as LastDay.</param>
    public static string Refusal(string? form, string field) => $"{LabelOf(form, field)} {NoSuchDay}";

    /// <summary>True for a sentence that says so.</summary>
    public static bool IsRefusal(string sentence) => sentence.EndsWith(NoSuchDay, StringComparison.Ordinal);

    /// <summary>Such as 4 December 2026.</summary>
    public static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <summary>As the page calls the field; where it asks a question, what that asks for.</summary>
    private static string LabelOf(string? form, string field) => (form, field) switch
    {
        (nameof(WriteResponse), nameof(WriteResponse.Due)) or (nameof(PlanPromise), nameof(PlanPromise.Due)) => "The day by which it will change",
        (nameof(WriteResponse), nameof(WriteResponse.On)) => "The day on which it came",
        (nameof(RecordPromise), nameof(RecordPromise.Due)) => "The new day",
        (nameof(TellTeam), nameof(TellTeam.Until)) => "The day by which you will answer",
        (nameof(RecordAsk), nameof(RecordAsk.Until)) => "The day by which it will reply",
        (nameof(RecordAsk), nameof(RecordAsk.On)) => "The day on which it happened",
        (nameof(EditBriefing), nameof(EditBriefing.FirstDay)) => "The day of “Published from”",
        (nameof(EditBriefing), nameof(EditBriefing.LastDay)) => "The day of “Published up to”",
        (nameof(ImportSubscribers), nameof(ImportSubscribers.Since)) => "The day on which they agreed or the list was made",
        _ => $"The {string.Concat(field.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")).Trim()}",
    };

    /// <summary>
    /// The day that somebody means by "4 December 2026", "Fri 4th Dec 26", "4/12/2026" or "4.12.26"; null where there is no such day. What begins with
    /// the year is the form in which computers write, and is read too: pages that were open when this came send it.
    /// </summary>
    public static DateOnly? Read(string? typed)
    {
        if (typed is null) return null;
        if (FromComputer().Match(typed) is { Success: true } iso) return Make(Number(iso, "year"), Number(iso, "month"), Number(iso, "day"));
        if (FromPerson().Match(typed) is not { Success: true } match) return null;

        var year = Number(match, "year");
        var day = Make(match.Groups["year"].Length == ShortYear ? Century + year : year, MonthOf(match.Groups["month"].Value), Number(match, "day"));
        return day is { DayOfWeek: var fallsOn } && IsNamed(fallsOn, match.Groups["weekday"].Value) ? day : null;
    }

    /// <summary>"Weds" is the only short name that the whole one does not begin with. Where none is typed, any will do.</summary>
    private static bool IsNamed(DayOfWeek day, string typed) =>
        day.ToString().StartsWith(typed, StringComparison.OrdinalIgnoreCase)
        || (day == DayOfWeek.Wednesday && string.Equals(typed, "weds", StringComparison.OrdinalIgnoreCase));

    private static int MonthOf(string typed)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        if (typed.Length < ShortestMonth) return 0;

        return 1 + Array.FindIndex(British.DateTimeFormat.MonthNames, month => month.Length > 0 && month.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year >= NoYearBefore && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FromComputer();

    [GeneratedRegex(
        @"^\s*((?!the\s)(?<weekday>[a-z]{3,9})[,.]?\s+)?(the\s+)?(?<day>[0-9]{1,2})(st|nd|rd|th)?(\s*[./-]\s*|\s+(of\s+)?)"
            + @"(?<month>[0-9]{1,2}|[a-z]{3,9})(\s*[./-]\s*|[.,]?\s+)(?<year>[0-9]{4}|[0-9]{2})\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FromPerson();
}
