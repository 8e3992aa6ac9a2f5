using InfoStory.Data.Time;

namespace InfoStory.Tests.Data.Time;

/// <summary>The data against the rules of the Banking and Financial Dealings Act 1971 and its proclamations.</summary>
public sealed class BankHolidaysTests
{
    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    public void The_data_are_what_the_rules_make(int year)
    {
        var easter = Easter(year);
        DateOnly[] expected =
        [
            Substitute(new(year, 1, 1)), easter.AddDays(-2), easter.AddDays(1), First(DayOfWeek.Monday, new(year, 5, 1)),
            First(DayOfWeek.Monday, new(year, 5, 25)), First(DayOfWeek.Monday, new(year, 8, 25)),
            .. Christmas(year),
        ];

        Assert.Equal(expected, BankHolidays.All.Where(day => day.Year == year).Order());
    }

    [Fact]
    public void A_promised_day_is_no_bank_holiday()
    {
        var christmasEve = new DateTime(2026, 12, 24, 10, 0, 0, DateTimeKind.Utc);

        Assert.Equal((new DateOnly(2026, 12, 29), new DateOnly(2026, 12, 31)), (WorkingDays.After(christmasEve, 1), WorkingDays.After(christmasEve, 3)));
    }

    private static DateOnly[] Christmas(int year) => new DateOnly(year, 12, 25).DayOfWeek switch
    {
        DayOfWeek.Friday => [new(year, 12, 25), new(year, 12, 28)],
        DayOfWeek.Saturday => [new(year, 12, 27), new(year, 12, 28)],
        DayOfWeek.Sunday => [new(year, 12, 26), new(year, 12, 27)],
        _ => [new(year, 12, 25), new(year, 12, 26)],
    };

    private static DateOnly Substitute(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? First(DayOfWeek.Monday, day) : day;

    private static DateOnly First(DayOfWeek weekday, DateOnly from)
    {
        while (from.DayOfWeek != weekday) from = from.AddDays(1);
        return from;
    }

    /// <summary>Meeus, Jones and Butcher.</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new(year, n / 31, (n % 31) + 1);
    }
}
