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
        if (!capitals[at] || HintAdvice.PlaceNouns.Contains(tokens[at].Key) || (tokens[at].Starts && IsPlain(at) && !text.IsAnyTitle(at))) return at;

        // Sarah and Hope Hospital are two.
        var (end, isPerson) = (at, Words.IsGiven(tokens[at]) || text.IsAnyTitle(at));
        for (var next = at + 1; next < tokens.Count && next - at < Most && GoesOn(next) && !(IsJoining(next) && (next == end || isPerson)); next++)
            if (capitals[next] && HintAdvice.PlaceNouns.Contains(tokens[next].Key)) end = next + 1;

        return end > at && IsNamed(at, end) && !IsPerson(at, end) ? end : at;
    }

    public Hint Hint(int at, int end)
    {
        var from = at > 0 && tokens[at - 1].Key is "the" && text.Touches(at) ? at - 1 : at;
        return new(tokens[from].Start, tokens[end - 1].End, HintKind.Place);
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

        for (var next = at; next < end - 1; next++)
        {
            var stem = tokens[next].Stem;
            var isName = Words.MayBeName(tokens[next]) || !NameCues.Institutions.Contains(stem);
            if (capitals[next] && !IsPlain(next) && isName && !NameCues.Kinds.Contains(stem)) return true;
        }

        return false;
    }

    /// <summary>Sarah Lane, where nothing says that one can be in it.</summary>
    private bool IsPerson(int at, int end)
    {
        var before = text.Before(at);
        return Words.IsGiven(tokens[at]) && Words.MayBeFamily(tokens[end - 1]) && !NameCues.Where.Contains(before) && !NameCues.At.Contains(before);
    }
}
