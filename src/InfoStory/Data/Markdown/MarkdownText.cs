using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InfoStory.Data.Markdown;

/// <summary>What the team wrote in Markdown as plain text: for search, letters, feeds, documents and whoever compares words.</summary>
public static class MarkdownText
{
    /// <summary>The words without marks; a list keeps its bullets and its numbers.</summary>
    /// <param name="addresses">The address of each link follows its words.</param>
    public static string Of(string text, bool addresses = false)
    {
        if (MarkdownSource.IsPlain(text) || MarkdownSource.Parse(text) is not { } document) return text;

        var plain = new StringBuilder(text.Length);
        Write(document, plain, addresses);
        return plain.ToString().Trim();
    }

    private static void Write(ContainerBlock blocks, StringBuilder plain, bool addresses)
    {
        foreach (var block in blocks)
        {
            if (block is ListItemBlock item)
                plain.Append(blocks is ListBlock { IsOrdered: true } ? string.Create(CultureInfo.InvariantCulture, $"{item.Order}. ") : "• ");
            if (block is ContainerBlock inner) Write(inner, plain, addresses);
            else if (block is LeafBlock { Inline: { } inlines })
            {
                Write(inlines, plain, addresses);
                plain.Append(blocks is ListItemBlock ? "\n" : "\n\n");
            }
            if (block is ListBlock && blocks is not ListItemBlock) plain.Append('\n');
        }
    }

    private static void Write(ContainerInline inlines, StringBuilder plain, bool addresses)
    {
        foreach (var inline in inlines)
        {
            if (inline is LiteralInline literal) plain.Append(literal.Content.AsSpan());
            else if (inline is LineBreakInline) plain.Append('\n');
            else if (inline is ContainerInline inner) Write(inner, plain, addresses);
            if (addresses && inline is LinkInline { Url: { } address }) plain.Append(CultureInfo.InvariantCulture, $" ({address})");
        }
    }
}
