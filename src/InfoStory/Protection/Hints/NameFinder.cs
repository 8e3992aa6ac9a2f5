namespace InfoStory.Protection.Hints;

/// <summary>
/// Finds personal names in one text. A word with a capital in mid-sentence that is no known place, service or ordinary word is taken for a
/// name; at the beginning of a sentence, or in a text without capitals, it takes a word that names people, or something beside it that only
/// people have. Whatever the lists say, a title calls a person. Scripts/hints/names.js does the very same.
/// </summary>
internal sealed class NameFinder
{
    private static readonly NameWords Words = NameWords.All;
    private static readonly HashSet<string>[] NotNames =
        [NameCues.Titles, NameCues.Offices, NameCues.Particles, NameCues.Inner, NameCues.Joining, NameCues.Never];

    private readonly NameText text;
    private readonly NamedPlaces places;
    private readonly NameRun names;
    private readonly TitledNames titles;
    private readonly ToldNames told;
    private readonly List<Token> tokens;
    private readonly bool[] capitals;

    private NameFinder(string typed, string plain)
    {
        text = new(typed, plain);
        places = new(text);
        names = new(text);
        titles = new(text, names);
        told = new(text);
        (tokens, capitals) = (text.Tokens, text.Capitals);
    }

    public static bool IsName(string word) => Token.Of(word, Plain.Of(word)).Any(Words.IsName);

    public static bool IsOrdinary(string word) => Token.Of(word, Plain.Of(word)).All(token => Words.IsCommon(token) && !Words.MayBeName(token));

    /// <summary>Names, and the hospitals, schools and streets that look like them.</summary>
    /// <param name="taken">The units that another hint holds.</param>
    public static IEnumerable<Hint> Find(string typed, string plain, bool[] taken, CancellationToken cancellation) =>
        new NameFinder(typed, plain).Find(taken, cancellation);

    private IEnumerable<Hint> Find(bool[] taken, CancellationToken cancellation)
    {
        HashSet<string> said = [];
        var seen = new bool[tokens.Count];
        for (var at = 0; at < tokens.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (taken[tokens[at].Start])
            {
                at++;
                continue;
            }

            var place = NameCues.Calling.Contains(tokens[at].Key) ? at : places.End(at);
            var end = place > at ? place : End(at);
            if (place > at) yield return places.Hint(at, end);
            else if (end > at) yield return Hint(at, end);
            seen.AsSpan(at, end - at).Fill(true);
            if (end - at > 1 && place == at) said.UnionWith(WordsOf(at, end));
            at = end > at ? end : Next(at);
        }

        for (var at = 0; at < tokens.Count && said.Count > 0; at++)
            if (!seen[at] && !taken[tokens[at].Start] && said.Contains(tokens[at].Stem) && IsMention(at)) yield return Hint(at, at + 1);
    }

    /// <summary>The words that name a person in a whole name, so that one of them alone is known again.</summary>
    private IEnumerable<string> WordsOf(int at, int end) =>
        tokens[at..end].Where(token => token.Stem.Length > 2 && !NotNames.Any(words => words.Contains(token.Stem)))
            .SelectMany(token => token.Stem.Contains('-') ? [token.Stem, .. token.Stem.Split('-')] : (string[])[token.Stem]);

    /// <summary>Mr Hampton wrote. I told Hampton so.</summary>
    private bool IsMention(int at)
    {
        var (token, before, after) = (tokens[at], text.Before(at), text.After(at + 1));
        if (after.Length > 0 && capitals[at + 1]) return false;

        var (isCommon, known) = (Words.IsCommon(token), Words.Known(tokens, at));
        if (!isCommon && known == 0) return true;
        if (!capitals[at] && isCommon) return false;
        if (token.Starts) return token.IsPossessive || NameCues.Deeds.Contains(after);

        HashSet<string>[] placed = [NameCues.Where, NameCues.At, NameCues.Beside, NameCues.Things];
        return known < 2 && !(before.Length > 0 && capitals[at - 1]) && !placed.Any(words => words.Contains(before));
    }

