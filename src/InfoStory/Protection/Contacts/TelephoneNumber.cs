using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using InfoStory.Data.Folding;

namespace InfoStory.Protection.Contacts;

/// <summary>What counts as a telephone number, however it was pasted.</summary>
public static partial class TelephoneNumber
{
    private const int LongestTyped = 200, Longest = 40;

    /// <summary>What can be dialled: plain digits with single spaces, brackets and hyphens. Null where nothing is left.</summary>
    public static string? Tidy(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped) return typed;

        var text = new string([.. UnicodeForm.Of(Folded.SeenOf(typed), NormalizationForm.FormKC).Select(Plain)]).Trim();
        text = Called().Replace(text, "").Split(';')[0].Replace('.', ' ').Replace('/', ' ');
        // The 0 is dialled only inside the country.
        if (text.StartsWith('+') || text.StartsWith("00", StringComparison.Ordinal)) text = Trunk().Replace(text, " ");
        text = Spaces().Replace(text, " ").Trim();
        return text.Length > 0 ? text : null;
    }

    /// <param name="number">Tidy.</param>
    public static bool IsValid(string number) =>
        number.Length <= Longest && Dialled().IsMatch(number) && number.Count(char.IsAsciiDigit) is >= 10 and <= 15;

    private static char Plain(char letter) => CharUnicodeInfo.GetDecimalDigitValue(letter) is >= 0 and var digit
        ? (char)('0' + digit)
        : char.GetUnicodeCategory(letter) == UnicodeCategory.DashPunctuation || letter == '\u2212' ? '-' : letter;

    [GeneratedRegex(@"^(?:tel|telephone|phone|mobile|mob)\b[.:]? *", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Called();

    [GeneratedRegex(@" *\( *0 *\) *", RegexOptions.NonBacktracking)]
    private static partial Regex Trunk();

    [GeneratedRegex(" {2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\+?[0-9 ()\-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Dialled();
}
