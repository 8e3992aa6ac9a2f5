using System.Globalization;
using System.Text;
using InfoStory.Data.Folding;
using InfoStory.Search;

namespace InfoStory.Moderation.Suggesting;

/// <summary>The words of a text that can say what it is about: no small words, nothing with a digit, one root for "wait", "waited" and "waiting".</summary>
public static class StoryTerms
{
    public const int MaxLength = 24;

    private const int MinLength = 3, Most = 1000;

    private static readonly HashSet<string> StopWords = Read();

    /// <summary>Each root once, with the word of the text, in small letters, that it was first seen in. At most a thousand.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> texts)
    {
        Dictionary<string, string> terms = new(StringComparer.Ordinal);
        foreach (var word in texts.SelectMany(text => Words(Folded.Of(text).Text)))
        {
            var plain = Plain(word);
            if (plain.Length is < MinLength or > MaxLength || StopWords.Contains(plain) || !plain.All(char.IsAsciiLetterLower)) continue;

            terms.TryAdd(WordRoot.Of(plain), word);
            if (terms.Count == Most) break;
        }

        return terms;
    }

    /// <summary>Runs of letters, digits and apostrophes, in small letters, without a possessive.</summary>
    private static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length
                    && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark))
                end++;
            if (end > at)
            {
                var word = text[at..end].Trim('\'').ToLowerInvariant();
                yield return word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
            }

            at = end + 1;
        }
    }

    /// <summary>Without accents and apostrophes.</summary>
    private static string Plain(string word)
    {
        if (word.All(char.IsAsciiLetterLower)) return word;
        return string.Concat(UnicodeForm.Of(word, NormalizationForm.FormD)
            .Where(letter => letter != '\'' && char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
    }

    private static HashSet<string> Read()
    {
        using var reader = new StreamReader(typeof(StoryTerms).Assembly.GetManifestResourceStream("stop-words.txt")!);
        return new(reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    }
}
