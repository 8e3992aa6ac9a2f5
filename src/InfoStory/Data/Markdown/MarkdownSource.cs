using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InfoStory.Data.Markdown;

/// <summary>
/// The few marks that the team writes with: paragraphs, line breaks, ## for a heading, lists, bold, italic, links to http and https, and block quotes.
/// Whatever else Markdown knows is text as it was typed, HTML first of all, so that a text without these marks reads as it always did.
/// </summary>
internal static class MarkdownSource
{
    /// <summary>More marks than anybody types; a text with more of them is read as it was typed, so that no mixture of them takes long.</summary>
    private const int Most = 1_000;

    /// <summary>Only what is kept here has a meaning.</summary>
    public static MarkdownPipeline Pipeline { get; } = Build();

    /// <summary>Whether a text has no mark anywhere: then it needs no parser, and most texts are so.</summary>
    public static bool IsPlain(string text)
    {
        if (text.AsSpan().IndexOfAny('*', '_', '[') >= 0) return false;

        foreach (var line in text.Split('\n'))
        {
            if (line.TrimStart() is [var first, ..] && (first is '#' or '>' or '-' or '+' || char.IsAsciiDigit(first))) return false;
        }

        return true;
    }

    /// <summary>
    /// The parts of a text; null where they are so many, or lie in one another so deep, that nobody can have meant it, and the text is read as it was typed.
    /// </summary>
    public static MarkdownDocument? Parse(string text)
    {
        if (text.Count(letter => letter is '*' or '_' or '[' or ']' or '>' or '-' or '#') > Most) return null;

        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }

        // The parser of lists knows a line of stars, which nobody else does here.
        foreach (var line in document.Descendants<ThematicBreakBlock>().ToList())
        {
            var (parent, place) = (line.Parent!, line.Parent!.IndexOf(line));
            parent.RemoveAt(place);
            parent.Insert(place, new ParagraphBlock { Inline = new ContainerInline().AppendChild(new LiteralInline(line.Content)) });
        }

        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = 3;
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            // No page shows a picture that is not ours, or leads where no page is.
            if (link.IsImage || !IsPage(link.Url)) link.ReplaceBy(new ContainerInline(), copyChildren: true);
            else if (link.FirstChild is null) link.ReplaceBy(new LiteralInline(link.Url!));
            else link.Title = null;
        }

        return document;
    }

    private static bool IsPage(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var page) && (page.Scheme == Uri.UriSchemeHttps || page.Scheme == Uri.UriSchemeHttp);

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak();
        builder.BlockParsers.Clear();
        builder.BlockParsers.AddRange([new QuoteBlockParser(), new HeadingBlockParser { MaxLeadingCount = 2 }, new ListBlockParser(), new Paragraphs()]);
        builder.InlineParsers.Clear();
        builder.InlineParsers.AddRange([new LinkInlineParser(), new EmphasisInlineParser(), new LineBreakInlineParser()]);
        return builder.Build();
    }

    /// <summary>Without definitions of links, which would be words that no page shows, and without headings that are underlined.</summary>
    private sealed class Paragraphs : ParagraphBlockParser
    {
        public Paragraphs() => ParseSetextHeadings = false;

        public override bool Close(BlockProcessor processor, Block block)
        {
            if (block is not ParagraphBlock { Lines.Count: > 0 } paragraph) return true;

            for (var line = 0; line < paragraph.Lines.Count; line++) paragraph.Lines.Lines[line].Slice.TrimStart();
            paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice.TrimEnd();
            return true;
        }
    }
}
