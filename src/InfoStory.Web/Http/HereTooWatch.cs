using System.Collections.Concurrent;
using System.Data.Common;
using InfoStory.CaseStudies.HereToo;
using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore.Storage;

namespace InfoStory.Web.Http;

/// <summary>
/// The number of taps on the page of each case study, read at most every fifteen seconds, so that a page is made anew when its own number changes and no
/// other is (docs/decisions/0073).
/// </summary>
public sealed class HereTooWatch(HereTooCounts counts, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly ConcurrentDictionary<string, int> shown = new(StringComparer.OrdinalIgnoreCase);
    private Id<Tap> newest;
    private DateTime readAt = DateTime.MinValue;

    /// <summary>The number on the page of this address; 0 where none is shown.</summary>
    public async ValueTask<int> OnPageAsync(string slug, CancellationToken cancellation)
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

        return shown.GetValueOrDefault(slug);
    }

    public void Dispose() => reading.Dispose();

    /// <summary>A clock that was set back does not let old numbers stand.</summary>
    private bool IsStale => (clock.UtcNow - readAt).Duration() >= Trust;

    /// <summary>While the database cannot be reached nobody can tap, so the last numbers stand.</summary>
    private async Task ReadAsync(CancellationToken cancellation)
    {
        var start = clock.UtcNow;
        try
        {
            var since = await counts.SinceAsync(newest, cancellation);
            foreach (var (slug, number) in since.Shown) shown[slug] = number;
            newest = since.Newest;
        }
        catch (Exception fault) when (fault is DbException or RetryLimitExceededException)
        {
            // The page that is asked for says so, or is in the cache.
        }

        readAt = start;
    }
}
