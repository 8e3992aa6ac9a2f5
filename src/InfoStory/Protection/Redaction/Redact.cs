using System.Text;
using InfoStory.Data.Folding;
using InfoStory.Protection.Hints;

namespace InfoStory.Protection.Redaction;

/// <summary>A text with some words replaced everywhere, in how many places, and what is left in it that comes near them.</summary>
/// <param name="Near">Each once, as it is written; at most <see cref="NearForms.Most"/>.</param>
public sealed record Redacted(string Text, int Places, IReadOnlyList<string> Near);

/// <summary>
/// Puts other words in the place of what could show who somebody is, however they are spelled: accents composed or not, any apostrophe, dash
/// and space, hidden letters. Only whole words count: Joan is not in Joanna, O’Joan or Joan-Marie, and what follows an apostrophe stays (Joan’s).
/// Words that are sought with a capital are found with it or shouted, and without it where they name people and nothing else.
/// Scripts/hints/redacting.js does the very same.
/// </summary>
public static class Redact
{
    /// <summary>Replaces every occurrence. At the beginning of a sentence the replacement begins with a capital.</summary>
    public static Redacted In(string text, string words, string with, CancellationToken cancellation = default)
    {
        var sought = Folded.Of(words.Trim()).Text.Trim();
        if (sought.Length == 0) return new(text, 0, []);

        var folded = Folded.Of(text);
        var isCased = sought.Any(char.IsUpper) && !sought.Split([' ', '\n', '-', '\'']).Any(IdentityHints.IsName);
        var (made, places, from) = (new StringBuilder(text.Length), 0, 0);
        for (var at = 0; at < folded.Text.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            var end = Begins(folded.Text, at) || !IsPart(sought[0]) ? End(folded.Text, at, sought, isCased) : -1;
            if (end < 0)
            {
                at++;
                continue;
            }

            var typed = folded.Typewritten(at, end);
            made.Append(text, from, typed.Start - from).Append(IsSentence(folded.Text, at) ? Capital(with) : with);
            places++;
            (at, from) = (end, typed.End);
        }

        var after = made.Append(text, from, text.Length - from).ToString();
        return new(after, places, NearForms.In(after, sought, with, cancellation));
    }

    /// <summary>Where the words that begin here end; -1 where they are others. Any blank space is like any other.</summary>
    private static int End(string text, int start, string sought, bool isCased)
    {
        var (at, shouts, same) = (start, true, true);
        foreach (var letter in sought)
        {
            if (at >= text.Length) return -1;

            var (read, wanted) = (text[at] == '\n' ? ' ' : text[at], letter == '\n' ? ' ' : letter);
            if (char.ToLowerInvariant(read) != char.ToLowerInvariant(wanted)) return -1;
            (shouts, same) = (shouts && !char.IsLower(read), same && read == wanted);
            at++;
        }

        if (isCased && !same && !(shouts && at - start > 1)) return -1;
        return IsPart(sought[^1]) && GoesOn(text, at) ? -1 : at;
    }

    private static bool Begins(string text, int at) => at == 0 || !(IsPart(text[at - 1]) || (at > 1 && text[at - 1] is '-' or '\'' && IsPart(text[at - 2])));

    private static bool GoesOn(string text, int at) =>
        at < text.Length && (IsPart(text[at]) || (text[at] == '-' && at + 1 < text.Length && IsPart(text[at + 1])));

    private static bool IsSentence(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(" \"'([");
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or '\n';
    }

    private static string Capital(string with)
    {
        var first = with.StartsWith('[') ? 1 : 0;
        return with.Length > first ? $"{with[..first]}{char.ToUpperInvariant(with[first])}{with[(first + 1)..]}" : with;
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter);
}
