namespace InfoStory.Protection.Hints;

/// <summary>How far a name goes on. Scripts/hints/run.js does the very same.</summary>
internal sealed class NameRun(NameText text)
{
    // Longer names are read in parts, so that time stays proportional to the text.
    private const int Most = 12;

    private static readonly NameWords Words = NameWords.All;

    private readonly List<Token> tokens = text.Tokens;
    private readonly bool[] capitals = text.Capitals;

    /// <summary>The word after van der, de la or al; the same word where there is none.</summary>
    public int AfterParticles(int at)
    {
        var next = at;
        while (next < tokens.Count - 1 && next - at < 3 && IsJoint(next) && (next == 0 || text.Follows(next)) && text.Touches(next + 1)) next++;
        return next;
    }

    /// <summary>van der Merwe, de Souza: one to three particles, then a word with a capital.</summary>
    public bool IsParticle(int at)
    {
        if (capitals[at] || !NameCues.Particles.Contains(tokens[at].Key)) return false;

        var next = AfterParticles(at);
        return next > at && capitals[next] && !Words.IsCommon(tokens[next]) && Words.Known(tokens, next) == 0;
    }

    /// <summary>As far as words with capitals, initials and particles go on as a name.</summary>
    /// <param name="isSure">That what was read so far names a person.</param>
    public int End(int at, bool isSure)
    {
        var most = Math.Min(tokens.Count, at + Most);
        while (at < most && !tokens[at - 1].IsPossessive)
        {
            var next = text.Joins(at) ? RunsOn(at, isSure) : AfterNick(at, isSure);
            if (next == at) break;
            at = next;
        }

        return at;
    }

    /// <summary>St Mary's, Marlowe Ward, the Gateway, Cherry Tree Centre.</summary>
    public bool IsThing(int at, int end)
    {
        var (before, after, count) = (text.Before(at), text.After(end), end - at);
        var (isGiven, goesOn) = (Words.IsGiven(tokens[at]), after.Length > 0 && capitals[end]);
        if (before is "st" or "saint") return true;
        if (goesOn && NameCues.Institutions.Contains(after)) return true;
        if (count > 1 && NameCues.Institutions.Contains(tokens[end - 1].Stem)
            && (!isGiven || NameCues.Where.Contains(before) || NameCues.At.Contains(before)))
            return true;
        if (count == 1 && before is "the" && !isGiven && !NameCues.Kin.Contains(after) && !IsHousehold(at)) return true;
        return count == 1 && goesOn && Words.MayBeName(tokens[at]) && !Words.IsName(tokens[at]);
    }

    /// <summary>No past or short form that nobody listed: tutted, didnt.</summary>
    public static bool IsLikeAName(Token token) =>
        token.Key.Length > 2 && !token.Key.EndsWith("nt", StringComparison.Ordinal) && !token.Key.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>A word with a capital of its own that is in no list: it names somebody.</summary>
    public bool IsOnlyName(int at) =>
        !tokens[at].Starts && !tokens[at].IsShouted && !Words.IsCommon(tokens[at]) && Words.Known(tokens, at) == 0;

    /// <summary>The Hendersons were split up. All the Kaczmareks.</summary>
    private bool IsHousehold(int at)
    {
        var (token, stem) = (tokens[at], tokens[at].Stem);
        if (stem.Length < 5 || !stem.EndsWith('s') || stem.EndsWith("ss", StringComparison.Ordinal) || Words.IsCommon(token)) return false;
        return Words.IsFamily(token with { Stem = stem[..^1] }) || NameCues.Many.Contains(text.After(at + 1))
            || text.After(at + 1).EndsWith("ed", StringComparison.Ordinal);
    }

    private bool IsJoint(int at)
    {
        var key = tokens[at].Key;
        return NameCues.Particles.Contains(key)
            || (NameCues.Inner.Contains(key) && (key is not "an" || (at > 0 && NameCues.Clan.Contains(tokens[at - 1].Key))));
    }

