using DiffPlex;

namespace InfoStory.Moderation.Desk;

/// <summary>
/// One stretch of two texts: the same in both (<paramref name="Theirs"/> equals <paramref name="Mine"/>), or different; empty where one side has nothing there.
/// </summary>
public sealed record MergePart(string Theirs, string Mine)
{
    public bool IsSame => Theirs == Mine;

    /// <summary>Both, one after the other.</summary>
    public string Both => Theirs.Length == 0 ? Mine : Mine.Length == 0 ? Theirs : $"{Theirs}{Merging.Gap}{Mine}";
}

/// <summary>Puts two versions of a text side by side, paragraph by paragraph, so that somebody can choose between them.</summary>
public static class Merging
{
    /// <summary>What stands between two paragraphs.</summary>
    public const string Gap = "\n\n";

    private const int LongestCompared = 2 * ReviewStory.MaxPublicText;

    /// <summary>
    /// The stretches in their order: every first side together is the one text, every second side the other, blank lines at the ends left out.
    /// </summary>
    public static IReadOnlyList<MergePart> Between(string? theirs, string? mine, CancellationToken cancellation = default)
    {
        // Measured before it is worked on: what cannot be saved for its length is chosen whole, or not.
        if (Math.Max(theirs?.Length ?? 0, mine?.Length ?? 0) > LongestCompared) return [new(theirs ?? "", mine ?? "")];

        var (left, right) = (Paragraphs(theirs, cancellation), Paragraphs(mine, cancellation));
        var found = new Differ()
            .CreateCustomDiffs(string.Join('\0', left), string.Join('\0', right), ignoreWhiteSpace: true, ignoreCase: false, text => text.Split('\0'));
        List<MergePart> parts = [];
        var (a, b) = (0, 0);
        foreach (var block in found.DiffBlocks)
        {
            AddSame(block.DeleteStartA);
            parts.Add(new(Join(left, block.DeleteStartA, block.DeleteCountA), Join(right, block.InsertStartB, block.InsertCountB)));
            (a, b) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        AddSame(left.Count);
        return parts;

        void AddSame(int until)
        {
            for (; a < until; a++, b++) parts.Add(new(left[a], left[a]));
        }
    }

    /// <summary>The text that the chosen stretches make.</summary>
    public static string Together(IEnumerable<string?> chosen) =>
        string.Join(Gap, chosen.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim('\n')));

    private static List<string> Paragraphs(string? text, CancellationToken cancellation)
    {
        List<string> paragraphs = [""];
        foreach (var line in (text ?? "").ReplaceLineEndings("\n").Replace('\0', ' ').Split('\n'))
        {
            cancellation.ThrowIfCancellationRequested();
            if (line.Trim().Length > 0) paragraphs[^1] += paragraphs[^1].Length == 0 ? line : $"\n{line}";
            else if (paragraphs[^1].Length > 0) paragraphs.Add("");
        }

        return [.. paragraphs.Where(paragraph => paragraph.Length > 0)];
    }

    private static string Join(List<string> paragraphs, int start, int count) => string.Join(Gap, paragraphs.Skip(start).Take(count));
}
