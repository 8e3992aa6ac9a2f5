namespace InfoStory.Search;

/// <summary>A name in words; made once, because to cut it up costs more than to compare it.</summary>
public sealed class NameInWords
{
    private NameInWords(IReadOnlyList<string> parts)
    {
        Parts = parts;
        Roots = [.. parts.Select(RootOf)];
    }

    internal IReadOnlyList<string> Parts { get; }

    internal IReadOnlyList<string> Roots { get; }

    /// <summary>The name, and where it has a hyphen also what it is without: co-location and colocation.</summary>
    public static IEnumerable<NameInWords> Of(string name)
    {
        if (TypedTerms.PartsOf(name) is { Count: > 0 } parts) yield return new(parts);
        if (name.Contains('-', StringComparison.Ordinal) && TypedTerms.PartsOf(name.Replace("-", "", StringComparison.Ordinal)) is { Count: > 0 } joined)
            yield return new(joined);
    }

    /// <summary>What a word of a name has in common with its other forms.</summary>
    internal static string RootOf(string bare) => WordRoot.Of(SpelledOf(bare));

    /// <summary>A word as it is compared letter by letter; Saint is St.</summary>
    internal static string SpelledOf(string bare) => bare is "saint" ? "st" : bare;
}

/// <summary>What is found by its name as well as by its words.</summary>
/// <param name="Name">What readers call it.</param>
/// <param name="Word">Its word in <see cref="SearchText.Narrowing"/>.</param>
/// <param name="IsWhole">Only the whole name finds it; else each word of it does.</param>
/// <param name="IsSpelled">Its words are found only as they are spelled, not by what they have in common with others: Reading is not "read".</param>
public sealed record SearchName(NameInWords Name, string Word, bool IsWhole = false, bool IsSpelled = false)
{
    /// <summary>All that it is called: where the whole name was typed, a text may say any of these.</summary>
    public IReadOnlyList<string> Called { get; init; } = [];
}
