using Microsoft.Extensions.Time.Testing;

namespace InfoStory.Testing;

/// <summary>
/// Tells the time of a test, which stands still until it is moved; waits run on the real clock, so that a page that waits is answered. The half
/// second of a wrong password, and what every typed address waits for, are over at once: dozens of tests type one.
/// </summary>
public sealed class SiteClock() : FakeTimeProvider(A.Tuesday)
{
    private static readonly TimeSpan WrongPassword = TimeSpan.FromMilliseconds(500), TypedAddress = TimeSpan.FromMilliseconds(600);

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime == WrongPassword || dueTime == TypedAddress ? TimeSpan.Zero : dueTime, period);
}
