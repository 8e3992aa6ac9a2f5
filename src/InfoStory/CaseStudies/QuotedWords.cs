using InfoStory.Data;

namespace InfoStory.CaseStudies;

/// <summary>Whether words stand exactly so in a text, whatever blank space is between them.</summary>
public static class QuotedWords
{
    private static readonly char[] Marks = ['"', '“', '”', '„', '«', '»', '\'', '‘', '’'];

    /// <summary>The words without marks around them; empty where there are none.</summary>
    public static string Tidy(string? typed)
    {
        var words = Spaced(PlainText.Tidy(typed));
        return words.Length > 1 && Marks.Contains(words[0]) && Marks.Contains(words[^1]) ? words[1..^1].Trim() : words;
    }

    /// <summary>True where they are a run of whole words of the text.</summary>
    public static bool StandIn(string words, string? text)
    {
        if (text is null || words.Length == 0) return false;

        var spaced = Spaced(text);
        for (var at = spaced.IndexOf(words, StringComparison.Ordinal); at >= 0; at = spaced.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            var begins = at == 0 || !IsOfWord(spaced[at - 1]) || !IsOfWord(words[0]);
            if (begins && (end == spaced.Length || !IsOfWord(spaced[end]) || !IsOfWord(words[^1]))) return true;
        }

        return false;
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter);

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
