namespace InfoStory.Protection.Hints;

/// <summary>Finds hospitals, schools and streets by name. Scripts/hints/places.js does the very same.</summary>
internal sealed class NamedPlaces(NameText text)
{
    private const int Most = 8;

    private static readonly NameWords Words = NameWords.All;

    private readonly List<Token> tokens = text.Tokens;
    private readonly bool[] capitals = text.Capitals;

    /// <summary>The end of the place that begins with this word; the word itself where none does.</summary>
    public int End(int at)
    {
        var isPlace = capitals[at] ? !IsNoun(at) && (!tokens[at].Starts || !IsPlain(at) || text.IsAnyTitle(at)) : IsSmallName(at);
        if (!isPlace) return at;

        // Sarah and Hope Hospital are two.
        var (end, next, isPerson) = (at, at + 1, Words.IsGiven(tokens[at]) || text.IsAnyTitle(at));
        for (; next < tokens.Count && next - at < Most && GoesOn(next) && !(IsJoining(next) && (next == end || isPerson)); next++)
            if (capitals[next] && IsNoun(next)) end = next + 1;

        if (SmallEnd(next) is var small && small > next && IsSmallNamed(at, next, small)) return small;
        return end > at && IsNamed(at, end) && !IsPerson(at, end) ? end : WorkplaceEnd(at);
    }

    public Hint Hint(int at, int end)
    {
        var from = at > 0 && tokens[at - 1].Key is "the" && text.Touches(at) ? at - 1 : at;
        return new(tokens[from].Start, tokens[end - 1].End, HintKind.Place);
    }

    /// <summary>Health Centre and Care Home, but no other home.</summary>
    private bool IsNoun(int at) => HintAdvice.PlaceNouns.Contains(tokens[at].Key)
        && (tokens[at].Key is not ("home" or "centre") || (at > 0 && NameCues.Leading.Contains(tokens[at - 1].Stem)));

    /// <summary>The end of "hospital" or "care home" that begins here in small letters; the place itself where none does.</summary>
    private int SmallEnd(int at)
    {
        var next = at;
        while (next < tokens.Count - 1 && next - at < 2 && text.Touches(next) && NameCues.Qualities.Contains(tokens[next].Stem)) next++;
        return next < tokens.Count && text.Touches(next) && !capitals[next] && NameCues.Nouns.Contains(tokens[next].Key) && IsNoun(next) ? next + 1 : at;
    }

    /// <summary>Treliske hospital, but no Catholic school, no ICU ward, and not: I told Sarah school was out.</summary>
    private bool IsSmallNamed(int at, int next, int end)
    {
        var (token, before) = (tokens[at], text.Before(at));
        if (NameCues.Any.Contains(before) || NameCues.Near.Contains(before) || text.IsAnyTitle(at) || (token.Starts && Words.IsCommon(token))) return false;
        if (next - at == 1 && token.IsPossessive && Words.MayBeName(token)) return false;
        if (Words.IsGiven(token) && !NameCues.Where.Contains(before)) return false;
        if (!capitals[at] && !Words.IsName(token) && tokens[end - 1].Key is not "home") return false;
        return Words.Known(tokens, at) < end - at && Enumerable.Range(at, next - at).Any(name => Names(name) && !tokens[name].IsShouted);
    }

    /// <summary>In a text of small letters, after a word of place: in rosewood care home.</summary>
    private bool IsSmallName(int at) => text.Small[at] && NameCues.Where.Contains(text.Before(at)) && !NameCues.Qualities.Contains(tokens[at].Stem)
        && (Words.IsName(tokens[at]) || (!Words.IsCommon(tokens[at]) && Words.Known(tokens, at) == 0));

    /// <summary>I work nights at Sunnyside.</summary>
    private int WorkplaceEnd(int at)
    {
        var token = tokens[at];
        if (!capitals[at] || token.Starts || text.Before(at) is not "at" || !NameCues.Working.Contains(text.Before(at - 1))) return at;
        if (!Names(at) || Words.IsCommon(token) || Words.IsGiven(token) || token.IsPossessive || token.IsShouted) return at;
        if (Words.Known(tokens, at) > 0 && !NameCues.Dwellings.Contains(token.Stem)) return at;

        var end = at + 1;
        while (end < tokens.Count && end - at < Most && text.Touches(end) && capitals[end]) end++;
        return end;
    }

    private bool GoesOn(int at)
    {
        if (tokens[at].Starts && !(tokens[at - 1].Key is "st" && text.Touches(at))) return false;
        if (!text.Touches(at) && text.Gap(at) is not "' ") return false;
        return capitals[at] || (IsJoining(at) && at + 1 < tokens.Count && capitals[at + 1]);
    }

    private bool IsJoining(int at) => !capitals[at] && NameCues.Between.Contains(tokens[at].Key);

    private bool IsPlain(int at) => Words.IsCommon(tokens[at]) && !Words.MayBeName(tokens[at]);

    /// <summary>The name of one, not a kind of them: Primary School, Children's Hospital, High Street.</summary>
    private bool IsNamed(int at, int end)
    {
        if (Words.Known(tokens, at) >= end - at) return false;
        if (NameCues.Streets.Contains(tokens[end - 1].Key)) return true;

        return Enumerable.Range(at, end - 1 - at).Any(next => capitals[next] && Names(next));
    }

    /// <summary>Whether this word of a place is its name.</summary>
    private bool Names(int at)
    {
        var (token, stem) = (tokens[at], tokens[at].Stem);
        if (IsPlain(at) || NameCues.Kinds.Contains(stem) || NameCues.Dates.Contains(stem) || Words.IsAbbreviation(token)) return false;
        return Words.MayBeName(token) || !NameCues.Institutions.Contains(stem);
    }

    /// <summary>Sarah Lane, where nothing says that one can be in it.</summary>
    private bool IsPerson(int at, int end)
    {
        var before = text.Before(at);
        return Words.IsGiven(tokens[at]) && Words.MayBeFamily(tokens[end - 1]) && !NameCues.Where.Contains(before) && !NameCues.At.Contains(before);
    }
}
