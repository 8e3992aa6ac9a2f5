using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace InfoStory.Web.Briefings;

/// <summary>Paragraphs of a Word document.</summary>
internal static class WordText
{
    public static Paragraph Heading(string text, int level) => Paragraph(text, $"Heading{level}");

    public static Paragraph Paragraph(string text, string? style = null)
    {
        var paragraph = new Paragraph();
        if (style is not null) paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(Run(text));
        return paragraph;
    }

    public static Paragraph Item(string text, bool isNumbered = false) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = WordStyles.Item },
            new NumberingProperties(
                new NumberingLevelReference { Val = 0 }, new NumberingId { Val = isNumbered ? WordStyles.Numbers : WordStyles.Bullets })),
        Run(text));

    public static Run Run(string text)
    {
        var run = new Run();
        foreach (var (index, line) in Of(text).Split('\n').Index())
        {
            if (index > 0) run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>The text without what no XML document may hold, so that no letter breaks the whole.</summary>
    public static string Of(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at])) kept.Append(text[at]);
            else if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) kept.Append(text[at]).Append(text[++at]);
        }

        return kept.ToString();
    }
}
