using System.Net;
using System.Text;
using InfoStory.Letters;

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
        foreach (var paragraph in LetterLayout.Of(text, site))
            html.Append("<p>").AppendJoin("<br>\n", paragraph.Select(line => string.Concat(line.Select(Part)))).Append("</p>\n");

        return html.Append("</body></html>\n").ToString();
    }

    private static string Part(LetterPart part)
    {
        var encoded = WebUtility.HtmlEncode(part.Text);
        return part.IsLink ? $"<a href=\"{encoded}\">{encoded}</a>" : encoded;
    }
}
