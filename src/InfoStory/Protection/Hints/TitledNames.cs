namespace InfoStory.Protection.Hints;

/// <summary>Names that a title goes before. Scripts/hints/titles.js does the very same.</summary>
internal sealed class TitledNames(NameText text, NameRun names)
{
    private const int Most = 8;

    private static readonly NameWords Words = NameWords.All;

    private readonly List<Token> tokens = text.Tokens;
    private readonly bool[] capitals = text.Capitals;

    /// <summary>Mr and Mrs Bell, Rev. Canon Alice Bell, Dr de Souza: the end of the name after one title or several; the title itself where none is.</summary>
    public int End(int at)
    {
        if (IsVerb(at)) return at;

        var (last, next) = (at, at + 1);
        for (var other = NextTitle(next); other >= 0 && other - at < Most; other = NextTitle(next)) (last, next) = (other, other + 1);

        var isSure = last > at + 1 || NameCues.Titles.Contains(tokens[at].Key) || NameCues.Titles.Contains(tokens[last].Key);
        var name = names.AfterParticles(next);
        if (!(isSure && !NameCues.Doubtful.Contains(tokens[at].Key)) && name < at + Words.Known(tokens, at)) return at;
        if (IsCalled(last, name, name > next))
        {
            var end = names.End(name + 1, isSure: true);
            var isAlone = end == name + 1 && Words.MayBeFamily(tokens[name]) && !(end < tokens.Count && capitals[end]);
            if (isSure || isAlone || !names.IsThing(at, end)) return end;
        }

        var isOwn = last > at && tokens[last - 1].Key is not "or" && tokens[last].HasCapital && text.Touches(last)
            && (isSure || tokens[at].Key == tokens[last].Key);
        return isOwn ? names.End(last + 1, isSure: true) : at;
    }

    /// <summary>I miss her. Miss Universal Credit by a day.</summary>
    private bool IsVerb(int at) => tokens[at].Key is "miss" && (capitals[at]
        ? tokens[at].Starts && IsThing(at + 1) && IsThing(at + 2)
        : at > 0 && NameCues.Missing.Contains(tokens[at - 1].Key));

    private bool IsThing(int at) =>
        at < tokens.Count && text.Touches(at) && capitals[at] && Words.IsCommon(tokens[at]) && !Words.MayBeName(tokens[at]);

    /// <summary>A title that follows at once, or after "and"; -1 where none does.</summary>
    private int NextTitle(int at)
    {
        if (text.IsAnyTitle(at) && (text.Touches(at) || IsBoth(text.Gap(at), tokens[at]))) return at;

        var isJoined = text.IsAnyTitle(at + 1) && tokens[at].Key is "and" or "or" && text.Touches(at) && text.Touches(at + 1)
            && (tokens[at + 1].HasCapital || NameCues.Titles.Contains(tokens[at + 1].Key));
        return isJoined ? at + 1 : -1;
    }

    private static bool IsBoth(ReadOnlySpan<char> gap, Token token)
    {
        if (gap.StartsWith('.')) gap = gap[1..];
        return (gap is ", " && NameCues.Calling.Contains(token.Key)) || (gap.Length < 4 && gap.Trim(' ') is "&" or "/" or "+");
    }

    /// <summary>Whether this word is the name that the title calls.</summary>
    private bool IsCalled(int title, int at, bool hasParticle)
    {
        if (at >= tokens.Count || !text.Follows(at)) return false;

        var (called, token) = (tokens[title], tokens[at]);
        var isTitle = NameCues.Titles.Contains(called.Key);
        if (token.IsInitial) return token.Key != "i" || (token.End < text.Plain.Length && text.Plain[token.End] == '.');
        if (capitals[at] && isTitle && !(NameCues.Doubtful.Contains(called.Key) && called.IsShouted))
            return !NameCues.Joining.Contains(token.Key) && (called.HasCapital || !Words.IsAbbreviation(token));
        if (NameCues.Never.Contains(token.Key) || NameCues.Linking.Contains(token.Key)) return false;
        return capitals[at] ? IsCalledInCapitals(called, at, hasParticle) : IsCalledInSmallLetters(called, at, hasParticle);
    }

    private bool IsCalledInSmallLetters(Token called, int at, bool hasParticle)
    {
        var (token, isTitle) = (tokens[at], NameCues.Titles.Contains(called.Key));
        var (maybe, isCommon, known) = (Words.MayBeName(token), Words.IsCommon(token), Words.Known(tokens, at));
        var isLike = !isCommon && NameRun.IsLikeAName(token) && !NameCues.Jobs.Contains(token.Key);
        if (isTitle && !NameCues.Doubtful.Contains(called.Key))
        {
            var isAlways = NameCues.Written.Contains(called.Key) && !NameCues.Where.Contains(token.Key);
            return hasParticle || (!NameCues.States.Contains(token.Key) && !NameCues.Deeds.Contains(token.Key) && (maybe || isLike || isAlways));
        }

        if (NameCues.Deeds.Contains(token.Key)) return false;
        if (Words.IsName(token) || (maybe && !isCommon)) return true;
        if (NameCues.States.Contains(token.Key)) return false;
        if (Words.MayBeGiven(token) && at + 1 < tokens.Count && text.Touches(at + 1) && Words.IsFamily(tokens[at + 1])) return true;
        if (isLike && known < 2 && (isTitle || hasParticle)) return true;
        return (isTitle && hasParticle) || ((maybe || (isLike && known < 2 && token.Key.Length > 3 && text.Small[at])) && text.Acts(at + 1));
    }

    private bool IsCalledInCapitals(Token called, int at, bool hasParticle)
    {
        var (token, known) = (tokens[at], Words.Known(tokens, at));
        if (Words.MayBeName(token) || hasParticle) return true;
        if (known > 1 || (token.IsShouted && !called.IsShouted) || Words.IsAbbreviation(token)) return false;

        HashSet<string>[] things = [NameCues.Institutions, NameCues.Jobs, NameCues.States, NameCues.Deeds, NameCues.Where];
        if (things.Any(words => words.Contains(token.Stem))) return false;
        return (called.HasCapital && !NameCues.Ordinary.Contains(called.Key) && !(called.Key is "ms" && called.IsShouted))
            || (!Words.IsCommon(token) && (known == 0 || called.HasCapital));
    }
}
