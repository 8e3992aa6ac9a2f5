namespace InfoStory.Protection.Hints;

/// <summary>The word lists that tell names from other words with a capital.</summary>
internal sealed class NameWords
{
    /// <summary>The lists as they are; they are read once.</summary>
    public static readonly NameWords All = new();

    private readonly HashSet<string> given = [.. HintRules.Lines("given.txt")], family = [.. HintRules.Lines("family.txt")];
    private readonly HashSet<string> both = [.. HintRules.Lines("names-that-are-words.txt")], common = [.. HintRules.Lines("common.txt")];
    private readonly Dictionary<string, List<string[]>> known = [];
    private readonly HashSet<string> abbreviations = [];

    private NameWords()
    {
        foreach (var line in HintRules.Lines("known.txt"))
        {
            var tokens = Token.Of(line, Plain.Of(line));
            if (tokens is [{ IsShouted: true } only])
            {
                abbreviations.Add(only.Key);
                continue;
            }

            string[] words = [.. tokens.Select(token => token.Key)];
            if (!known.TryGetValue(words[0], out var phrases)) known.Add(words[0], phrases = []);
            phrases.Add(words);
        }

        foreach (var phrases in known.Values) phrases.Sort((one, other) => other.Length - one.Length);
    }

    public bool IsCommon(Token token) => common.Contains(token.Key) || common.Contains(token.Stem)
        || (!MayBeName(token) && (EndsLikeAWord(token.Stem) || Bases(token.Stem).Any(common.Contains)));

    /// <summary>A given name that is nothing else.</summary>
    public bool IsGiven(Token token) => Parts(token).Any(part => given.Contains(part) && !both.Contains(part));

    /// <summary>A family name that is nothing else.</summary>
    public bool IsFamily(Token token) =>
        Parts(token).Any(part => family.Contains(part) && !both.Contains(part)) || (HasClan(token.Stem) && !common.Contains(token.Stem));

    /// <summary>A given name, whatever else it may be.</summary>
    public bool MayBeGiven(Token token) => given.Contains(token.Stem) || (token.Stem.Contains('-') && token.Stem.Split('-').All(given.Contains));

    public bool MayBeFamily(Token token) => IsFamily(token) || Parts(token).Any(family.Contains);

    /// <summary>A name, whatever else it may be.</summary>
    public bool MayBeName(Token token) => MayBeGiven(token) || MayBeFamily(token);

    /// <summary>A name that is nothing else.</summary>
    public bool IsName(Token token) => IsGiven(token) || IsFamily(token);

    /// <summary>Crohn's, Addison's: the 's is part of what is known.</summary>
    public bool IsOwned(Token token) => token.IsPossessive && known.ContainsKey(token.Key);

    /// <summary>NHS, GP: known only in capitals.</summary>
    public bool IsAbbreviation(Token token) => token.IsShouted && abbreviations.Contains(token.Stem);

    /// <summary>How many words from here on are a place, a service or another thing with a capital; 0 where none is known.</summary>
    public int Known(IReadOnlyList<Token> tokens, int at)
    {
        if (IsAbbreviation(tokens[at])) return 1;

        foreach (var first in (string[])[tokens[at].Key, tokens[at].Stem])
        {
            if (!known.TryGetValue(first, out var phrases)) continue;

            foreach (var phrase in phrases)
            {
                if (Enumerable.Range(0, phrase.Length)
                        .All(next => at + next < tokens.Count && (tokens[at + next].Key == phrase[next] || tokens[at + next].Stem == phrase[next])))
                    return phrase.Length;
            }
        }

        return 0;
    }

    private static string[] Parts(Token token) => token.Stem.Contains('-') ? [token.Stem, .. token.Stem.Split('-')] : [token.Stem];

    /// <summary>O'Shaughnessy, McGillivray: no list holds them all.</summary>
    private static bool HasClan(string word) => ((string[])["o'", "mc", "fitz"]).Any(clan =>
        word.Length >= clan.Length + 4 && word.StartsWith(clan, StringComparison.Ordinal) && !word.AsSpan(clan.Length, 4).ContainsAnyExceptInRange('a', 'z'));

    /// <summary>The word without what a plural or a past adds.</summary>
    private static IEnumerable<string> Bases(string word) =>
        from ending in (string[])["s", "es", "ed", "d"]
        where word.Length - ending.Length > 2 && word.EndsWith(ending, StringComparison.Ordinal)
        select word[..^ending.Length];

    private static bool EndsLikeAWord(string word) =>
        word.Length > 5 && NameCues.Endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));
}
