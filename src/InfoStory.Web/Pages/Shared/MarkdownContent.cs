using System.Text.Encodings.Web;
using InfoStory.Data.Markdown;
using Microsoft.AspNetCore.Html;

namespace InfoStory.Web.Pages.Shared;

/// <summary>What the team wrote in Markdown, with the few marks that it may have.</summary>
public sealed class MarkdownContent(string text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(MarkdownHtml.Of(text));
}
