using System.Globalization;
using System.Text;

namespace InfoStory.Data;

/// <summary>Letters that nobody sees: they come along when something is pasted.</summary>
public static class Invisible
{
    /// <summary>The text without them; every blank space is a plain one.</summary>
    public static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(letter)) kept.Append(' ');
            else if (!IsInvisible(letter)) kept.Append(letter.ToString());
        }

        return kept.ToString();
    }

    /// <summary>Controls, marks of direction, joiners, and the default-ignorable code points of other categories (Unicode, DerivedCoreProperties).</summary>
    private static bool IsInvisible(Rune letter) =>
        Rune.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format
        || letter.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164
            or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0000 and <= 0xE0FFF);
}
