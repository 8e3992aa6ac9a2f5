using System.Collections.Concurrent;

namespace InfoStory.Data;

/// <summary>How many things a piece of work failed with when it last tried them, and since when the first of them fails.</summary>
public sealed record FailingWork(string Work, int Items, DateTime Since);

/// <summary>One thing that failed: how often, since when, and when it is tried again.</summary>
internal sealed record Failure(int Tries, DateTime Since, DateTime NextAt);

/// <summary>What jobs failed with, kept in this process only: numbers and times, nobody's words.</summary>
public sealed class JobLedger
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1), LongestWait = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Work, long Key), Failure> failures = new();

    /// <summary>Every piece of work that has anything it failed with, by name.</summary>
    public IReadOnlyList<FailingWork> Failing =>
        [.. failures.GroupBy(one => one.Key.Work, StringComparer.Ordinal).OrderBy(work => work.Key, StringComparer.Ordinal)
            .Select(work => new FailingWork(work.Key, work.Count(), work.Min(one => one.Value.Since)))];

    /// <summary>It failed. It is tried again after a minute, then after two and four, then every five.</summary>
    public void Failed(string work, long key, DateTime now) => failures.AddOrUpdate(
        (work, key), _ => new(1, now, now + FirstWait), (_, before) => new(before.Tries + 1, before.Since, now + Wait(before.Tries)));

    /// <summary>It was done, or is gone.</summary>
    public void Done(string work, long key) => failures.TryRemove((work, key), out _);

    internal IReadOnlyDictionary<long, Failure> Of(string work) =>
        failures.Where(one => one.Key.Work == work).ToDictionary(one => one.Key.Key, one => one.Value);

    private static TimeSpan Wait(int tries)
    {
        var doubled = FirstWait * Math.Pow(2, Math.Min(tries, 10));
        return doubled < LongestWait ? doubled : LongestWait;
    }
}
