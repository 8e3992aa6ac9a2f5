using System.Collections.Concurrent;
using InfoStory.Data.Time;
using Microsoft.Extensions.Caching.Memory;

namespace InfoStory.Web.Http;

/// <summary>How the making of an answer ended, for those who waited for it.</summary>
/// <param name="Kept">Null where it is not kept.</param>
/// <param name="IsCutOff">Whoever asked for it went away before it was made.</param>
public sealed record Making(KeptPage? Kept, bool IsCutOff);

/// <summary>The answers that are kept, in at most 64 MB, and those that are being made. What nobody reads for ten minutes goes.</summary>
public sealed class KeptPages(TimeProvider clock) : IDisposable
{
    public const long Most = 64 * 1024 * 1024;

    private static readonly TimeSpan Unread = TimeSpan.FromMinutes(10);

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = Most, TrackStatistics = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Making>> makings = new(StringComparer.Ordinal);

    /// <summary>How many are kept.</summary>
    public int Count => answers.Count;

    /// <summary>The bytes that they take.</summary>
    public long Size => answers.GetCurrentStatistics()!.CurrentEstimatedSize!.Value;

    internal long Now => clock.GetTimestamp();

    /// <summary>The answer under this name; null where there is none, or something that it is made of has changed.</summary>
    /// <param name="name">Under which it was kept.</param>
    /// <param name="state">What is known of the public site now.</param>
    /// <param name="numbers">What it must show.</param>
    public KeptPage? Find(string name, PublicState state, string numbers) =>
        answers.TryGetValue(name, out KeptPage? kept) && kept!.Numbers == numbers && state.Keeps(kept.Begun, kept.Subjects, clock.UtcNow) && !IsOld(kept)
            ? kept
            : null;

    public void Keep(string name, KeptPage answer)
    {
        using var entry = answers.CreateEntry(name);
        (entry.Value, entry.SlidingExpiration, entry.Size) = (answer, Unread, answer.Size + (name.Length * 2));
    }

    /// <summary>It has another body, unless it went meanwhile.</summary>
    public void Resize(string name, KeptPage answer)
    {
        if (answers.TryGetValue(name, out KeptPage? there) && ReferenceEquals(there, answer)) Keep(name, answer);
    }

    /// <summary>Begins to make the answer of this name. One does at a time; whoever is told false waits for what is being made.</summary>
    public bool TryBegin(string name, out TaskCompletionSource<Making> making)
    {
        var mine = new TaskCompletionSource<Making>(TaskCreationOptions.RunContinuationsAsynchronously);
        making = makings.GetOrAdd(name, mine);
        return ReferenceEquals(making, mine);
    }

    public void End(string name, TaskCompletionSource<Making> making, Making how)
    {
        makings.TryRemove(new(name, making));
        making.SetResult(how);
    }

    public void Dispose() => answers.Dispose();

    /// <summary>Lists show counts, and read an index, that may follow some minutes later; what shows single things shows nothing else.</summary>
    private bool IsOld(KeptPage kept) => kept.Subjects?.All(subject => subject.Number != 0) != true && clock.GetElapsedTime(kept.MadeAt) >= Unread;
}
