using InfoStory.Data.Folding;

namespace InfoStory.Protection.Hints;

/// <summary>
/// What in a text could show who somebody is (docs/hints.md). The same rules run in the browser as a person types; here they serve the
/// check page without JavaScript and the desk. Nothing is blocked, nothing is kept.
/// </summary>
public static class IdentityHints
{
    private static readonly IReadOnlyList<Pattern> Patterns = HintRules.Patterns();

    /// <summary>The kinds that point to one person by themselves: no text is published with one that nobody dismissed.</summary>
    public static IReadOnlyList<HintKind> Identifying { get; } = [HintKind.Phone, HintKind.Email, HintKind.Nhs, HintKind.Ni, HintKind.Postcode];

    /// <summary>Whether a word by itself is a given or family name and nothing else, by the lists of names, with or without its capital.</summary>
    public static bool IsName(string word) => NameFinder.IsName(word);

    /// <summary>Whether every part of a word is an everyday word and may be nobody's name.</summary>
    public static bool IsOrdinary(string word) => NameFinder.IsOrdinary(word);

    /// <summary>The hints of a text in the order of their places; none overlaps another. Time is proportional to the text.</summary>
    public static IReadOnlyList<Hint> Find(string text, CancellationToken cancellation = default)
    {
        var reading = new Reading(Folded.Of(text));
        var taken = new bool[reading.Typed.Length];
        List<Hint> hints = [];
        var found = Identifiers(reading, cancellation)
            .Concat(Patterns.Where(pattern => !Identifying.Contains(pattern.Kind)).SelectMany(pattern => pattern.Find(reading, cancellation)))
            .Concat(NameFinder.Find(reading.Typed, Plain.Of(reading.Typed), taken, cancellation));
        foreach (var hint in found)
        {
            if (taken.AsSpan(hint.Start, hint.End - hint.Start).Contains(true)) continue;

            taken.AsSpan(hint.Start, hint.End - hint.Start).Fill(true);
            hints.Add(hint);
        }

        return [.. hints.OrderBy(hint => hint.Start).Select(reading.Typewritten)];
    }

    /// <summary>The hints of the kinds that are <see cref="Identifying"/>, in order; the same that are among all hints.</summary>
    public static IReadOnlyList<Hint> FindIdentifiers(string text, CancellationToken cancellation = default)
    {
        var reading = new Reading(Folded.Of(text));
        return [.. Identifiers(reading, cancellation).Select(reading.Typewritten)];
    }

    /// <summary>What two patterns see is one as far as either goes: half a number is never taken for the whole.</summary>
    private static List<Hint> Identifiers(Reading reading, CancellationToken cancellation)
    {
        List<Hint> kept = [];
        foreach (var hint in Patterns.Where(pattern => Identifying.Contains(pattern.Kind)).SelectMany(pattern => pattern.Find(reading, cancellation))
            .OrderBy(hint => hint.Start).ThenByDescending(hint => hint.End))
        {
            if (kept is [.., var last] && hint.Start < last.End) kept[^1] = last with { End = Math.Max(last.End, hint.End) };
            else kept.Add(hint);
        }

        return kept;
    }
}
