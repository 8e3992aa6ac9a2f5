using System.Buffers;
using System.Globalization;
using System.Text;
using InfoStory.Data.Folding;

namespace InfoStory.Data;

/// <summary>Whether the mail server takes letters to addresses with letters such as ë before the @ (SMTPUTF8, RFC 6531).</summary>
public sealed record MailReach(Func<CancellationToken, Task<bool>> TakesUnicodeAsync);

/// <summary>
/// What counts as an email address, for everybody who gives one: a name and a domain (RFC 5321, 6531) without the quotes, comments and lists that a mail
/// program may write but nobody's address has. A test reads all that is taken here with the library that sends.
/// </summary>
public static class EmailAddress
{
    /// <summary>What whoever typed none reads, everywhere.</summary>
    public const string Wrong = "Enter an email address in the right form, such as name@example.org";

    private const int LongestTyped = 1000, Longest = 254, LongestName = 64;

    private static readonly SearchValues<char> Signs = SearchValues.Create("!#$%&'*+-/=?^_`{|}~.");
    private static readonly char[] After = ['.', ',', ';', ' '];
    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    /// <summary>What was meant: nothing invisible, and none of what stands around an address that is copied. Null where nothing is left.</summary>
    public static string? Tidy(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped) return typed;

        var text = UnicodeForm.Of(Folded.SeenOf(typed), NormalizationForm.FormKC).Replace('’', '\'').Trim().TrimEnd(After);
        // As a mail program copies it: Anna <anna@example.org>.
        if (text.EndsWith('>') && text.IndexOf('<', StringComparison.Ordinal) is >= 0 and var from && !text[..from].Contains('@', StringComparison.Ordinal))
            text = text[(from + 1)..^1];
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) text = text["mailto:".Length..].Split('?')[0];
        text = text.Trim().TrimEnd(After);
        return text.Length > 0 ? text : null;
    }

    /// <param name="address">Tidy.</param>
    public static bool IsValid(string? address) =>
        address is { Length: <= Longest } && Encoding.UTF8.GetByteCount(address) <= Longest
        && address.Split('@') is [var name, var domain] && IsName(name) && IsDomain(domain);

    /// <summary>True where only a server that takes SMTPUTF8 can be given a letter to it: a domain has a form in ASCII, a name has none.</summary>
    public static bool NeedsUnicode(string address) => !Ascii.IsValid(address.AsSpan(0, Math.Max(0, address.IndexOf('@', StringComparison.Ordinal))));

    /// <summary>
    /// The form in which accounts keep an address and are found by it: ASCII only, because an address that looks like another one is then another one. Null
    /// where it has none.
    /// </summary>
    public static string? OfAccount(string? typed)
    {
        if (Tidy(typed) is not { Length: <= Longest } address || address.Split('@') is not [var name, var domain]) return null;

        var known = Ascii.IsValid(domain) ? address : $"{name}@{InAscii(domain)}";
        return Ascii.IsValid(known) ? known : null;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= LongestName
        && name[0] != '.' && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal)
        && name.EnumerateRunes().All(letter => letter.IsAscii
            ? char.IsAsciiLetterOrDigit((char)letter.Value) || Signs.Contains((char)letter.Value)
            : Rune.IsLetterOrDigit(letter) || Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsDomain(string domain) =>
        InAscii(domain).Split('.') is [.., _, var last] labels && labels.All(label => label.Length > 0) && !last.All(char.IsAsciiDigit);

    /// <summary>The domain as it is sent; empty where it can be none.</summary>
    private static string InAscii(string domain)
    {
        try
        {
            return Domains.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return "";
        }
    }
}
