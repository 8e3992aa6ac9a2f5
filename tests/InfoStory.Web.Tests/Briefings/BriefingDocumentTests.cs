using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;
using InfoStory.Web.Briefings;

namespace InfoStory.Web.Tests.Briefings;

/// <summary>The briefing as a Word document: valid, and read by a screen reader as well as by an eye.</summary>
public sealed class BriefingDocumentTests
{
    [Fact]
    public void A_document_is_valid_and_has_headings_table_headers_words_for_its_chart_a_language_and_a_title()
    {
        using var document = Open(BriefingDocument.Write(Content("Why do people repeat their story?")));
        var main = document.MainDocumentPart!;
        var (body, styles) = (main.Document!.Body!, main.StyleDefinitionsPart!.Styles!);

        Assert.Empty(Errors(document));
        Assert.Equal("Why do people repeat their story?", document.PackageProperties.Title);
        Assert.Equal("en-GB", styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.Languages!.Val!.Value);
        Assert.Equal(
            ["Heading1", .. Enumerable.Repeat("Heading2", 4), "Heading3", "Heading3"],
            Styled(body).Where(style => style.StartsWith("Heading", StringComparison.Ordinal)).Take(7).Order(StringComparer.Ordinal));
        Assert.All(body.Elements<Table>(), table =>
        {
            Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.NotNull(table.GetFirstChild<TableProperties>()!.TableCaption);
        });
        Assert.Equal(2, body.Elements<Table>().Count());
        var described = Assert.Single(body.Descendants<DocProperties>());
        Assert.Contains("Housing to Police: 12", described.Description!.Value, StringComparison.Ordinal);
        Assert.Single(main.ChartParts);
        Assert.Contains("“They rang.”", body.InnerText, StringComparison.Ordinal);
        // Below five: one of the promises is, and no number of stories.
        Assert.Contains("Broken: 1", body.InnerText, StringComparison.Ordinal);
        Assert.Contains("Numbers of stories below 5, and those that would give one away, are left out.", body.InnerText, StringComparison.Ordinal);
        Assert.Contains("Every promise is counted, also below 5: each has a public page.", body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_may_be_shown_the_document_says_so_and_no_more()
    {
        using var document = Open(BriefingDocument.Write(new()
        {
            Question = "Why?",
            Audience = Audience.Press,
            At = A.Tuesday.UtcDateTime,
            Studies = 0,
            Contact = "The team",
            Readings = ["Never shown"],
        }));

        Assert.Empty(Errors(document));
        Assert.DoesNotContain("Never shown", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_typed_is_text_in_it_and_never_breaks_it()
    {
        var random = new Random(83);
        string[] hard =
        [
            "\u0000", "\u0008", "\u000b", "\ufffe", "\uffff", "\ud83d", "\ude00", "😀", "<w:p/>", "]]>", "&amp;", "&#0;", "\"", "'", "=1+1", "@SUM(1)",
            "\u202e", "\n", "\r\n", "\t", "<!DOCTYPE", "<script>", "{ HYPERLINK \"x\" }", "\u2028", " ", "é", "كتاب",
        ];
        for (var round = 0; round < 60; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => hard[random.Next(hard.Length)])) + "end";

            using var document = Open(BriefingDocument.Write(Content(text)));

            Assert.Empty(Errors(document));
            Assert.EndsWith("end", document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().ElementAt(1).InnerText, StringComparison.Ordinal);
            if (!text.Contains('<', StringComparison.Ordinal)) continue;

            Assert.Contains("<", document.MainDocumentPart.Document.Body.Elements<Paragraph>().ElementAt(1).InnerText, StringComparison.Ordinal);
        }
    }

    private static BriefingContent Content(string text) => new()
    {
        Question = text,
        Audience = Audience.PolicyMakers,
        At = A.Tuesday.UtcDateTime,
        Studies = 14,
        Stories = 15,
        First = new(2026, 3, 1),
        Last = new(2026, 11, 2),
        Figures = [new(FigureKind.SentOn, 8, 14), new(FigureKind.HandOffs, 2.5m, 14), new(FigureKind.DaysWaited, 21, 14),
            new(FigureKind.ToldAgain, null, null)],
        HandOffs = [new("Housing", text, 12), new("Housing", "Police", 12)],
        Barriers = [new(text, 9)],
        Enablers = [new("Lead worker", null)],
        Readings = [text, "Another"],
        Quotes = [new("They rang.", WhoIsTelling.FrontLineWorker, text, "slug")],
        Promises = new([], [Promise(text), Promise("b"), Promise("c"), Promise("d")], [Promise("Late") with { State = PromiseState.Overdue }]),
        Contact = text,
    };

    private static PromiseRow Promise(string what) => new(
        new Id<Promise>(1), "slug", what, "Head", what, "council", PromiseOutcome.Open, A.Tuesday.UtcDateTime, A.Tuesday.UtcDateTime, null)
    { State = PromiseState.Due };

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static IEnumerable<string> Errors(WordprocessingDocument document) =>
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}");

    private static IEnumerable<string> Styled(Body body) =>
        body.Elements<Paragraph>().Select(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).OfType<string>();
}
