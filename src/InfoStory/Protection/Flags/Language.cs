using System.Buffers;
using System.Text.Json;
using InfoStory.Protection.Hints;

namespace InfoStory.Protection.Flags;

/// <summary>A language other than English, by its name, and the first words that seem to be in it.</summary>
public sealed record SeenLanguage(string Name, string Words);

/// <summary>
/// Tells English from other languages by the small words that no sentence does without (languages.json), or by its script. It knows no more
/// than that: a few words are left alone, and so is a text that is as much English as anything else.
/// </summary>
public static class Language
{
    private const int FewestWords = 6, OpeningWords = 12, FewestLetters = 12;
    private const double Enough = 0.16, More = 1.3;
    private const string English = "English";

    private static readonly IReadOnlyDictionary<string, HashSet<string>> SmallWords = Read();

    /// <summary>Letters that Urdu has and Arabic and Farsi have not.</summary>
    private static readonly SearchValues<char> OnlyUrdu = SearchValues.Create("ٹڈڑںےہ");

    private static readonly (string Name, char From, char To)[] Scripts =
    [
        ("Greek", '\u0370', '\u03ff'), ("a language in Cyrillic letters, such as Ukrainian or Russian", '\u0400', '\u052f'),
        ("Armenian", '\u0530', '\u058f'), ("Hebrew", '\u0590', '\u05ff'),
        ("a language in Arabic letters, such as Urdu, Arabic or Farsi", '\u0600', '\u06ff'),
        ("a language in Devanagari letters, such as Hindi or Nepali", '\u0900', '\u097f'), ("Bengali", '\u0980', '\u09ff'),
        ("Punjabi", '\u0a00', '\u0a7f'), ("Gujarati", '\u0a80', '\u0aff'), ("Tamil", '\u0b80', '\u0bff'),
        ("Thai", '\u0e00', '\u0e7f'), ("Tigrinya or Amharic", '\u1200', '\u137f'),
        ("Japanese", '\u3040', '\u30ff'), ("Chinese", '\u4e00', '\u9fff'), ("Korean", '\uac00', '\ud7a3'),
    ];

    /// <summary>The first line of the text that is in another language; null where all seems to be English, or too short to tell.</summary>
    public static SeenLanguage? Of(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ByScript(line) is { } script) return new(script, Opening(line));

            var words = Words(line);
            if (words.Count >= FewestWords && ByWords(words) is { } name) return new(name, Opening(line));
        }

        return null;
    }

    private static string? ByScript(string line)
    {
        var letters = line.Count(char.IsLetter);
        if (letters < FewestLetters && letters < line.Length / 2) return null;

        var (name, count) = Scripts.Select(script => (script.Name, Count: line.Count(letter => letter >= script.From && letter <= script.To)))
            .MaxBy(script => script.Count);
        if (count < FewestLetters || count * 2 < letters) return null;
        return name.Contains("Arabic", StringComparison.Ordinal) && line.AsSpan().ContainsAny(OnlyUrdu) ? "Urdu" : name;
    }

    private static string? ByWords(List<string> words)
    {
        double Share(string language) => (double)words.Count(SmallWords[language].Contains) / words.Count;
        var english = Share(English);
        var (name, share) = SmallWords.Keys.Where(language => language != English)
            .Select(language => (language, Share(language))).MaxBy(language => language.Item2);
        return share >= Enough && share > english * More ? name : null;
    }

    private static List<string> Words(string line)
    {
        List<string> words = [];
        var start = -1;
        for (var at = 0; at <= line.Length; at++)
        {
            var inside = at < line.Length && (Plain.IsLetter(line[at]) || line[at] is '\'' or '’');
            if (inside && start < 0) start = at;
            if (inside || start < 0) continue;

            words.Add(line[start..at].Replace('’', '\'').Trim('\'').ToLowerInvariant());
            start = -1;
        }

        words.RemoveAll(word => word.Length == 0);
        return words;
    }

    private static string Opening(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var opening = string.Join(' ', words.Take(OpeningWords));
        return words.Length <= OpeningWords && opening.Length < Flag.MaxWords ? opening : $"{(opening.Length < 120 ? opening : opening[..120])}…";
    }

    private static Dictionary<string, HashSet<string>> Read()
    {
        using var stream = typeof(Language).Assembly.GetManifestResourceStream("flags/languages.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!
            .ToDictionary(language => language.Key, language => language.Value.Split(' ').ToHashSet());
    }
}