    /// <summary>Where to look on: after the words that are known, but not past a title among them.</summary>
    private int Next(int at)
    {
        var end = capitals[at] ? at + Math.Max(1, Words.Known(tokens, at)) : at + 1;
        for (var next = at + 1; next < end; next++) if (text.IsAnyTitle(next)) return next;
        return end;
    }

    private Hint Hint(int at, int end)
    {
        var last = tokens[end - 1];
        var from = NameCues.Reverend.Contains(tokens[at].Key) && text.Before(at) is "the" ? at - 1 : at;
        return new(tokens[from].Start, last.IsPossessive ? last.End - 2 : last.End, HintKind.Name);
    }

    /// <summary>The end of the name that begins with this word; the word itself where none does.</summary>
    private int End(int at)
    {
        if (text.IsAnyTitle(at))
        {
            var titled = titles.End(at);
            if (titled > at || NameCues.Titles.Contains(tokens[at].Key)) return titled;
        }

        if (NameCues.Nicks.Contains(tokens[at].Key) && IsNicked(at + 1)) return End(at + 1);
        if (names.IsParticle(at) && !IsAfterThing(at)) return names.End(names.AfterParticles(at) + 1, isSure: true);
        if (!capitals[at]) return IsSmallName(at) ? names.End(at + 1, isSure: true) : at;
        if (!CanBeName(at)) return at;

        var isSure = tokens[at].IsInitial || Words.MayBeGiven(tokens[at]) || IsShown(at) || names.IsOnlyName(at);
        var end = names.End(at + 1, isSure);
        if (end - at == 1 && (!Words.MayBeName(tokens[at]) || NameCues.Institutions.Contains(tokens[at].Stem)) && IsAfterThing(at)) return at;
        return !names.IsThing(at, end) && IsPerson(at, end) ? end : at;
    }

    /// <summary>Big Dave.</summary>
    private bool IsNicked(int at) => at < tokens.Count && text.Touches(at) && Words.IsGiven(tokens[at]) && End(at) > at;

    /// <summary>Hastings Pier, St Vincent de Paul: what stood before was no name, so this is none by itself.</summary>
    private bool IsAfterThing(int at) => text.Before(at).Length > 0 && capitals[at - 1] && !Words.IsCommon(tokens[at - 1]) && !text.IsAnyTitle(at - 1)
        && !NameCues.Near.Contains(text.Before(at));

    /// <summary>A name without its capital: after "called", or in a sentence that begins without one.</summary>
    private bool IsSmallName(int at)
    {
        var (token, before) = (tokens[at], at > 0 ? tokens[at - 1].Key : "");
        if (Words.IsCommon(token) || token.Key.Length < 3) return false;

        var known = Words.Known(tokens, at);
        if (known > 0) return known == 1 && IsNear(at) && text.Acts(names.End(at + 1, isSure: true));
        if (before is "called" or "named") return true;
        return Words.IsGiven(token) && (!token.Stem.Contains('-') || Words.MayBeGiven(token)) && (text.Small[at] || NameCues.Callings.Contains(before));
    }

    /// <summary>My son Tyrone.</summary>
    private bool IsNear(int at) => NameCues.Near.Contains(text.Before(at)) && NameCues.Owners.Contains(text.Before(at - 1));

    /// <summary>I am Kingston. Her social worker Hampton.</summary>
    private bool IsShown(int at) =>
        NameCues.Callings.Contains(text.Before(at)) || (NameCues.Near.Contains(text.Before(at)) && !NameCues.Dates.Contains(tokens[at].Stem));

    private bool CanBeName(int at)
    {
        var (token, isName) = (tokens[at], Words.IsName(tokens[at]));
        if (token.IsInitial) return IsInitialOfName(at);
        if (IsPairOfInitials(at)) return true;
        if ((Words.IsCommon(token) || NameCues.Institutions.Contains(token.Stem)) && !Words.MayBeName(token)) return false;

        var known = Words.Known(tokens, at);
        return known < 2 && !(token.IsBrand && !isName) && !(token.IsShouted && (known > 0 || !isName));
    }

