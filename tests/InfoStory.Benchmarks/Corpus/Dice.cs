using System.Numerics;

namespace InfoStory.Benchmarks.Corpus;

/// <summary>SplitMix64: the same numbers from the same seed on every machine and every runtime, which System.Random does not promise.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to just below <paramref name="sides"/>.</summary>
    public int Below(int sides) => (int)Math.BigMul(Next(), (ulong)sides, out _);

    /// <summary>True once in so many.</summary>
    public bool OneIn(int sides) => Below(sides) == 0;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count; at++) bytes[at] = (byte)BitOperations.RotateLeft(Next(), 8);
        return bytes;
    }
}
