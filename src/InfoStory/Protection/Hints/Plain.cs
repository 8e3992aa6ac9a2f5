namespace InfoStory.Protection.Hints;

/// <summary>
/// A text made plain for names, unit for unit, accents kept, so that places in it are places in the text: small letters from A to Z, one kind
/// of space, dash, quote and apostrophe. Scripts/hints/plain.js does the very same.
/// </summary>
internal static class Plain
{
    public static string Of(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var at = 0; at < to.Length; at++) to[at] = Of(from[at]);
    });

    /// <summary>
    /// A bare text (<see cref="Data.Folding.Folded.Bare"/>) with _ for each letter and ~ for each other sign that is not ASCII, unit for unit:
    /// what ends a word is then the same to the patterns of two languages.
    /// </summary>
    public static string Ascii(string bare) => string.Create(bare.Length, bare, static (to, from) =>
    {
        for (var at = 0; at < to.Length; at++) to[at] = from[at] < '\u007f' ? from[at] : IsLetter(from[at]) ? '_' : '~';
    });

    /// <summary>A letter of any script that has them, or a digit. Coarse on purpose: two languages must agree on every unit.</summary>
    public static bool IsWord(char unit) => IsLetter(unit) || unit is >= '0' and <= '9';

    public static bool IsLetter(char unit) => unit is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or (>= '\u00c0' and < '\u2000' and not '\u00d7' and not '\u00f7');

    private static char Of(char unit) => unit switch
    {
        >= 'A' and <= 'Z' => (char)(unit + 32),
        '\t' or '\u00a0' or '\u2007' or '\u2009' or '\u202f' => ' ',
        '\r' => '\n',
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        '\u2018' or '\u2019' or '\u02bc' or '`' or '\u00b4' => '\'',
        '\u201c' or '\u201d' => '"',
        _ => unit,
    };
}
