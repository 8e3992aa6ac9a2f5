using System.Runtime.InteropServices;
using System.Text;

namespace InfoStory.Data.Folding;

/// <summary>
/// A text as it is read, not as it is spelled: what cannot be seen is left out, and each letter, digit, dash, quote, full stop and space is of one
/// kind, whatever script or key it came from. Each of its letters knows where it stands in the text as it was typed, so that what is found here
/// can be marked there. Everything that looks for words of people looks here (docs/decisions/0040); Scripts/hints/folded.js does the very same.
/// </summary>
public sealed class Folded
{
    private const char FirstUnfolded = '\u007f';

    private readonly List<char> letters;
    private readonly List<int> starts, ends;

    private Folded(string typed)
    {
        Typed = typed;
        (letters, starts, ends) = (new(typed.Length), new(typed.Length), new(typed.Length));
        for (var at = 0; at < typed.Length;)
        {
            var code = CodeAt(typed, at);
            var end = at + (code > char.MaxValue ? 2 : 1);
            Add(code, at, end);
            at = end;
        }

        Unmix();
        Text = new(CollectionsMarshal.AsSpan(letters));
        Bare = string.Create(Text.Length, Text, static (to, from) =>
        {
            for (var at = 0; at < to.Length; at++) to[at] = BareOf(from[at]);
        });
    }

    public string Typed { get; }

    /// <summary>The text with its capitals, accents and line ends; accents are part of their letters, and a run of blank space is one.</summary>
    public string Text { get; }

    /// <summary>The same, unit for unit, in small letters without accents; letters that look like A to Z are such letters.</summary>
    public string Bare { get; }

    /// <summary>The text with its own quotes and dashes: what a person reads where it is quoted.</summary>
    public string Legible => string.Create(Text.Length, this, static (to, folded) =>
    {
        for (var at = 0; at < to.Length; at++)
        {
            var typed = folded.Typed[folded.starts[at]];
            to[at] = folded.Text[at] is '\'' or '"' or '-' && !char.IsSurrogate(typed) ? typed : folded.Text[at];
        }
    });

    /// <summary>The text with blank space for its line ends.</summary>
    public string OnOneLine => Text.Replace('\n', ' ');

    public static Folded Of(string typed) => new(typed);

    /// <summary>Whether a letter can be seen by itself: no blank space, nothing hidden, no mark without its letter.</summary>
    public static bool IsSeen(Rune letter) =>
        letter.Value is > ' ' and < FirstUnfolded
        || (letter.Value != ' ' && !FoldingTable.IsMark(letter.Value) && FoldingTable.TextOf(letter.Value) is not ("" or " " or "\n"));

    /// <summary>The text as it was typed, but without what cannot be seen; every blank space is a plain one.</summary>
    public static string SeenOf(string typed)
    {
        var seen = new StringBuilder(typed.Length);
        foreach (var letter in typed.EnumerateRunes())
        {
            var text = FoldingTable.TextOf(letter.Value);
            if (text is " " or "\n") seen.Append(' ');
            else if (text is not "") seen.Append(letter.ToString());
        }

        return seen.ToString();
    }

    /// <summary>Where the letters from <paramref name="start"/> to <paramref name="end"/> (not included) were typed, with what is hidden among them.</summary>
    public (int Start, int End) Typewritten(int start, int end) => (starts[start], ends[end - 1]);

    private static int CodeAt(string typed, int at) =>
        at + 1 < typed.Length && char.IsSurrogatePair(typed[at], typed[at + 1]) ? char.ConvertToUtf32(typed[at], typed[at + 1]) : typed[at];

    private static char BareOf(char letter)
    {
        if (letter >= FirstUnfolded) letter = FoldingTable.AlikeOf(FoldingTable.BareOf(letter));
        return letter is >= 'A' and <= 'Z' ? (char)(letter + 32) : letter;
    }

    private void Add(int code, int start, int end)
    {
        if (code is > ' ' and < FirstUnfolded and not '`') Put((char)code, start, end);
        else if (FoldingTable.IsMark(code)) Mark(code, start, end);
        else if (code == ' ' || FoldingTable.TextOf(code) is " ") Blank(' ', start, end);
        else if (FoldingTable.TextOf(code) is "\n") Blank('\n', start, end);
        else
        {
            var text = FoldingTable.TextOf(code) ?? Typed[start..end];
            foreach (var letter in text) Put(letter, start, end);
            // What chooses the picture of a letter goes with it.
            if (text.Length == 0 && code is (>= 0xfe00 and <= 0xfe0f) or >= 0xe0000) Extend(end);
        }
    }

    private void Put(char letter, int start, int end)
    {
        letters.Add(letter);
        starts.Add(start);
        ends.Add(end);
    }

    private void Blank(char blank, int start, int end)
    {
        if (letters.Count == 0 || letters[^1] is not (' ' or '\n')) Put(blank, start, end);
        else
        {
            if (blank == '\n') letters[^1] = blank;
            Extend(end);
        }
    }

    /// <summary>An accent becomes part of its letter; a mark that only decorates goes with it; in scripts that write with marks they stay.</summary>
    private void Mark(int code, int start, int end)
    {
        if (letters.Count == 0) return;

        var last = letters[^1];
        if (WritesWithMarks(last))
        {
            foreach (var unit in Typed[start..end]) Put(unit, start, end);
            return;
        }

        if (!char.IsSurrogate(last) && UnicodeForm.Of($"{last}{char.ConvertFromUtf32(code)}", NormalizationForm.FormC) is [var made]) letters[^1] = made;
        Extend(end);
    }

    private void Extend(int end)
    {
        if (ends.Count > 0) ends[^1] = end;
    }

    /// <summary>Hebrew, Arabic, Devanagari, Thai and the like, and what their marks make of them.</summary>
    private static bool WritesWithMarks(char letter) =>
        letter is (>= '\u0590' and < '\u1e00') or (>= '\u2e80' and < '\ud800') or (>= '\uf900' and < '\ufe00');

    /// <summary>A word of Latin letters or digits that borrows some from Greek or Cyrillic is read as Latin.</summary>
    private void Unmix()
    {
        for (var (from, at, isLatin, borrows) = (0, 0, false, false); at <= letters.Count; at++)
        {
            var letter = at < letters.Count ? letters[at] : ' ';
            if (letter is ' ' or '\n')
            {
                for (; isLatin && borrows && from < at; from++) letters[from] = FoldingTable.AlikeOf(letters[from]);
                (from, isLatin, borrows) = (at + 1, false, false);
            }
            else if (char.IsAsciiLetterOrDigit(letter)) isLatin = true;
            else if (letter >= FirstUnfolded) borrows |= FoldingTable.AlikeOf(letter) != letter;
        }
    }
}
