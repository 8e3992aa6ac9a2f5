namespace InfoStory.Protection.Hints;

/// <summary>
/// What in a text could show who somebody is (docs/hints.md). The same rules run in the browser as a person types; here they serve the
/// check page without JavaScript and the desk. Nothing is blocked, nothing is kept.
/// </summary>
public static class IdentityHints
{
    private static readonly IReadOnlyList<Pattern> Patterns = HintRules.Patterns();

    /// <summary>Every place that a pattern of these kinds matches, whatever another pattern would make of it; they may overlap.</summary>
    public static IEnumerable<Hint> Structured(string text, IReadOnlyCollection<HintKind> kinds)
    {
        var plain = Plain.Of(text);
        return Patterns.Where(pattern => kinds.Contains(pattern.Kind)).SelectMany(pattern => pattern.Find(text, plain));
    }

    /// <summary>Whether a word by itself is a given or family name and nothing else, by the lists of names, with or without its capital.</summary>
    public static bool IsName(string word) => NameFinder.IsName(word);

    /// <summary>The hints of a text in the order of their places; none overlaps another. Time is proportional to the text.</summary>
    public static IReadOnlyList<Hint> Find(string text)
    {
        var plain = Plain.Of(text);
        var taken = new bool[text.Length];
        List<Hint> hints = [];
        foreach (var hint in Patterns.SelectMany(pattern => pattern.Find(text, plain)).Concat(NameFinder.Find(text, plain, taken)))
        {
            if (taken.AsSpan(hint.Start, hint.End - hint.Start).Contains(true)) continue;

            taken.AsSpan(hint.Start, hint.End - hint.Start).Fill(true);
            hints.Add(hint);
        }

        return [.. hints.OrderBy(hint => hint.Start)];
    }
}
