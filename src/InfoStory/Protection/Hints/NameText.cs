namespace InfoStory.Protection.Hints;

/// <summary>The words of one text and what stands beside each. Scripts/hints/text.js does the very same.</summary>
internal sealed class NameText
{
    private static readonly NameWords Words = NameWords.All;

    private readonly string typed;

    public NameText(string typed, string plain)
    {
        this.typed = typed;
        Plain = plain;
        Tokens = Token.Of(typed, plain);
        Capitals = new bool[Tokens.Count];
        Small = new bool[Tokens.Count];
        for (var (at, end) = (0, 0); at < Tokens.Count; at = end)
        {
            end = at + 1;
            while (end < Tokens.Count && !Tokens[end].Starts) end++;
            MarkCapitals(at, end);
        }
    }

    public string Plain { get; }

    public List<Token> Tokens { get; }

    /// <summary>Whether a word has a capital that says something: where all is shouted it says nothing.</summary>
    public bool[] Capitals { get; }

    /// <summary>Whether a word stands in a sentence, or a text, that begins without a capital.</summary>
    public bool[] Small { get; }

    public bool IsAnyTitle(int at) => at < Tokens.Count && (NameCues.Titles.Contains(Tokens[at].Key) || NameCues.Offices.Contains(Tokens[at].Key));

    /// <summary>What only people do, after this name.</summary>
    public bool Acts(int end) => Tokens[end - 1].IsPossessive || NameCues.Deeds.Contains(After(end)) || NameCues.States.Contains(After(end));

    /// <summary>The word right before, and after; empty where something else is between.</summary>
    public string Before(int at) => at > 0 && Touches(at) ? Tokens[at - 1].Key : "";

    public string After(int end) => end < Tokens.Count && Touches(end) ? Tokens[end].Stem : "";

    public bool Touches(int at)
    {
        if (at == 0) return false;

        var last = Tokens[at - 1];
        var gap = Gap(at);
        // O' Brien.
        return IsBlank(gap) || (last.IsInitial && gap is "' " or " '" or " ' ")
            || ((last.IsInitial || NameCues.Stopped.Contains(last.Key)) && Token.IsStop(gap));
    }

    /// <summary>After a title a name may stand on the next line, or after a number of the force.</summary>
    public bool Follows(int at) => Touches(at) || (at > 0 && NameCues.Titles.Contains(Tokens[at - 1].Key) && IsTitleGap(Gap(at)));

    /// <summary>Ndlovu - Smith, with a hyphen; a dash parts two.</summary>
    public bool Joins(int at) =>
        Touches(at) || (Capitals[at] && Words.MayBeFamily(Tokens[at])
            && typed.AsSpan(Tokens[at - 1].End..Tokens[at].Start) is " - " or " \u2010 " or " \u2011 ");

    public ReadOnlySpan<char> Gap(int at) => Plain.AsSpan(Tokens[at - 1].End..Tokens[at].Start);

    private static bool IsBlank(ReadOnlySpan<char> gap) => gap.Length is > 0 and < 5 && !gap.ContainsAnyExcept(' ');

    private static bool IsTitleGap(ReadOnlySpan<char> gap) =>
        gap is "\n" or " \n" or ".\n" or ". \n"
        || (gap.Length is > 2 and < 9 && gap[0] is ' ' && gap[^1] is ' ' && !gap[1..^1].ContainsAnyExceptInRange('0', '9'));

    private void MarkCapitals(int at, int end)
    {
        var isShouting = end - at > 3 && Tokens[at..end].Count(token => token.IsShouted) * 10 >= (end - at) * 6;
        var first = at;
        for (; at < end; at++)
        {
            Capitals[at] = !isShouting && Tokens[at].HasCapital;
            Small[at] = !Capitals[first] || !Capitals[0];
        }
    }
}
