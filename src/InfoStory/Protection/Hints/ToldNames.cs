namespace InfoStory.Protection.Hints;

/// <summary>
/// Given names that are also words, known by what is told of them at the beginning of a sentence. Scripts/hints/told.js does the very same.
/// </summary>
internal sealed class ToldNames(NameText text)
{
    private const int Most = 4;

    private static readonly NameWords Words = NameWords.All;

    private readonly List<Token> tokens = text.Tokens;
    private readonly bool[] capitals = text.Capitals;

    /// <summary>Jade, 23, moved. Summer is six. Joy has been my carer. Dawn at the surgery said no. Blessing, Chidi and Ngozi.</summary>
    public bool IsTold(int at, int end)
    {
        var token = tokens[at];
        var isOther = Words.IsCommon(token) || Words.Known(tokens, at) > 0 || token.IsShouted;
        if ((!Words.MayBeGiven(token) && isOther) || NameCues.Dates.Contains(token.Stem)) return false;

        return IsAged(end) || IsSomebody(end) || IsOfKin(end) || IsAfterName(at) || IsBesideName(end) || IsFrom(end);
    }

    private bool IsAged(int end)
    {
        if (end < tokens.Count && tokens[end].Key is "aged") return true;

        var rest = text.Plain.AsSpan(tokens[end - 1].End);
        var at = rest.StartsWith(", ") || rest.StartsWith(" (") ? 2 : rest is [',' or '(', ..] ? 1 : 0;
        if (at == 0) return false;

        var digits = 0;
        while (digits < 3 && at + digits < rest.Length && char.IsAsciiDigit(rest[at + digits])) digits++;
        return digits is 1 or 2 && !(at + digits < rest.Length && rest[at + digits] is ':' or '/' or '.');
    }

    /// <summary>Faith's dad. Preston, my youngest. Bola (my manager).</summary>
    private bool IsOfKin(int end)
    {
        if (tokens[end - 1].IsPossessive) return NameCues.Near.Contains(text.After(end));
        return end < tokens.Count && NameCues.Owners.Contains(tokens[end].Key) && text.Gap(end) is ", " or " (" && NameCues.Near.Contains(text.After(end + 1));
    }

    /// <summary>Agnes and Clare.</summary>
    private bool IsAfterName(int at) =>
        at > 1 && text.Before(at) is "and" && text.Touches(at - 1) && capitals[at - 2] && Words.IsGiven(tokens[at - 2]) && Words.Known(tokens, at - 2) == 0;

    /// <summary>Is six, has been my carer, was 84, was born.</summary>
    private bool IsSomebody(int end)
    {
        if (!NameCues.Being.Contains(text.After(end))) return false;

        var next = end + 1;
        while (next < tokens.Count && next - end < Most && text.Touches(next) && NameCues.Meanwhile.Contains(tokens[next].Key)) next++;
        if (text.Plain.AsSpan(tokens[next - 1].End) is [' ', >= '0' and <= '9', ..]) return true;
        return NameCues.Owners.Contains(text.After(next)) || NameCues.Undergone.Contains(text.After(next))
            || NameCues.Ages.Contains(text.After(next).Split('-')[0]);
    }

    private bool IsBesideName(int end)
    {
        if (end >= tokens.Count) return false;

        var next = text.After(end) is "and" ? end + 1 : text.Gap(end) is ", " ? end : tokens.Count;
        return next < tokens.Count && capitals[next] && !tokens[next].Starts && Words.IsGiven(tokens[next]) && Words.Known(tokens, next) == 0;
    }

    /// <summary>Dawn at the surgery said no. Trev from Stores.</summary>
    private bool IsFrom(int end)
    {
        if (text.After(end) is "from" && end + 1 < tokens.Count && text.Touches(end + 1) && capitals[end + 1]) return true;
        if (text.After(end) is not ("at" or "from") || text.After(end + 1) is not ("the" or "my" or "our")) return false;

        for (var next = end + 3; next < end + 3 + Most && text.After(next).Length > 0; next++)
            if (NameCues.Deeds.Contains(tokens[next].Key)) return true;
        return false;
    }
}
