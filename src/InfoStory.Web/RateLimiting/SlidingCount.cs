namespace InfoStory.Web.RateLimiting;

/// <summary>
/// Counts by key within a window that slides in ten steps, so that a count ends between nine and ten tenths of the window later. Remembers a
/// fixed number of keys and forgets the one that was quiet for longest. Whoever calls it sees to it that only one thread does at a time.
/// </summary>
public sealed class SlidingCount(long most, TimeSpan window, int keys)
{
    private const int Steps = 10;

    private readonly long step = window.Ticks / Steps;
    private readonly Dictionary<UInt128, LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> byUse = [];

    /// <summary>How many keys are remembered now.</summary>
    public int Keys => entries.Count;

    /// <summary>How often the key was counted within the window.</summary>
    public long Of(UInt128 key, DateTime now) => entries.TryGetValue(key, out var node) ? node.Value.Sum(StepOf(now)) : 0;

    /// <summary>Counts once more where the limit allows it.</summary>
    /// <returns>Null where it was counted; else how long until the next one would be.</returns>
    public TimeSpan? Count(UInt128 key, DateTime now)
    {
        var entry = Use(key);
        var at = StepOf(now);
        if (entry.Sum(at) < most)
        {
            entry.Add();
            return null;
        }

        return new(Math.Max(1, (entry.StepWithRoom(most) * step) - now.Ticks));
    }

    /// <summary>Takes the newest count of the key back.</summary>
    public void TakeBack(UInt128 key)
    {
        if (entries.TryGetValue(key, out var node)) node.Value.TakeBack();
    }

    public void Clear()
    {
        entries.Clear();
        byUse.Clear();
    }

    private long StepOf(DateTime now) => now.Ticks / step;

    private Entry Use(UInt128 key)
    {
        if (entries.TryGetValue(key, out var node))
        {
            byUse.Remove(node);
            byUse.AddLast(node);
            return node.Value;
        }

        if (entries.Count == keys)
        {
            entries.Remove(byUse.First!.Value.Key);
            byUse.RemoveFirst();
        }

        return (entries[key] = byUse.AddLast(new Entry(key))).Value;
    }

    private sealed class Entry(UInt128 key)
    {
        private readonly int[] counts = new int[Steps];
        private long newest;

        public UInt128 Key => key;

        /// <summary>The sum of the window that ends with this step. A clock that was set back finds the window where it was.</summary>
        public long Sum(long step)
        {
            for (var passed = Math.Min(step - newest, Steps); passed > 0; passed--) counts[(step - passed + 1) % Steps] = 0;
            newest = Math.Max(newest, step);
            return counts.Sum(count => (long)count);
        }

        public void Add() => counts[newest % Steps]++;

        public void TakeBack()
        {
            for (var step = newest; step > newest - Steps; step--)
            {
                if (counts[step % Steps] == 0) continue;

                counts[step % Steps]--;
                return;
            }
        }

        /// <summary>The first step at which the window holds fewer than that.</summary>
        public long StepWithRoom(long most)
        {
            var sum = counts.Sum(count => (long)count);
            for (var step = newest - Steps + 1; step < newest; step++)
            {
                sum -= counts[step % Steps];
                if (sum < most) return step + Steps;
            }

            return newest + Steps;
        }
    }
}
