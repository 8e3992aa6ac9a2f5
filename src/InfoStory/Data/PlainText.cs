using System.Globalization;
using System.Text;
using FluentValidation;
using InfoStory.Data.Folding;

namespace InfoStory.Data;

/// <summary>What counts as text that a person typed, and how long it is.</summary>
public static class PlainText
{
    /// <summary>Enough for a family of four with a shade of skin each, on the average of a text.</summary>
    private const int UnitsOfLetter = 8;

    /// <summary>
    /// The letters that were meant, line ends as one character and no blank space around it; empty where nothing in it can be seen.
    /// </summary>
    public static string Tidy(string? typed) => Pasted.Clean(typed ?? "").Trim() is var text && IsSeen(text) ? text : "";

    /// <summary>The same; null where nothing is left.</summary>
    public static string? TidyOrNull(string? typed) => Tidy(typed) is { Length: > 0 } text ? text : null;

    /// <summary>As <see cref="TidyOrNull"/>, with a space for each line break.</summary>
    public static string? OneLine(string? typed) =>
        TidyOrNull(string.Join(' ', Tidy(typed).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>
    /// What was typed into an address, on one line with single spaces: what could be kept of it, without marks that turn letters around
    /// (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters). What joins the parts of an emoji stays. Empty where nothing can be seen.
    /// </summary>
    public static string Seen(string typed)
    {
        var kept = string.Concat(Pasted.Kept(typed).Where(letter => !Turns(letter)));
        var text = string.Join(' ', kept.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return string.IsNullOrWhiteSpace(Folded.SeenOf(text)) ? "" : text;
    }

    /// <summary>Whether a text is at most so many letters long as people count them: an emoji joined of seven is one.</summary>
    public static bool Fits(string? typed, int letters) =>
        Tidy(typed) is var text && (text.Length <= letters || (text.Length <= Room(letters) && new StringInfo(text).LengthInTextElements <= letters));

    /// <summary>The UTF-16 code units that are kept for so many letters.</summary>
    public static int Room(int letters) => letters * UnitsOfLetter;

    /// <summary>Runs of anything but white space in which something can be seen, as the counter in the browser counts them.</summary>
    public static int Words(string? text)
    {
        var (words, isCounted) = (0, false);
        foreach (var letter in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(letter)) isCounted = false;
            else if (!isCounted && Folded.IsSeen(letter)) (words, isCounted) = (words + 1, true);
        }

        return words;
    }

    /// <summary>Whether there is nothing in a text that nobody types: see <see cref="Typed"/>.</summary>
    public static bool IsTyped(string? text) => text is null || Pasted.Refused(Pasted.Clean(text)) is null;

    /// <summary>Refuses characters that nobody types: controls, the mark that turns letters around, private use and broken surrogates.</summary>
    public static IRuleBuilderOptions<T, string?> Typed<T>(this IRuleBuilder<T, string?> rule, string what) =>
        rule.Must(IsTyped)
            .WithMessage((_, text) => $"{what} has hidden characters that we cannot keep, where ▯ stands here: “{Pasted.Refused(Pasted.Clean(text!))}”. "
                + "Type that part again instead of pasting it");

    /// <summary>At most so many characters, all of them typed.</summary>
    public static IRuleBuilderOptions<T, string?> Brief<T>(this IRuleBuilder<T, string?> rule, string what, int length) =>
        rule.Must(text => Fits(text, length)).WithMessage(_ => $"{what} must be {length:N0} characters or fewer").Typed(what);

    private static bool IsSeen(string text)
    {
        foreach (var letter in text.EnumerateRunes())
        {
            if (Folded.IsSeen(letter)) return true;
        }

        return false;
    }

    private static bool Turns(char letter) =>
        letter is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
