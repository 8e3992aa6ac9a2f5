namespace InfoStory.Web.Demonstration;

/// <summary>A clock that was stopped at ten in the morning some days ago.</summary>
internal sealed class OtherDay : TimeProvider
{
    public int DaysAgo { get; set; }

    public override DateTimeOffset GetUtcNow() => new(System.GetUtcNow().UtcDateTime.Date.AddDays(-DaysAgo).AddHours(10), TimeSpan.Zero);
}
