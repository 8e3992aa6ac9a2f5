using System.Data.Common;
using System.Globalization;
using InfoStory.Data.Time;
using InfoStory.Insight.Impact;
using Microsoft.EntityFrameworkCore.Storage;

namespace InfoStory.Web.Http;

/// <summary>
/// Which counts and which month the page of impact is made of, read at most every fifteen seconds, so that it is made anew when they change and no other page
/// is (docs/decisions/0084).
/// </summary>
public sealed class ImpactWatch(ImpactVersion version, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim reading = new(1, 1);
    private long known;
    private DateTime readAt = DateTime.MinValue;

    public async ValueTask<string> CurrentAsync(CancellationToken cancellation)
    {
        if (IsStale)
        {
            await reading.WaitAsync(cancellation);
            try
            {
                if (IsStale) await ReadAsync(cancellation);
            }
            finally
            {
                reading.Release();
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{known} {ImpactMonth.Of(clock.UtcNow):yyyy-MM}");
    }

    public void Dispose() => reading.Dispose();

    /// <summary>A clock that was set back does not let old numbers stand.</summary>
    private bool IsStale => (clock.UtcNow - readAt).Duration() >= Trust;

    /// <summary>While the database cannot be reached nothing is counted, so the last page stands.</summary>
    private async Task ReadAsync(CancellationToken cancellation)
    {
        var start = clock.UtcNow;
        try
        {
            known = await version.CurrentAsync(cancellation);
        }
        catch (Exception fault) when (fault is DbException or RetryLimitExceededException)
        {
            // The page that is asked for says so, or is in the cache.
        }

        readAt = start;
    }
}
