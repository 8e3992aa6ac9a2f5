using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace InfoStory.Web.Pages.Shared;

/// <summary>A person's text as paragraphs; a single line break stays one. Written without a view of its own, because a page has many.</summary>
public sealed class Paragraphs(string text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            writer.Write("<p>");
            var first = true;
            foreach (var line in paragraph.Split('\n'))
            {
                if (!first) writer.Write("<br>");
                encoder.Encode(writer, line);
                first = false;
            }

            writer.Write("</p>");
        }
    }
}
