namespace InfoStory.Tests.Life;

/// <summary>
/// When the team is at work, written a second time for the <see cref="Model"/>: Monday to Friday from 8 to 18, without the bank holidays that
/// gov.uk names for England (https://www.gov.uk/bank-holidays). The walks stay within one winter, in which a clock in London shows UTC.
/// </summary>
internal static class OfficeHours
{
    private static readonly DateTime FirstDay = new(2026, 11, 1), SummerTime = new(2027, 3, 28);

    private static readonly DateOnly[] Holidays = [new(2026, 12, 25), new(2026, 12, 28), new(2027, 1, 1), new(2027, 3, 26)];

    public static bool AreOpen(DateTime utc) => IsWorkingDay(Day(utc)) && utc.Hour is >= 8 and <= 17;

    /// <summary>The day on which so many working days have passed since the moment.</summary>
    public static DateOnly DayAfter(DateTime utc, int workingDays)
    {
        var day = Day(utc);
        for (var passed = 0; passed < workingDays;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) passed++;
        }

        return day;
    }

    private static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday or DayOfWeek.Thursday or DayOfWeek.Friday && !Holidays.Contains(day);

    private static DateOnly Day(DateTime utc) => utc >= FirstDay && utc < SummerTime
        ? DateOnly.FromDateTime(utc)
        : throw new ArgumentOutOfRangeException(nameof(utc), utc, "The model knows the office hours of one winter only.");
}
