using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace InfoStory.Data;

/// <summary>
/// Works through what is due, each thing in a try and a change tracker of its own. What failed waits a little and comes after what was not tried yet, so that
/// it neither ends a batch nor fills it. Only cancellation ends it all.
/// </summary>
public sealed partial class Batch(InfoStoryContext db, JobLedger ledger, TimeProvider clock, ILogger<Batch> logger)
{
    /// <summary>Works through the first <paramref name="most"/> of what is due, in its order.</summary>
    /// <returns>What the acts returned, added up.</returns>
    public async Task<int> EachAsync<T>(
        string work, IQueryable<T> due, int most, Func<T, long> key, Func<T, Task<int>> act, CancellationToken cancellation)
    {
        var asked = Asked(work, most);
        return await EachAsync(work, await due.Take(asked).ToListAsync(cancellation), asked, most, key, act, cancellation);
    }

    /// <inheritdoc cref="EachAsync{T}(string, IQueryable{T}, int, Func{T, long}, Func{T, Task{int}}, CancellationToken)"/>
    public async Task<int> EachAsync<T>(
        string work, IAsyncEnumerable<T> due, int most, Func<T, long> key, Func<T, Task<int>> act, CancellationToken cancellation)
    {
        var asked = Asked(work, most);
        return await EachAsync(work, await due.Take(asked).ToListAsync(cancellation), asked, most, key, act, cancellation);
    }

    /// <summary>Runs every step, whatever became of the one before.</summary>
    public async Task StepsAsync(string work, CancellationToken cancellation, params Func<CancellationToken, Task>[] steps)
    {
        foreach (var (number, step) in steps.Index())
        {
            await TryAsync(work, number, async () =>
            {
                await step(cancellation);
                return 0;
            }, cancellation);
        }
    }

    /// <returns>What the act returned; 0 where it failed.</returns>
    public async Task<int> TryAsync(string work, long key, Func<Task<int>> act, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            db.ChangeTracker.Clear();
            var done = await act();
            ledger.Done(work, key);
            return done;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            var mayBeRace = fault is ConflictException or DbUpdateConcurrencyException;
            ledger.Failed(work, key, clock.UtcNow, mayBeRace);
            if (!mayBeRace) Failed(work, key, fault.GetType().FullName!);
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>It will not be tried again; the health page counts it.</summary>
    public void GiveUp(string work, long key) => ledger.GivenUp(work, key);

    /// <summary>As many more as may have to wait, so that they take nobody's place.</summary>
    private int Asked(string work, int most) => most + ledger.Of(work).Count;

    private async Task<int> EachAsync<T>(
        string work, List<T> found, int asked, int most, Func<T, long> key, Func<T, Task<int>> act, CancellationToken cancellation)
    {
        var (now, failed) = (clock.UtcNow, ledger.Of(work));
        if (found.Count < asked)
        {
            // All that is due was found: what failed and is not among it is due no more.
            foreach (var gone in failed.Where(one => one.Value.NextAt <= now).Select(one => one.Key).Except(found.Select(key))) ledger.Done(work, gone);
        }

        var turn = found.Where(item => !failed.TryGetValue(key(item), out var failure) || failure.NextAt <= now)
            .OrderBy(item => failed.ContainsKey(key(item))).Take(most).ToList();
        var done = 0;
        foreach (var item in turn) done += await TryAsync(work, key(item), () => act(item), cancellation);
        return done;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed with number {Key} ({Type}) and goes on with the next")]
    private partial void Failed(string work, long key, string type);
}
