using System.Numerics;

namespace InfoStory.CaseStudies.Finding;

/// <summary>Some of the positions of the library: a sorted list while they are few, a bit for each position from where that is smaller.</summary>
internal sealed class PositionSet
{
    /// <summary>A number of a list takes as much room as so many positions do in bits.</summary>
    private const int BitsOfNumber = 32;

    private List<int>? few = [];
    private ulong[] many = [];

    /// <param name="position">May be there already.</param>
    /// <param name="of">How many positions there are.</param>
    public void Add(int position, int of)
    {
        if (few is null)
        {
            Bits.Set(ref many, position);
            return;
        }

        var place = few.Count == 0 || few[^1] < position ? ~few.Count : few.BinarySearch(position);
        if (place >= 0) return;

        few.Insert(~place, position);
        if (few.Count < 64 || (long)few.Count * BitsOfNumber <= of) return;

        foreach (var one in few) Bits.Set(ref many, one);
        few = null;
    }

    public void Remove(int position)
    {
        if (few is null) Bits.Clear(many, position);
        else if (few.BinarySearch(position) is var place and >= 0) few.RemoveAt(place);
    }

    /// <summary>Sets the bits of these positions. There are bits for all of them.</summary>
    public void AddTo(ulong[] bits)
    {
        if (few is not null)
        {
            foreach (var position in few) bits[position >> 6] |= 1UL << position;
            return;
        }

        for (var word = 0; word < Math.Min(many.Length, bits.Length); word++) bits[word] |= many[word];
    }

    public bool Has(int position) => few is null ? Bits.Has(many, position) : few.BinarySearch(position) >= 0;

    /// <summary>From below this position downwards.</summary>
    public IEnumerable<int> Down(int below) => few is null ? Bits.Down(many, below) : Down(few, below);

    public int Count => few?.Count ?? Bits.Count(many);

    private static IEnumerable<int> Down(List<int> few, int below)
    {
        var place = few.BinarySearch(below);
        for (var at = (place < 0 ? ~place : place) - 1; at >= 0; at--) yield return few[at];
    }

    /// <summary>How many of these positions have their bit set.</summary>
    public int CountIn(ulong[] bits)
    {
        var count = 0;
        if (few is not null)
        {
            foreach (var position in few) count += (int)(bits[position >> 6] >> position & 1);
            return count;
        }

        for (var word = 0; word < Math.Min(many.Length, bits.Length); word++) count += BitOperations.PopCount(many[word] & bits[word]);
        return count;
    }
}

/// <summary>A bit for each position.</summary>
internal static class Bits
{
    /// <summary>As many words as these positions need.</summary>
    public static int Words(int positions) => (positions + 63) >> 6;

    public static void Set(ref ulong[] bits, int position)
    {
        var word = position >> 6;
        if (word >= bits.Length) Array.Resize(ref bits, Math.Max(word + 1, bits.Length + bits.Length / 8));
        bits[word] |= 1UL << position;
    }

    public static void Clear(ulong[] bits, int position)
    {
        if (position >> 6 < bits.Length) bits[position >> 6] &= ~(1UL << position);
    }

    public static bool Has(ulong[] bits, int position) => position >> 6 < bits.Length && (bits[position >> 6] >> position & 1) != 0;

    public static void And(ulong[] bits, ulong[] others)
    {
        for (var word = 0; word < bits.Length; word++) bits[word] &= word < others.Length ? others[word] : 0;
    }

    public static int Count(ulong[] bits)
    {
        var count = 0;
        foreach (var word in bits) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The positions that are set, from below this one downwards.</summary>
    public static IEnumerable<int> Down(ulong[] bits, int below)
    {
        for (var word = Math.Min(bits.Length - 1, (below - 1) >> 6); word >= 0; word--)
        {
            var left = bits[word];
            if (below < (word + 1) << 6) left &= (1UL << below) - 1;
            for (; left != 0; left &= ~(1UL << BitOperations.Log2(left))) yield return (word << 6) + BitOperations.Log2(left);
        }
    }

    /// <summary>The positions that are set, from this one upwards.</summary>
    public static IEnumerable<int> Up(ulong[] bits, int from)
    {
        for (var word = Math.Max(0, from) >> 6; word < bits.Length; word++)
        {
            var left = bits[word];
            if (from > word << 6) left &= ~((1UL << from) - 1);
            for (; left != 0; left &= left - 1) yield return (word << 6) + BitOperations.TrailingZeroCount(left);
        }
    }
}
