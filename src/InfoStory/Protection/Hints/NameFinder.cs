namespace InfoStory.Protection.Hints;

/// <summary>
/// Finds personal names in one text. A word with a capital in mid-sentence that is no known place, service or ordinary word is taken for a
/// name; at the beginning of a sentence, or in a text without capitals, it takes a word that names people, or something beside it that only
/// people have. Scripts/hints/names.js does the very same.
/// </summary>
internal sealed class NameFinder
{
    private static readonly NameWords Words = new();
    private static readonly HashSet<string>
        Titles = HintRules.Cues("titles"),
        Particles = HintRules.Cues("particles"),
        Deeds = HintRules.Cues("deeds"),
        States = HintRules.Cues("states"),
        Callings = HintRules.Cues("callings"),
        Institutions = HintRules.Cues("institutions"),
        Kin = HintRules.Cues("kin"),
        Where = HintRules.Cues("where"),
        Closings = HintRules.Cues("closings"),
        Never = HintRules.Cues("never");

    private readonly string plain;
    private readonly List<Token> tokens;
    private readonly bool[] capitals;

    private NameFinder(string typed, string plain)
    {
        this.plain = plain;
        tokens = Token.Of(typed, plain, Titles);
        capitals = new bool[tokens.Count];
        for (var (at, end) = (0, 0); at < tokens.Count; at = end)
        {
            end = at + 1;
            while (end < tokens.Count && !tokens[end].Starts) end++;
            MarkCapitals(at, end);
        }
    }

    public static bool IsName(string word) => Token.Of(word, Plain.Of(word), Titles).Any(Words.IsName);

    /// <param name="taken">The units that another hint holds.</param>
    public static IEnumerable<Hint> Find(string typed, string plain, bool[] taken)
    {
        var text = new NameFinder(typed, plain);
        for (var at = 0; at < text.tokens.Count;)
        {
            var end = taken[text.tokens[at].Start] ? at : text.End(at);
            if (end == at)
            {
                at += text.capitals[at] ? Math.Max(1, Words.Known(text.tokens, at)) : 1;
                continue;
            }

            var last = text.tokens[end - 1];
            yield return new(text.tokens[at].Start, last.IsPossessive ? last.End - 2 : last.End, HintKind.Name);
            at = end;
        }
    }

    /// <summary>Where all is shouted, a capital says nothing.</summary>
    private void MarkCapitals(int at, int end)
    {
        var isShouting = end - at > 3 && tokens[at..end].Count(token => token.IsShouted) * 10 >= (end - at) * 6;
        for (; at < end; at++) capitals[at] = !isShouting && tokens[at].HasCapital;
    }

    /// <summary>The end of the name that begins with this word; the word itself where none does.</summary>
    private int End(int at)
    {
        if (Titles.Contains(tokens[at].Key)) return IsTitled(at) ? Run(at + 2) : at;
        if (IsParticle(at)) return Run(at + 1);
        if (!capitals[at]) return IsSmallName(at) ? Run(at + 1) : at;
        if (!CanBeName(at)) return at;

        var end = Run(at + 1);
        return !IsThing(at, end) && IsPerson(at, end) ? end : at;
    }

    private bool IsTitled(int at)
    {
        var next = at + 1;
        if (next >= tokens.Count || !Touches(next)) return false;
        if (tokens[next].IsInitial) return tokens[next].Key != "i";

        var maybe = Words.MayBeName(tokens[next]);
        if (!capitals[next]) return Words.IsName(tokens[next]) || (maybe && !Words.IsCommon(tokens[next]));
        return maybe || (!Words.IsCommon(tokens[next]) && Words.Known(tokens, next) == 0 && (!tokens[next].IsShouted || tokens[at].IsShouted));
    }

    /// <summary>van der Merwe, de Souza: one to three particles, then a word with a capital.</summary>
    private bool IsParticle(int at)
    {
        var next = at;
        while (next < tokens.Count && next - at < 3 && !capitals[next] && Particles.Contains(tokens[next].Key) && (next == at || Touches(next))) next++;
        return next > at && next < tokens.Count && Touches(next) && capitals[next] && !Words.IsCommon(tokens[next]) && Words.Known(tokens, next) == 0;
    }

    /// <summary>As far as words with capitals, initials and particles go on as a name.</summary>
    private int Run(int at)
    {
        while (at < tokens.Count && Touches(at) && !tokens[at - 1].IsPossessive
                && (capitals[at] ? GoesOn(at) : IsParticle(at) || (!capitals[at - 1] && IsSmallSurname(at))))
            at++;
        return at;
    }

    private bool GoesOn(int at)
    {
        var token = tokens[at];
        if (token.Starts || token.Key == "i") return false;
        if (Words.MayBeName(token) || token.IsInitial || Particles.Contains(tokens[at - 1].Key)) return true;
        return !Words.IsCommon(token) && Words.Known(tokens, at) == 0 && !Institutions.Contains(token.Stem) && (!token.IsShouted || tokens[at - 1].IsShouted);
    }

