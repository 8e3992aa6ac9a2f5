using System.Text;
using InfoStory.Data.Folding;

namespace InfoStory.Search;

/// <summary>What a reader typed, cut into words that no search engine can mistake for commands.</summary>
public sealed class SearchWords
{
    public const int MaxLength = 200;
    public const int MaxWords = 8;
    public const int MaxCandidates = 1000;

    private SearchWords(string typed, IReadOnlyList<string> words, IReadOnlyList<string> phrases)
    {
        Typed = typed;
        Words = words;
        Phrases = phrases;
    }

    public string Typed { get; }

    /// <summary>Single words of letters and digits, lower case, at most <see cref="MaxWords"/>. All must match.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>What stood between double quotes: words separated by single spaces, in that order.</summary>
    public IReadOnlyList<string> Phrases { get; }

    /// <summary>Null where nothing was typed that could be searched for.</summary>
    public static SearchWords? Parse(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;

        typed = typed.Trim();
        if (typed.Length > MaxLength) typed = typed[..MaxLength];

        List<string> words = [], phrases = [];
        foreach (var (part, number) in Folded.Of(typed).Text.Split('"').Select((part, number) => (part, number)))
        {
            var found = Letters(part).Take(MaxWords - words.Count - phrases.Count).ToList();
            if (number % 2 == 1 && found.Count > 1) phrases.Add(string.Join(' ', found));
            else words.AddRange(found);
        }

        return words.Count + phrases.Count == 0 ? null : new(typed, words, phrases);
    }

    private static IEnumerable<string> Letters(string part)
    {
        var word = new StringBuilder();
        foreach (var rune in part.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) word.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark) word.Append(rune);
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0) yield return word.ToString();
    }
}
