using System.Globalization;
using System.Text;
using FluentValidation;

namespace InfoStory.Data;

/// <summary>What counts as text that a person typed, and how long it is.</summary>
public static class PlainText
{
    /// <summary>Line ends as one character and no blank space around it. Nothing else is changed.</summary>
    public static string Tidy(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>The same; null where nothing is left.</summary>
    public static string? TidyOrNull(string? typed) => Tidy(typed) is { Length: > 0 } text ? text : null;

    /// <summary>Runs of anything but white space, as the counter in the browser counts them.</summary>
    public static int Words(string? text)
    {
        var (words, inside) = (0, false);
        foreach (var letter in text ?? "")
        {
            var blank = char.IsWhiteSpace(letter);
            if (!blank && !inside) words++;
            inside = !blank;
        }

        return words;
    }

    /// <summary>Refuses characters that nobody types: controls, direction overrides, private use and broken surrogates.</summary>
    public static IRuleBuilderOptions<T, string?> Typed<T>(this IRuleBuilder<T, string?> rule, string what) =>
        rule.Must(text => text is null || text.EnumerateRunes().All(IsTyped))
            .WithMessage($"{what} has hidden characters that we cannot keep. Type that part again instead of pasting it");

    /// <summary>At most so many characters, all of them typed.</summary>
    public static IRuleBuilderOptions<T, string?> Brief<T>(this IRuleBuilder<T, string?> rule, string what, int length) =>
        rule.Must(text => Tidy(text).Length <= length).WithMessage(_ => $"{what} must be {length:N0} characters or fewer").Typed(what);

    private static bool IsTyped(Rune rune) => rune.Value switch
    {
        '\n' or '\r' or '\t' => true,
        0x202D or 0x202E or 0xFFFD => false,
        _ => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned),
    };
}
