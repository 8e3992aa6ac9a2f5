using System.Net;
using System.Text;

namespace InfoStory.Connectors;

/// <summary>Makes simple HTML of a letter's text: paragraphs, and links where an address is the site's own. Nothing of it is loaded from anywhere.</summary>
internal static class LetterHtml
{
    // No colours: where the reader's program is dark, the letter is.
    private const string Style = "font: 16px/1.5 sans-serif; max-width: 38em; margin: 1em auto; padding: 0 1em; overflow-wrap: anywhere";

    /// <param name="title">The subject line.</param>
    /// <param name="text">Plain text: paragraphs with an empty line between them.</param>
    /// <param name="site">The address of the site; only what begins with it becomes a link.</param>
    public static string Of(string title, string text, string site)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>").Append(WebUtility.HtmlEncode(title))
            .Append("</title></head>\n<body style=\"").Append(Style).Append("\">\n");
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            html.Append("<p>").AppendJoin("<br>\n", paragraph.Split('\n').Select(line => Line(line, site))).Append("</p>\n");

        return html.Append("</body></html>\n").ToString();
    }

    private static string Line(string line, string site) => string.Join(' ', line.Split(' ').Select(word => Word(word, site)));

    private static string Word(string word, string site)
    {
        var address = word.TrimStart('(').TrimEnd('.', ',', ';', ':', '!', '?', ')');
        if (!IsOurs(address, site)) return WebUtility.HtmlEncode(word);

        var (encoded, begins) = (WebUtility.HtmlEncode(address), word.IndexOf(address, StringComparison.Ordinal));
        return $"{word[..begins]}<a href=\"{encoded}\">{encoded}</a>{WebUtility.HtmlEncode(word[(begins + address.Length)..])}";
    }

    private static bool IsOurs(string address, string site) =>
        site.Length > 0 && address.StartsWith(site, StringComparison.Ordinal) && (address.Length == site.Length || address[site.Length] is '/' or '?' or '#')
        && Uri.TryCreate(address, UriKind.Absolute, out _);
}
