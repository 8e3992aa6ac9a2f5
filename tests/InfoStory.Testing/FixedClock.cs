namespace InfoStory.Testing;

/// <summary>A clock that stands still until it is told to move. Timers run on the real one.</summary>
public sealed class FixedClock : TimeProvider
{
    /// <summary>A Tuesday, so that the next working day is tomorrow.</summary>
    public DateTime Now { get; private set; } = new(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc);

    public void Advance(TimeSpan by) => Now += by;

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
