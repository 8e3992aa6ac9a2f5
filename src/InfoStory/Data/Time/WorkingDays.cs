namespace InfoStory.Data.Time;

/// <summary>Monday to Friday on a London clock, without the bank holidays of England.</summary>
public static class WorkingDays
{
    private const int Opens = 8, Closes = 18;

    public static bool Includes(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Includes(day);

    /// <summary>The day that many working days after the moment.</summary>
    public static DateOnly After(DateTime utc, int days)
    {
        var day = DateOnly.FromDateTime(utc.InLondon());
        while (days > 0)
        {
            day = day.AddDays(1);
            if (Includes(day)) days--;
        }

        return day;
    }

    /// <summary>The day itself where it is a working day, else the next one.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!Includes(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>True from 8 in the morning until 6 in the evening of a working day.</summary>
    public static bool IsOpen(DateTime utc) => Includes(DateOnly.FromDateTime(utc.InLondon())) && IsDaytime(utc);

    /// <summary>True from 8 in the morning until 6 in the evening of any day.</summary>
    public static bool IsDaytime(DateTime utc) => utc.InLondon().Hour is >= Opens and < Closes;

    /// <summary>The day on which the next working hours begin after a moment outside them; they begin at 8.</summary>
    public static DateOnly NextOpening(DateTime utc)
    {
        var london = utc.InLondon();
        var day = DateOnly.FromDateTime(london);
        return Includes(day) && london.Hour < Opens ? day : After(utc, 1);
    }

    /// <summary>The moment at which the working hours of that day begin.</summary>
    public static DateTime Opening(DateOnly day) => day.ToDateTime(new(Opens, 0)).FromLondon();
}
