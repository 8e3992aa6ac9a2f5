using InfoStory.Data.Time;

namespace InfoStory.Insight.Impact;

/// <summary>A month in London, written as its first day.</summary>
public static class ImpactMonth
{
    /// <summary>The month in which this moment lies.</summary>
    public static DateOnly Of(DateTime utc) => utc.InLondon() is var there ? new(there.Year, there.Month, 1) : default;

    /// <summary>The moments at which it begins, and at which the next one does.</summary>
    public static (DateTime From, DateTime To) Moments(DateOnly month) => (month.BeginsAt(), month.AddMonths(1).BeginsAt());

    /// <summary>So many months in their order, this one the last of them.</summary>
    public static IReadOnlyList<DateOnly> Until(DateOnly last, int months) => [.. Enumerable.Range(1 - months, months).Select(last.AddMonths)];
}
