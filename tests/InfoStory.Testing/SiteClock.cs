using Microsoft.Extensions.Time.Testing;

namespace InfoStory.Testing;

/// <summary>Tells the time of a test, which stands still until it is moved; waits run on the real clock, so that a page that waits is answered.</summary>
public sealed class SiteClock() : FakeTimeProvider(A.Tuesday)
{
    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime, period);
}
