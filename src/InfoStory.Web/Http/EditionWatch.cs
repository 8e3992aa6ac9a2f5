using System.Data.Common;
using InfoStory.Data;
using Microsoft.EntityFrameworkCore.Storage;

namespace InfoStory.Web.Http;

/// <summary>
/// The edition of the public site, read from the database at most every tenth of a second. An answer to whoever changed what the
/// public sees waits until no process trusts the edition before it any more
/// (docs/decisions/0005-one-cache-many-processes.md).
/// </summary>
public sealed class EditionWatch(Editions editions, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim reading = new(1, 1);
    private Reading last = new(0, long.MinValue);

    public async ValueTask<long> CurrentAsync(CancellationToken cancellation)
    {
        if (IsFresh(last)) return last.Number;

        await reading.WaitAsync(cancellation);
        try
        {
            if (IsFresh(last)) return last.Number;

            var start = clock.GetTimestamp();
            last = new(await ReadAsync(cancellation), start);
            return last.Number;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Waits until every process has stopped trusting what it read before this call.</summary>
    public async Task WaitUntilKnownAsync(CancellationToken cancellation)
    {
        last = last with { Started = long.MinValue };
        await Task.Delay(Trust, clock, cancellation);
    }

    public void Dispose() => reading.Dispose();

    /// <summary>While the database cannot be reached nobody can change what the public sees, so the last edition stands.</summary>
    private async Task<long> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await editions.CurrentAsync(cancellation);
        }
        catch (Exception fault) when (fault is DbException or RetryLimitExceededException)
        {
            return last.Number;
        }
    }

    private bool IsFresh(Reading reading) => reading.Started != long.MinValue && clock.GetElapsedTime(reading.Started) < Trust;

    private sealed record Reading(long Number, long Started);
}
