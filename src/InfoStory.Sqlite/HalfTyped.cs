using System.Buffers;

namespace InfoStory.Sqlite;

/// <summary>
/// Whole words that a half-typed one may become. The index holds "hous" for "housing", which does not begin with "housin": FTS5 stems what is whole
/// and not what is begun. So the begun ending is finished, for each ending that its stemmer takes off (https://sqlite.org/fts5.html#porter_tokenizer).
/// </summary>
internal static class HalfTyped
{
    private const int ShortestStem = 3, SaysSomething = 4;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly string[] Endings =
    [
        "ing", "ingly", "ed", "edly", "er", "ers", "ies", "ied", "al", "ally", "ational", "ance", "ancy", "ence", "ency", "ant", "ent", "ement", "ment",
        "able", "ably", "ible", "ibly", "ate", "ation", "ator", "ion", "ional", "ic",
        "ical", "ically", "ise", "ism", "ist", "ity", "ive", "iveness", "ivity", "ize",
        "ization", "izer", "alism", "ality", "alize", "ability", "ibility", "ful", "fulness", "less", "ness", "ous", "ously", "ousness",
    ];

    /// <summary>
    /// The stemmer leaves too little of its last word: "ages" would be "ag", and whatever begins so, "again" and "agency", would be found.
    /// </summary>
    public static bool LosesItsEnding(string words)
    {
        var word = words.AsSpan(words.LastIndexOf(' ') + 1);
        var ending = word switch
        {
            [.., 'e', 'e', 'd'] => 0,
            [.., 'i', 'n', 'g'] when HasVowel(word[..^3]) => 3,
            [.., 'e', 'd'] when HasVowel(word[..^2]) => 2,
            [.., 's', 's'] => 0,
            [.., 's'] => 1,
            [.., 'e'] when !IsShort(word[..^1]) => 1,
            _ => 0,
        };
        return ending > 0 && word.Length - ending < SaysSomething;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem) => stem.ContainsAny(Vowels);

    /// <summary>The stemmer leaves the e of home and safe.</summary>
    private static bool IsShort(ReadOnlySpan<char> stem) =>
        stem is [.., var one, var two, var three] && !IsVowel(one) && IsVowel(two) && !IsVowel(three) && three is not ('w' or 'x');

    private static bool IsVowel(char letter) => Vowels.Contains(letter);

    /// <summary>
    /// What the word becomes when an ending that it has begun is finished; where it ends with two of one letter, that is an ending begun too.
    /// </summary>
    public static IEnumerable<string> Completions(string word)
    {
        foreach (var ending in Endings)
        {
            for (var begun = Math.Min(ending.Length - 1, word.Length - ShortestStem); begun > 0; begun--)
            {
                if (!word.AsSpan().EndsWith(ending.AsSpan(0, begun), StringComparison.Ordinal)) continue;

                yield return word + ending[begun..];
                break;
            }
        }

        if (LosesItsEnding(word)) yield return $"{word}e";
        if (word.Length > ShortestStem && word[^1] == word[^2]) yield return $"{word}ing";
    }
}
