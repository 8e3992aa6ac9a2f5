using System.Collections.Concurrent;

namespace InfoStory.Data;

/// <summary>
/// How many things a piece of work fails with and since when the first of them does (null where none does), and how many it has given up since the process
/// began.
/// </summary>
public sealed record WorkFailures(string Work, int Items, DateTime? Since, int GivenUp);

/// <summary>One thing that failed: how often, since when, when it is tried again, and whether it may only have met somebody else's save.</summary>
internal sealed record Failure(int Tries, DateTime Since, DateTime NextAt, bool MayBeRace)
{
    /// <summary>Whoever meets somebody else's save twice in a row has failed.</summary>
    public bool Counts => !MayBeRace || Tries > 1;
}

/// <summary>What jobs failed with, kept in this process only: numbers and times, nobody's words.</summary>
public sealed class JobLedger
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1), LongestWait = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Work, long Key), Failure> failures = new();
    private readonly ConcurrentDictionary<string, int> givenUp = new(StringComparer.Ordinal);

    /// <summary>Every piece of work that fails with anything or has given anything up, by name.</summary>
    public IReadOnlyList<WorkFailures> Failing
    {
        get
        {
            var failing = failures.Where(one => one.Value.Counts).ToLookup(one => one.Key.Work, one => one.Value.Since);
            return [.. failing.Select(work => work.Key).Union(givenUp.Keys).Order(StringComparer.Ordinal).Select(work => new WorkFailures(
                work, failing[work].Count(), failing[work].Select(since => (DateTime?)since).Min(), givenUp.GetValueOrDefault(work)))];
        }
    }

    /// <summary>It failed. It is tried again after a minute, then after two and four, then every five.</summary>
    public void Failed(string work, long key, DateTime now, bool mayBeRace = false) => failures.AddOrUpdate(
        (work, key), _ => new(1, now, now + FirstWait, mayBeRace),
        (_, before) => new(before.Tries + 1, before.Since, now + Wait(before.Tries), mayBeRace));

    /// <summary>It was done, or is gone.</summary>
    public void Done(string work, long key) => failures.TryRemove((work, key), out _);

    /// <summary>It will not be tried again.</summary>
    public void GivenUp(string work, long key)
    {
        Done(work, key);
        givenUp.AddOrUpdate(work, 1, (_, before) => before + 1);
    }

    internal IReadOnlyDictionary<long, Failure> Of(string work) =>
        failures.Where(one => one.Key.Work == work).ToDictionary(one => one.Key.Key, one => one.Value);

    private static TimeSpan Wait(int tries)
    {
        var doubled = FirstWait * Math.Pow(2, Math.Min(tries, 10));
        return doubled < LongestWait ? doubled : LongestWait;
    }
}