    /// <summary>AJ Bell.</summary>
    private bool IsPairOfInitials(int at) =>
        tokens[at].IsShouted && tokens[at].Key.Length == 2 && at + 1 < tokens.Count && text.Touches(at + 1) && capitals[at + 1]
        && !tokens[at + 1].IsShouted && Words.MayBeFamily(tokens[at + 1]) && Words.Known(tokens, at) == 0;

    private bool IsInitialOfName(int at)
    {
        var next = at + 1;
        while (next < tokens.Count && text.Touches(next) && tokens[next].IsInitial && next - at < 4) next++;
        if (next < tokens.Count && text.Touches(next)) next = names.AfterParticles(next);
        if (next >= tokens.Count || !text.Touches(next) || !capitals[next] || tokens[next].IsInitial) return false;

        var isStopped = text.Plain[tokens[at].End] == '.';
        if (tokens[at].Key is "i" or "a" && tokens[at].Starts && !isStopped) return false;
        return Words.MayBeFamily(tokens[next]) || ((isStopped || next - at > 1) && !Words.IsCommon(tokens[next]));
    }

    private bool IsPerson(int at, int end)
    {
        var (token, before, after, isCommon) = (tokens[at], text.Before(at), text.After(end), Words.IsCommon(tokens[at]));
        if (end - at > 1 && HasSurname(at, end)) return !token.Starts || !isCommon || token.IsInitial || Words.MayBeFamily(tokens[at + 1]);

        var isShown = IsShown(at) || IsBetweenCommas(at, end) || IsSignature(at, end);
        var acts = NameCues.Deeds.Contains(after) || (token.IsPossessive && !Words.IsOwned(token)) || (NameCues.States.Contains(after) && !isCommon);
        var isPlaced = NameCues.Where.Contains(before);
        if (Words.Known(tokens, at) > 0)
        {
            return isShown || (!isPlaced && !NameCues.Beside.Contains(before) && Words.MayBeName(token)
                && ((acts && after is not "and") || Words.IsGiven(token) || told.IsTold(at, end)));
        }

        if (Words.IsName(token)) return !token.Starts || !isCommon || isShown || acts;
        if (!Words.MayBeName(token)) return !token.Starts || isShown || acts || told.IsTold(at, end);
        if (token.Starts && isCommon)
            return (NameCues.Deeds.Contains(after) || told.IsTold(at, end)) && Words.MayBeGiven(token) && !NameCues.Never.Contains(token.Stem);

        // Our Trust, the Hope.
        var isOwned = isCommon && (NameCues.Owners.Contains(before) || NameCues.Things.Contains(before) || before is "a");
        return isShown || acts || (!token.Starts && !isPlaced && !isOwned) || told.IsTold(at, end);
    }

    private bool HasSurname(int at, int end)
    {
        if (Words.IsGiven(tokens[at]) || tokens[at].IsInitial) return true;
        if (tokens[at].Starts && Words.Known(tokens, at) == 0 && !tokens[at..end].Any(Words.IsCommon)) return true;

        var rest = tokens[(at + 1)..end];
        return rest.Any(Words.IsName) || (Words.MayBeGiven(tokens[at]) && rest.Any(token => Words.MayBeFamily(token) || !Words.IsCommon(token)));
    }

    /// <summary>My aunt, May, is 92.</summary>
    private bool IsBetweenCommas(int at, int end) =>
        at > 0 && text.Plain[tokens[at - 1].End] == ',' && tokens[end - 1].End < text.Plain.Length && text.Plain[tokens[end - 1].End] == ','
        && Words.MayBeGiven(tokens[at]);

    /// <summary>Alone on a line, or at the end after a closing.</summary>
    private bool IsSignature(int at, int end) =>
        (end == tokens.Count || tokens[end].Line) && (tokens[at].Line || (at > 0 && NameCues.Closings.Contains(tokens[at - 1].Key)));
}
