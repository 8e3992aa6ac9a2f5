using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using InfoStory.Data.Folding;

namespace InfoStory.Protection.Flags;

/// <summary>
/// How alike two texts are, by the runs of five words that they share; and the numbers by which a story finds those that are alike without
/// comparing it with each (MinHash: 64 hashes in 16 bands of 4). How well that works is measured in docs/desk.md.
/// </summary>
public sealed class Shingles
{
    /// <summary>From here on two texts are nearly the same.</summary>
    public const double Near = 0.5;

    private const int Width = 5, Bands = 16, InBand = 4;

    private static readonly (ulong Times, ulong Plus)[] Orders =
        [.. Enumerable.Range(1, Bands * InBand).Select(number => (Mixed((ulong)number) | 1, Mixed((ulong)number << 32)))];

    private readonly HashSet<ulong> runs;

    private Shingles(string[] words, CancellationToken cancellation)
    {
        var width = Math.Min(Width, words.Length);
        runs = words.Length == 0 ? [] : [.. Enumerable.Range(0, words.Length - width + 1).Select(Run)];
        Exact = (long)Hashed($"all\n{string.Join(' ', words)}");
        Keys = runs.Count == 0 ? [] : [Exact, .. Signature(cancellation)];

        ulong Run(int at)
        {
            cancellation.ThrowIfCancellationRequested();
            return Hashed(string.Join(' ', words, at, width));
        }
    }

    /// <summary>The same for the same words, whatever their case, marks, spaces and hidden letters.</summary>
    public long Exact { get; }

    /// <summary>Two texts that share one of these may be alike; at most 17.</summary>
    public IReadOnlyList<long> Keys { get; }

    public static Shingles Of(string text, CancellationToken cancellation = default) => new(Words(text), cancellation);

    /// <summary>The share of all runs that both have, from 0 to 1 (Jaccard).</summary>
    public double Likeness(Shingles other)
    {
        var both = runs.Count(other.runs.Contains);
        var all = runs.Count + other.runs.Count - both;
        return all == 0 ? 0 : (double)both / all;
    }

    /// <summary>True for the same words, whatever their case, marks, spaces and hidden letters.</summary>
    public static bool AreSame(string one, string other) => Words(one).SequenceEqual(Words(other), StringComparer.Ordinal);

    private IEnumerable<long> Signature(CancellationToken cancellation)
    {
        var least = Orders.Select(order =>
        {
            cancellation.ThrowIfCancellationRequested();
            return runs.Min(run => Mixed(unchecked((run * order.Times) + order.Plus)));
        }).ToArray();
        for (var band = 0; band < Bands; band++)
        {
            var mixed = Mixed((ulong)band + 1);
            for (var at = 0; at < InBand; at++) mixed = Mixed(mixed ^ least[(band * InBand) + at]);
            yield return (long)mixed;
        }
    }

    private static string[] Words(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in Folded.Of(text).Text)
        {
            if (char.IsLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
            else if (letter is not '\'') plain.Append(' ');
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static ulong Hashed(string words) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(words)));

    /// <summary>Spreads a number over all 64 bits (the finalizer of SplitMix64, Steele, Lea and Flood 2014).</summary>
    private static ulong Mixed(ulong number)
    {
        unchecked
        {
            number += 0x9E3779B97F4A7C15;
            number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
            number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
            return number ^ (number >> 31);
        }
    }
}
