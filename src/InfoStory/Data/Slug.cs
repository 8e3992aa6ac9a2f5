using System.Globalization;
using System.Text;
using InfoStory.Data.Folding;

namespace InfoStory.Data;

/// <summary>A title as part of an address: lower-case ASCII letters, digits and single hyphens, at most 80 characters.</summary>
public static class Slug
{
    public const int MaxLength = 80;

    public static string From(string title) => Of(title) ?? "untitled";

    /// <summary>As <see cref="From"/>; null where the title has no such letter or digit.</summary>
    public static string? Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in UnicodeForm.Of(title, NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || letter is '\'' or '’') continue;
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var whole = slug.ToString().Trim('-');
        if (whole.Length <= MaxLength) return whole.Length == 0 ? null : whole;

        var cut = whole.LastIndexOf('-', MaxLength);
        return whole[..(cut > 0 ? cut : MaxLength)];
    }
}
