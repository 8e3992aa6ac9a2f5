using System.Globalization;

namespace InfoStory.Tests.Life;

/// <summary>
/// Days and hours in London in the year of <see cref="YearTests"/>, written a second time: summer time as it was announced, and the bank holidays that
/// gov.uk names for England (https://www.gov.uk/bank-holidays).
/// </summary>
internal static class YearDays
{
    public const int Opens = 8, Closes = 18;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly (DateTime Begins, DateTime Ends)[] Summers =
        [(new(2027, 3, 28, 1, 0, 0), new(2027, 10, 31, 1, 0, 0)), (new(2028, 3, 26, 1, 0, 0), new(2028, 10, 29, 1, 0, 0))];

    private static readonly DateOnly[] Holidays =
    [
        new(2027, 1, 1), new(2027, 3, 26), new(2027, 3, 29), new(2027, 5, 3), new(2027, 5, 31), new(2027, 8, 30), new(2027, 12, 27), new(2027, 12, 28),
        new(2028, 1, 3), new(2028, 4, 14), new(2028, 4, 17), new(2028, 5, 1), new(2028, 5, 29), new(2028, 8, 28), new(2028, 12, 25), new(2028, 12, 26),
    ];

    /// <summary>What a clock in London shows.</summary>
    public static DateTime London(DateTime utc) => Array.Exists(Summers, summer => utc >= summer.Begins && utc < summer.Ends) ? utc.AddHours(1) : utc;

    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(London(utc));

    /// <summary>The moment at which a clock in London shows this full hour of that day.</summary>
    public static DateTime At(DateOnly day, int hour)
    {
        var shown = DateTime.SpecifyKind(day.ToDateTime(new(hour, 0)), DateTimeKind.Utc);
        return Array.Exists(Summers, summer => shown.AddHours(-1) >= summer.Begins && shown.AddHours(-1) < summer.Ends) ? shown.AddHours(-1) : shown;
    }

    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday && !Holidays.Contains(day);

    public static DateOnly WorkingDayFrom(DateOnly day) => IsWorkingDay(day) ? day : WorkingDayFrom(day.AddDays(1));

    public static bool IsDaytime(DateTime utc) => London(utc).Hour is >= Opens and < Closes;

    public static bool IsOpen(DateTime utc) => IsWorkingDay(Day(utc)) && IsDaytime(utc);

    /// <summary>The end of the working day after the day of this moment.</summary>
    public static DateTime EndOfNextWorkingDay(DateTime utc) => At(WorkingDayFrom(Day(utc).AddDays(1)), Closes);

    public static string Words(DateOnly day) => day.ToString("d MMMM yyyy", British);
}
