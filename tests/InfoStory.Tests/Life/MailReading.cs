using System.Net;
using System.Text.RegularExpressions;
using MimeKit;

namespace InfoStory.Tests.Life;

/// <summary>Reads a letter as a mail program does: its text alone, and its HTML.</summary>
internal static partial class MailReading
{
    /// <summary>What RFC 5322 lets a line have at most; a longer one is broken anywhere.</summary>
    private const int LongestLine = 998;

    /// <summary>What a mail program that folds at 78 signs leaves whole, with the signed part of a link.</summary>
    private const int LongestAddress = 100;

    public static void MustBeReadable(string file)
    {
        Assert.All(File.ReadLines(file), line => Assert.True(line.Length <= LongestLine, $"{file}: {line}"));
        using var message = MimeMessage.Load(file);
        var (title, text, html) = (message.Subject, message.TextBody!.ReplaceLineEndings("\n"), message.HtmlBody!);

        Assert.True(!Loads().IsMatch(html), $"“{title}” loads something:\n{html}");
        Assert.True(Words(text) == Words(Plain(html)), $"“{title}” says another thing as HTML:\n{text}\n{html}");
        Assert.Equal(title, WebUtility.HtmlDecode(Title().Match(html).Groups["title"].Value));

        var addresses = Addresses(text);
        Assert.True(Addresses(html).Except(addresses).ToList() is [], $"“{title}” leads somewhere else as HTML:\n{html}");
        // Alone on its line, so that no program takes a full stop for a part of it or breaks it.
        foreach (var address in addresses.Where(address => address.Length > 40))
        {
            Assert.True(address.Length <= LongestAddress, $"“{title}” has an address that is too long: {address}");
            Assert.True(text.Split('\n').Any(line => line.Trim() == address), $"“{title}” has an address that does not stand alone on its line:\n{text}");
        }

        Assert.True(text.Split('\n').All(line => line.Trim().Length <= LongestLine), $"“{title}” has a line that is too long:\n{text}");
        Assert.False(text.Contains('\t') || text.Contains('<') || text.Contains('&'), $"“{title}” is no plain text:\n{text}");
    }

    private static List<string> Addresses(string text) =>
        [.. Address().Matches(text).Select(match => WebUtility.HtmlDecode(match.Value).TrimEnd('.', ',')).Distinct()];

    private static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(Anchor().Replace(Head().Replace(html, ""), ""), " "));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\bsrc\s*=|srcset|url\s*\(|background\s*=|<(img|link|script|iframe|object|embed|video|audio|svg|form|input|base|meta http)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Loads();

    [GeneratedRegex("https?://[^\\s\"<>]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("</?a( [^>]*)?>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Anchor();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("<head>.*?</head>", RegexOptions.Singleline, 1000)]
    private static partial Regex Head();

    [GeneratedRegex("<title>(?<title>.*?)</title>", RegexOptions.Singleline, 1000)]
    private static partial Regex Title();
}
