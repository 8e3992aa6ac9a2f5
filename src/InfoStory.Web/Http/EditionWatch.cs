using System.Data.Common;
using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore.Storage;

namespace InfoStory.Web.Http;

/// <summary>
/// The state of the public site, read from the database at most every tenth of a second. An answer to whoever changed what the
/// public sees waits until no process trusts the edition before it any more
/// (docs/decisions/0005-one-cache-many-processes.md).
/// </summary>
public sealed class EditionWatch(Editions editions, PublicMoments moments, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim reading = new(1, 1);
    private bool isMomentLost;
    private volatile Reading last = new(PublicState.Unknown, long.MinValue);

    public async ValueTask<PublicState> CurrentAsync(CancellationToken cancellation)
    {
        if (IsFresh(last)) return last.State;

        await reading.WaitAsync(cancellation);
        try
        {
            if (IsFresh(last)) return last.State;

            var start = clock.GetTimestamp();
            last = new(await ReadAsync(cancellation), start);
            return last.State;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Waits until every process has stopped trusting what it read before this call.</summary>
    public async Task WaitUntilKnownAsync(CancellationToken cancellation)
    {
        // Beside no reading, which would be put back in its place.
        await reading.WaitAsync(cancellation);
        last = last with { Started = long.MinValue };
        reading.Release();
        var start = clock.GetTimestamp();
        // A timer goes by a coarser clock than the one that trust is counted by, and is through some milliseconds early.
        for (var left = Trust; left > TimeSpan.Zero; left = Trust - clock.GetElapsedTime(start))
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), clock, cancellation);
    }

    public void Dispose() => reading.Dispose();

    /// <summary>While the database cannot be reached nobody can change what the public sees, so the last edition stands; what ends by time ends.</summary>
    private async Task<PublicState> ReadAsync(CancellationToken cancellation)
    {
        EditionsSince? since = null;
        try
        {
            since = await editions.SinceAsync(last.State.Edition, cancellation);
            if (!isMomentLost && since.Newest == last.State.Edition && clock.UtcNow < last.State.Until) return last.State;

            var until = await moments.NextAsync(clock.UtcNow, cancellation);
            // What was made while no moment was known stands no longer.
            var state = isMomentLost ? new(since.Newest, until, new()) : last.State.After(since, until);
            isMomentLost = false;
            return state;
        }
        catch (Exception fault) when (fault is DbException or RetryLimitExceededException)
        {
            // What changed is known, and only the next moment is not.
            if (since is null && clock.UtcNow < last.State.Until) return last.State;

            isMomentLost = true;
            return since is null ? last.State with { Until = DateTime.MaxValue } : last.State.After(since, DateTime.MaxValue);
        }
    }

    private bool IsFresh(Reading reading) =>
        reading.Started != long.MinValue && clock.GetElapsedTime(reading.Started) < Trust && clock.UtcNow < reading.State.Until;

    private sealed record Reading(PublicState State, long Started);
}
