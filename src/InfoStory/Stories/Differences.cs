using DiffPlex;

namespace InfoStory.Stories;

public enum PieceKind
{
    Same,
    Added,
    Removed,
}

/// <summary>A run of whole words with the blank space after them.</summary>
public sealed record Piece(string Text, PieceKind Kind);

/// <summary>
/// Two texts side by side, word by word: <paramref name="Before"/> holds what is the same and what was removed,
/// <paramref name="After"/> what is the same and what was added. The pieces of either side together are exactly its text.
/// </summary>
public sealed record Differences(IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After)
{
    /// <summary>
    /// Fewer words than this that happen to be the same inside a change are part of the change: nobody reads a text in which every other word is marked.
    /// </summary>
    private const int Shortest = 3;

    /// <summary>As many words as the longest text of one-letter words has; comparing more takes seconds and can be read by nobody.</summary>
    private const int MostWords = 6_000;

    /// <summary>What differs. A text of more than 6,000 words is one difference as a whole.</summary>
    public static Differences Between(string before, string after, CancellationToken cancellation = default)
    {
        // Measured before it is worked on.
        if (Math.Max(Words(before, cancellation).Length, Words(after, cancellation).Length) > MostWords) return Whole(before, after);

        var found = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: true, ignoreCase: false, text => Words(text, cancellation));
        string[] old = [.. found.PiecesOld], now = [.. found.PiecesNew];
        var (left, right) = (new List<Piece>(), new List<Piece>());
        var (fromA, fromB) = (0, 0);

        foreach (var change in Changes(found.DiffBlocks))
        {
            Add(left, old[fromA..change.A], PieceKind.Same);
            Add(right, now[fromB..change.B], PieceKind.Same);
            (fromA, fromB) = (change.A + change.Removed, change.B + change.Added);
            Add(left, old[change.A..fromA], PieceKind.Removed);
            Add(right, now[change.B..fromB], PieceKind.Added);
        }

        Add(left, old[fromA..], PieceKind.Same);
        Add(right, now[fromB..], PieceKind.Same);
        return new(left, right);
    }

    private static Differences Whole(string before, string after)
    {
        if (before == after) return new([new(before, PieceKind.Same)], [new(after, PieceKind.Same)]);

        var (left, right) = (new List<Piece>(), new List<Piece>());
        Add(left, [before], PieceKind.Removed);
        Add(right, [after], PieceKind.Added);
        return new(left, right);
    }

    private static List<Change> Changes(IEnumerable<DiffPlex.Model.DiffBlock> blocks)
    {
        List<Change> changes = [];
        foreach (var block in blocks)
        {
            var next = new Change(block.DeleteStartA, block.DeleteCountA, block.InsertStartB, block.InsertCountB);
            if (changes is [.., var last] && next.A - last.A - last.Removed is var same && same < Shortest && same < last.Size && same < next.Size)
                changes[^1] = last with { Removed = last.Removed + same + next.Removed, Added = last.Added + same + next.Added };
            else
                changes.Add(next);
        }

        return changes;
    }

    private static void Add(List<Piece> pieces, string[] words, PieceKind kind)
    {
        if (words.Length > 0) pieces.Add(new(string.Concat(words), kind));
    }

    private static string[] Words(string text, CancellationToken cancellation)
    {
        List<string> words = [];
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (char.IsWhiteSpace(text[at]) || !char.IsWhiteSpace(text[at - 1])) continue;

            words.Add(text[start..at]);
            start = at;
        }

        if (start < text.Length) words.Add(text[start..]);
        return [.. words];
    }

    /// <summary>So many words from <paramref name="A"/> on gave way to so many from <paramref name="B"/> on.</summary>
    private sealed record Change(int A, int Removed, int B, int Added)
    {
        public int Size => Removed + Added;
    }
}
