using InfoStory.Data;

namespace InfoStory.Stories;

/// <summary>Monday to Friday on a London clock.</summary>
public static class WorkingDays
{
    /// <summary>The day that many working days after the moment.</summary>
    public static DateOnly After(DateTime utc, int days)
    {
        var day = DateOnly.FromDateTime(utc.InLondon());
        while (days > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days--;
        }

        return day;
    }
}
