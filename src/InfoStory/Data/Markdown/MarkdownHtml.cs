using System.Text;
using Ganss.Xss;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InfoStory.Data.Markdown;

/// <summary>
/// What the team wrote in Markdown as HTML that can do nothing: rendered without any HTML of its own, and then cleaned of all that is not named here.
/// </summary>
public static class MarkdownHtml
{
    private static readonly HtmlSanitizer Cleaner = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(["p", "br", "h3", "ul", "ol", "li", "strong", "em", "a", "blockquote"], StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(["href", "rel", "start"], StringComparer.OrdinalIgnoreCase),
        AllowedSchemes = new HashSet<string>(["http", "https"], StringComparer.OrdinalIgnoreCase),
        UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
    });

    /// <summary>The text as HTML; h3 is its highest heading.</summary>
    public static string Of(string text)
    {
        if (MarkdownSource.IsPlain(text) || MarkdownSource.Parse(text) is not { } document) return Paragraphs(text);

        foreach (var link in document.Descendants<LinkInline>()) link.GetAttributes().AddProperty("rel", "nofollow noopener");
        return Cleaner.Sanitize(document.ToHtml(MarkdownSource.Pipeline)).Trim();
    }

    /// <summary>A text without marks, as the parser would have it.</summary>
    private static string Paragraphs(string text)
    {
        var (html, isOpen) = (new StringBuilder(text.Length), false);
        foreach (var line in text.Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                if (isOpen) html.Append("</p>\n");
                isOpen = false;
                continue;
            }

            html.Append(isOpen ? "<br>\n" : "<p>").Append(Escaped(line.Trim()));
            isOpen = true;
        }

        return html.Append(isOpen ? "</p>" : "").ToString().TrimEnd();
    }

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\u00a0", "&nbsp;", StringComparison.Ordinal);
}