    private bool IsSmallSurname(int at) => Words.MayBeFamily(tokens[at]) && !Words.IsCommon(tokens[at]);

    /// <summary>A name without its capital: after "called", or in a sentence that begins without one.</summary>
    private bool IsSmallName(int at)
    {
        var (token, before) = (tokens[at], at > 0 ? tokens[at - 1].Key : "");
        if (Words.IsCommon(token) || token.Key.Length < 3 || Words.Known(tokens, at) > 0) return false;
        if (before is "called" or "named") return true;

        var first = at;
        while (first > 0 && !tokens[first].Starts) first--;
        return Words.IsGiven(token) && (!capitals[first] || !capitals[0] || Callings.Contains(before));
    }

    private bool CanBeName(int at)
    {
        var (token, isName) = (tokens[at], Words.IsName(tokens[at]));
        if (token.IsInitial) return IsInitialOfName(at);
        if (Words.IsCommon(token) && !Words.MayBeName(token)) return false;

        var known = Words.Known(tokens, at);
        return known < 2 && !(token.IsBrand && !isName) && !(token.IsShouted && (known > 0 || !isName));
    }

    private bool IsInitialOfName(int at) =>
        at + 1 < tokens.Count && Touches(at + 1) && capitals[at + 1] && !tokens[at + 1].IsInitial && !(tokens[at].Key is "i" or "a" && tokens[at].Starts)
        && (Words.MayBeFamily(tokens[at + 1]) || (plain[tokens[at].End] == '.' && !Words.IsCommon(tokens[at + 1])));

    /// <summary>St Mary's, Marlowe Ward, the Gateway, Cherry Tree Centre.</summary>
    private bool IsThing(int at, int end)
    {
        var (before, after, count) = (Before(at), After(end), end - at);
        var (isGiven, goesOn) = (Words.IsGiven(tokens[at]), after.Length > 0 && capitals[end]);
        if (before is "st" or "saint") return true;
        if (goesOn && Institutions.Contains(after) && !(isGiven && count > 1)) return true;
        if (count > 1 && Institutions.Contains(tokens[end - 1].Stem) && !isGiven) return true;
        if (count == 1 && before is "the" && !isGiven && !Kin.Contains(after)) return true;
        return count == 1 && goesOn && Words.MayBeName(tokens[at]) && !Words.IsName(tokens[at]);
    }

    private bool IsPerson(int at, int end)
    {
        var (token, after, isCommon) = (tokens[at], After(end), Words.IsCommon(tokens[at]));
        if (end - at > 1 && HasSurname(at, end)) return !token.Starts || !isCommon || Words.MayBeFamily(tokens[at + 1]);

        var isShown = Callings.Contains(Before(at)) || IsBetweenCommas(at, end) || IsSignature(at, end);
        var acts = Deeds.Contains(after) || token.IsPossessive || (States.Contains(after) && !isCommon);
        var isPlaced = Where.Contains(Before(at));
        if (Words.Known(tokens, at) > 0) return isShown || (Words.MayBeName(token) && (acts || (Words.IsGiven(token) && !isPlaced)));
        if (Words.IsName(token)) return !token.Starts || !isCommon || isShown || acts;
        if (!Words.MayBeName(token)) return !token.Starts || isShown || acts;
        if (token.Starts && isCommon) return Deeds.Contains(after) && Words.MayBeGiven(token) && !Never.Contains(token.Stem);
        return isShown || acts || (!token.Starts && !isPlaced);
    }

    private bool HasSurname(int at, int end)
    {
        if (Words.IsGiven(tokens[at]) || tokens[at].IsInitial) return true;

        var rest = tokens[(at + 1)..end];
        return rest.Any(Words.IsName) || (Words.MayBeGiven(tokens[at]) && rest.Any(token => Words.MayBeFamily(token) || !Words.IsCommon(token)));
    }

    /// <summary>My aunt, May, is 92.</summary>
    private bool IsBetweenCommas(int at, int end) =>
        at > 0 && plain[tokens[at - 1].End] == ',' && tokens[end - 1].End < plain.Length && plain[tokens[end - 1].End] == ',' && Words.MayBeGiven(tokens[at]);

    /// <summary>Alone on a line, or at the end after a closing.</summary>
    private bool IsSignature(int at, int end) =>
        (end == tokens.Count || tokens[end].Line) && (tokens[at].Line || (at > 0 && Closings.Contains(tokens[at - 1].Key)));

    /// <summary>The word right before, and after; empty where something else is between.</summary>
    private string Before(int at) => at > 0 && Touches(at) ? tokens[at - 1].Key : "";

    private string After(int end) => end < tokens.Count && Touches(end) ? tokens[end].Stem : "";

    private bool Touches(int at)
    {
        if (at == 0) return false;

        var last = tokens[at - 1];
        return plain[last.End..tokens[at].Start] is " " || ((last.IsInitial || Titles.Contains(last.Key)) && plain[last.End..tokens[at].Start] is ". " or ".");
    }
}
