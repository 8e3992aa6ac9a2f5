using System.Text;

namespace InfoStory.Protection.Redaction;

/// <summary>A text with some words replaced everywhere, and in how many places.</summary>
public sealed record Redacted(string Text, int Places);

/// <summary>
/// Puts other words in the place of what could show who somebody is. Only whole words count: Joan is not in Joanna, O’Joan or Joan-Marie, and
/// what follows an apostrophe stays (Joan’s). Words that are sought with a capital are found with it, or shouted. Scripts/redact.js does the very same.
/// </summary>
public static class Redact
{
    /// <summary>Replaces every occurrence. At the beginning of a sentence the replacement begins with a capital.</summary>
    public static Redacted In(string text, string words, string with)
    {
        var sought = words.Trim();
        if (sought.Length == 0) return new(text, 0);

        var (made, places, from) = (new StringBuilder(text.Length), 0, 0);
        for (var at = 0; at < text.Length;)
        {
            var end = Begins(text, at) || !IsPart(sought[0]) ? End(text, at, sought) : -1;
            if (end < 0)
            {
                at++;
                continue;
            }

            made.Append(text, from, at - from).Append(IsSentence(text, at) ? Capital(with) : with);
            places++;
            (at, from) = (end, end);
        }

        return new(made.Append(text, from, text.Length - from).ToString(), places);
    }

    /// <summary>Where the words that begin here end; -1 where they are others. Any blank space is like any other.</summary>
    private static int End(string text, int at, string sought)
    {
        var (start, shouts, same) = (at, true, true);
        var isCased = sought.Any(char.IsUpper);
        for (var next = 0; next < sought.Length;)
        {
            if (char.IsWhiteSpace(sought[next]))
            {
                if (at >= text.Length || !char.IsWhiteSpace(text[at])) return -1;
                while (next < sought.Length && char.IsWhiteSpace(sought[next])) next++;
                while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
                continue;
            }

            if (at >= text.Length || char.ToLowerInvariant(Straight(text[at])) != char.ToLowerInvariant(Straight(sought[next]))) return -1;
            (shouts, same) = (shouts && !char.IsLower(text[at]), same && Straight(text[at]) == Straight(sought[next]));
            (at, next) = (at + 1, next + 1);
        }

        if (isCased && !same && !(shouts && at - start > 1)) return -1;
        return IsPart(sought[^1]) && GoesOn(text, at) ? -1 : at;
    }

    private static bool Begins(string text, int at) => at == 0 || !(IsPart(text[at - 1]) || (at > 1 && IsJoint(text[at - 1]) && IsPart(text[at - 2])));

    private static bool GoesOn(string text, int at) =>
        at < text.Length && (IsPart(text[at]) || (text[at] is '-' or '‐' or '‑' && at + 1 < text.Length && IsPart(text[at + 1])));

    private static bool IsSentence(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(" \t\"“‘'([");
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or '\n' or '\r';
    }

    private static string Capital(string with)
    {
        var first = with.StartsWith('[') ? 1 : 0;
        return with.Length > first ? $"{with[..first]}{char.ToUpperInvariant(with[first])}{with[(first + 1)..]}" : with;
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter);

    private static bool IsJoint(char letter) => letter is '-' or '‐' or '‑' or '\'' or '’';

    private static char Straight(char letter) => letter is '’' or '‘' ? '\'' : letter;
}