    /// <summary>Angela (Ange) Whitworth, Johnny "Boy" McDonagh.</summary>
    private int AfterNick(int at, bool isSure)
    {
        var next = at + 1;
        if (!isSure || next >= tokens.Count || !capitals[at] || !capitals[next] || !capitals[at - 1]) return at;

        var isNick = text.Gap(at) is " (" && text.Gap(next) is ") " || text.Gap(at) is " '" && text.Gap(next) is "' "
            || text.Gap(at) is " \"" && text.Gap(next) is "\" ";
        return isNick && (Words.MayBeFamily(tokens[next]) || !Words.IsCommon(tokens[next])) ? next + 1 : at;
    }

    private int RunsOn(int at, bool isSure)
    {
        if (capitals[at] && GoesOn(at, isSure)) return at + 1;

        var name = isSure ? AfterParticles(at) : at;
        if (name > at && capitals[name] && !tokens[name].Starts && !(Words.IsCommon(tokens[name]) && !Words.MayBeName(tokens[name]))) return name + 1;
        if (name > at && !capitals[at - 1] && !capitals[name] && IsSmallSurname(name, isSure)) return name + 1;
        if (IsParticle(at)) return AfterParticles(at) + 1;
        return !capitals[at] && !capitals[at - 1] && IsSmallSurname(at, isSure) ? at + 1 : at;
    }

    private bool GoesOn(int at, bool isSure)
    {
        var (last, token) = (tokens[at - 1], tokens[at]);
        if (token.Starts || token.Key == "i" || (NameCues.Linking.Contains(token.Key) && !token.IsInitial)) return false;
        if (isSure && NameCues.Suffixes.Contains(token.Key)) return true;
        if (token.IsInitial || NameCues.Particles.Contains(last.Key) || NameCues.Inner.Contains(last.Key)) return true;
        if (isSure && NameCues.Inner.Contains(token.Key)) return at + 1 < tokens.Count && text.Touches(at + 1) && capitals[at + 1];

        var known = Words.Known(tokens, at);
        if (Words.MayBeName(token)) return known < 2 || Words.IsName(token);
        if (NameCues.Institutions.Contains(token.Stem) || (token.IsShouted && !last.IsShouted)) return false;
        if (known == 0 && Words.IsCommon(token)) return isSure && IsWordOfName(at);
        return known == 0 || (isSure && known == 1 && !Words.IsAbbreviation(token) && !NameCues.Dates.Contains(token.Stem));
    }

    /// <summary>Nigel Reading: an ordinary word with a capital of its own, right after a given name.</summary>
    private bool IsWordOfName(int at)
    {
        var key = tokens[at].Key;
        HashSet<string>[] small = [NameCues.Linking, NameCues.Never, NameCues.States, NameCues.Deeds, NameCues.Where, NameCues.Dates];
        var isName = Words.IsGiven(tokens[at - 1]) || IsOnlyName(at - 1)
            || (Words.MayBeGiven(tokens[at - 1]) && !Words.IsCommon(tokens[at - 1]) && Words.Known(tokens, at - 1) == 0);
        return isName && !small.Any(words => words.Contains(key))
            && !(text.After(at + 1).Length > 0 && capitals[at + 1] && !tokens[at + 1].IsInitial);
    }

    private bool IsSmallSurname(int at, bool isSure)
    {
        var (last, token) = (tokens[at - 1], tokens[at]);
        if (token.Starts || NameCues.States.Contains(token.Key) || NameCues.Deeds.Contains(token.Key)) return false;
        if (token.IsInitial) return true;
        if (last.IsInitial) return Words.MayBeName(token) || !Words.IsCommon(token);
        if (Words.IsCommon(token)) return isSure && Words.MayBeFamily(token) && NameCues.Deeds.Contains(text.After(at + 1));
        return Words.MayBeFamily(token) || (isSure && IsLikeAName(token) && Words.Known(tokens, at) < 2);
    }
}
