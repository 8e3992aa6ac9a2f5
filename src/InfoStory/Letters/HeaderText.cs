using System.Globalization;
using System.Text;

namespace InfoStory.Letters;

/// <summary>Makes one line of a letter's head of any text.</summary>
public static class HeaderText
{
    /// <summary>The longest such line, in UTF-16 code units.</summary>
    public const int MaxLength = 200;

    /// <summary>One line: no control and no format character, no broken surrogate, one space for each run of white space, cut between characters.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, MaxLength + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && rune != Rune.ReplacementChar) line.Append(rune.ToString());
            if (line.Length > MaxLength) break;
        }

        return Cut(line.ToString()).TrimEnd();
    }

    private static string Cut(string line)
    {
        if (line.Length <= MaxLength) return line;

        var end = 0;
        for (var next = 0; next <= MaxLength; next += StringInfo.GetNextTextElementLength(line, next)) end = next;
        return line[..end];
    }
}
