using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using InfoStory.Dissemination.Briefings;
using InfoStory.Web.Words;

namespace InfoStory.Web.Briefings;

/// <summary>
/// A briefing as a Word document on A4: headings that are headings, tables whose first row is repeated as their header, a chart with words in its place, and
/// the language, so that a screen reader reads it as well as an eye. Whatever was typed is text in it, and never markup.
/// </summary>
public static class BriefingDocument
{
    public static byte[] Write(BriefingContent content)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = WordText.Of(content.Question);
            document.PackageProperties.Language = WordStyles.Language;
            document.PackageProperties.Creator = "InfoStory";
            document.PackageProperties.Created = content.At;
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Styles();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Numbering();
            main.AddNewPart<DocumentSettingsPart>().Settings = WordStyles.Settings();
            var body = new Body(Parts(content, main));
            body.Append(WordStyles.Paper());
            main.Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Parts(BriefingContent content, MainDocumentPart main)
    {
        yield return WordText.Paragraph(content.Kind());
        yield return WordText.Heading(content.Question, 1);
        if (content.Studies == 0)
        {
            yield return WordText.Paragraph(BriefingWords.Nothing);
            yield break;
        }

        yield return WordText.Paragraph(content.RestsOn());
        yield return WordText.Paragraph(BriefingWords.SelfSelected, WordStyles.Caveat);
        if (content.IsLess) yield return WordText.Paragraph(BriefingWords.IsLess);
        foreach (var part in Figures(content).Concat(HandOffs(content, main)).Concat(Names(content)).Concat(Words(content)).Concat(Promises(content)))
            yield return part;

        yield return WordText.Heading(BriefingWords.Contact, 2);
        foreach (var line in content.Contact.Split('\n')) yield return WordText.Paragraph(line);
    }

    private static IEnumerable<OpenXmlElement> Figures(BriefingContent content)
    {
        yield return WordText.Heading(BriefingWords.KeyFigures, 2);
        if (content.Figures.All(figure => figure.Of is null))
        {
            yield return WordText.Paragraph(BriefingWords.NoFigures);
            yield break;
        }

        yield return WordTable.Of(
            BriefingWords.KeyFigures, [("Figure", 2_700), ("Number", 1_900), ("What it counts", 5_000)],
            content.Figures.Select(figure => new[] { figure.Kind.Title(), figure.InWords(), figure.Kind.Definition() }));
        yield return WordText.Paragraph(BriefingWords.SmallNumbersHint, WordStyles.Small);
    }

    private static IEnumerable<OpenXmlElement> HandOffs(BriefingContent content, MainDocumentPart main)
    {
        if (content.HandOffs.Count == 0) yield break;

        yield return WordText.Heading(BriefingWords.HandOffs, 2);
        yield return WordChart.Of(content.HandOffs, main);
        yield return WordTable.Of(
            BriefingWords.HandOffs, [("From", 4_000), ("To", 4_000), ("Stories", 1_600)],
            content.HandOffs.Select(bar => new[] { bar.From, bar.To, bar.Stories.ToString("N0") }));
    }

    private static IEnumerable<OpenXmlElement> Names(BriefingContent content)
    {
        if (content.Barriers.Count + content.Enablers.Count == 0) yield break;

        yield return WordText.Heading(BriefingWords.WayAndHelp, 2);
        yield return WordText.Paragraph(BriefingWords.WayAndHelpMeans, WordStyles.Small);
        foreach (var (heading, counts) in new[] { ("Barriers", content.Barriers), ("Enablers", content.Enablers) })
        {
            if (counts.Count == 0) continue;

            yield return WordText.Heading(heading, 3);
            foreach (var count in counts) yield return WordText.Item(count.InWords());
        }
    }

    private static IEnumerable<OpenXmlElement> Words(BriefingContent content)
    {
        yield return WordText.Heading(BriefingWords.Readings, 2);
        foreach (var reading in content.Readings) yield return WordText.Item(reading, isNumbered: true);
        if (content.Quotes.Count == 0) yield break;

        yield return WordText.Heading(BriefingWords.Quotes, 2);
        foreach (var quote in content.Quotes)
        {
            yield return WordText.Paragraph($"“{quote.Words}”", WordStyles.Quote);
            yield return WordText.Paragraph(quote.Source(), WordStyles.Small);
        }
    }

    private static IEnumerable<OpenXmlElement> Promises(BriefingContent content)
    {
        if (!content.Promises.Any) yield break;

        yield return WordText.Heading(BriefingWords.Promises, 2);
        yield return WordText.Paragraph(BriefingWords.PromisesMean, WordStyles.Small);
        foreach (var (heading, rows) in content.Promises.Heaps())
        {
            yield return WordText.Heading(heading, 3);
            foreach (var promise in rows.Take(BriefingPromises.MostNamed)) yield return WordText.Item(promise.InWords());
            if (rows.Count > BriefingPromises.MostNamed) yield return WordText.Item(BriefingWords.AndOthers(rows.Count));
        }
    }
}
