namespace InfoStory.Search;

/// <summary>A word that was typed, or several that belong together: between quotes, or joined by a hyphen or a sign, as in A&amp;E.</summary>
public sealed record SearchTerm
{
    private const int LongEnough = 5;

    /// <summary>Its words in their order, of letters and digits, in small letters, without a possessive s.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>How it may stand in a text: words separated by single spaces. One of these is enough.</summary>
    public required IReadOnlyList<string> Forms { get; init; }

    /// <summary>What else a text may say for it, as <see cref="Forms"/> are written.</summary>
    public IReadOnlyList<string> OrCalled { get; init; } = [];

    /// <summary>It as it was typed, in small letters and without a plural's s: for databases that only compare letters.</summary>
    public required string Letters { get; init; }

    /// <summary>It may be half typed, so that what begins with it is found too.</summary>
    public bool IsBegun { get; init; }

    /// <summary>Words of <see cref="SearchText.Narrowing"/>, each of which stands for something of this name.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Its words, the last one without a plural's s: where words are found by how they begin.</summary>
    private IEnumerable<string> Beginnings => [.. Parts.SkipLast(1), Singular(Parts[^1])];

    /// <summary>It and what else may be said for it, each as the beginnings of its words.</summary>
    public IEnumerable<IEnumerable<string>> Ways =>
        OrCalled.Select(IEnumerable<string> (called) => called.Split(' ')).Prepend(Beginnings);

    internal static string Singular(string word) =>
        word.Length >= LongEnough && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
}
