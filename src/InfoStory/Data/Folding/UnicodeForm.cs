using System.Text;

namespace InfoStory.Data.Folding;

/// <summary>The forms of Unicode, of any text at all: what is no letter in any of them, such as U+FFFE or half of a pair, is read as U+FFFD.</summary>
public static class UnicodeForm
{
    /// <summary>The text in this form.</summary>
    public static string Of(string text, NormalizationForm form)
    {
#pragma warning disable RS0030 // Here all that it would throw at is taken out before.
        return Readable(text).Normalize(form);
#pragma warning restore RS0030
    }

    private static string Readable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\uffff')) return text;

        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) readable.Append(((rune.Value & 0xFFFE) == 0xFFFE ? Rune.ReplacementChar : rune).ToString());
        return readable.ToString();
    }
}
