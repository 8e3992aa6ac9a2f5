using System.Buffers;
using System.Globalization;
using System.Text;

namespace InfoStory.Data.Folding;

/// <summary>
/// Turns what Word, PDF files and old code pages leave in a pasted text into the letters that were meant, and takes out what nobody sees and
/// nobody misses. What is left that cannot be kept is refused with the words around it.
/// </summary>
internal static class Pasted
{
    private const int Around = 24;

    // Windows-1252 from 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt); a blank where it has no letter.
    private const string Windows = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    // What Symbol and Wingdings print, of which all else is a bullet.
    private static readonly Dictionary<char, string> Signs = new()
    {
        ['\uf020'] = " ",
        ['\uf02d'] = "-",
        ['\uf04a'] = "☺",
        ['\uf04c'] = "☹",
        ['\uf0a8'] = "□",
        ['\uf06f'] = "□",
        ['\uf0fb'] = "✗",
        ['\uf0fc'] = "✓",
        ['\uf0fd'] = "☒",
        ['\uf0fe'] = "☑",
        ['\uf0ae'] = "→",
        ['\uf0e0'] = "→",
        ['\uf0e8'] = "→",
        ['\uf0f0'] = "→",
        ['\uf0a3'] = "≤",
        ['\uf0b3'] = "≥",
        ['\uf0b0'] = "°",
    };

    private static readonly SearchValues<char> Suspect = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7f, 0x21)).Select(code => (char)code).Except(['\n', '\t']), '\u00ad', '\u180e',
        .. "\u200b\u2028\u2029\u202d\u2060\u2061\u2062\u2063\u2064\ufeff\ufffc", .. Enumerable.Range(0xf020, 0xe0).Select(code => (char)code), '\uf8ff',
    ]);

    /// <summary>The letters that were meant. A text without any of these is given back as it is.</summary>
    public static string Clean(string typed)
    {
        if (!typed.AsSpan().ContainsAny(Suspect)) return typed;

        var (clean, isTurned) = (new StringBuilder(typed.Length), false);
        for (var at = 0; at < typed.Length; at++)
        {
            var letter = typed[at];
            if (letter == '\r' && at + 1 < typed.Length && typed[at + 1] == '\n') continue;
            if (letter == '\u202c' && isTurned)
            {
                isTurned = false;
                continue;
            }

            // Around every number that is copied from the contacts of an iPhone; it changes nothing there.
            isTurned |= letter == '\u202d';
            clean.Append(Meant(letter) ?? $"{letter}");
        }

        return clean.ToString();
    }

    /// <summary>The first letter that cannot be kept, with the words around it; null where there is none.</summary>
    public static string? Refused(string clean)
    {
        for (var at = 0; at < clean.Length;)
        {
            var isLetter = Rune.TryGetRuneAt(clean, at, out var rune);
            if (!isLetter || !IsKept(rune)) return Quoted(clean, at, at + (isLetter ? rune.Utf16SequenceLength : 1));

            at += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>The text without the letters that cannot be kept.</summary>
    public static string Kept(string text) => string.Concat(text.EnumerateRunes().Where(IsKept));

    private static string? Meant(char letter) => letter switch
    {
        '\v' or '\f' or '\r' or '\u2028' or '\u2029' => "\n",
        '\a' => " ",
        '\u001e' => "-",
        '\u001f' or '\u00ad' or '\u180e' or '\u200b' or '\u202d' or '\ufeff' or '\ufffc' or '\uf8ff' or (>= '\u2060' and <= '\u2064') => "",
        >= '\u0080' and <= '\u009f' => Windows[letter - '\u0080'] is var meant and not ' ' ? $"{meant}" : null,
        >= '\uf020' and <= '\uf0ff' => Signs.GetValueOrDefault(letter, "•"),
        _ => null,
    };

    /// <summary>No control, no mark that turns letters around, no private use, no half of a letter. What has no name yet passes.</summary>
    private static bool IsKept(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => true,
        0x202E or 0xFFFD or (>= 0xFDD0 and <= 0xFDEF) => false,
        _ => (rune.Value & 0xFFFE) != 0xFFFE && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse),
    };

    private static string Quoted(string text, int start, int end)
    {
        var (from, to) = (Math.Max(0, start - Around), Math.Min(text.Length, end + Around));
        if (from > 0 && text.IndexOf(' ', from, start - from) is var first and > 0) from = first + 1;
        if (to < text.Length && text.LastIndexOf(' ', to - 1, to - end) is var last && last >= end) to = last;
        return $"{(from > 0 ? "…" : "")}{Shown(text[from..start])}▯{Shown(text[end..to])}{(to < text.Length ? "…" : "")}";
    }

    private static string Shown(string part)
    {
        var shown = new StringBuilder(part.Length);
        foreach (var rune in part.EnumerateRunes()) shown.Append(rune.Value is '\n' or '\t' ? " " : IsKept(rune) ? rune.ToString() : "▯");
        return shown.ToString();
    }
}
