using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using InfoStory.Dissemination.Briefings;
using InfoStory.Web.Words;
using A = DocumentFormat.OpenXml.Drawing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace InfoStory.Web.Briefings;

/// <summary>The chart of hand-offs as Word draws it, with words in its place for whoever does not see it.</summary>
internal static class WordChart
{
    private const uint CategoryAxis = 1, ValueAxis = 2;

    private const string Kind = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private const long Width = 6_000_000, RowHeight = 330_000, Foot = 200_000;

    public static W.Paragraph Of(IReadOnlyList<HandOffBar> bars, MainDocumentPart main)
    {
        var part = main.AddNewPart<ChartPart>();
        part.ChartSpace = new ChartSpace(new EditingLanguage { Val = WordStyles.Language }, new RoundedCorners { Val = false }, Chart(bars));
        var frame = new Inline(
            new Extent { Cx = Width, Cy = (bars.Count * RowHeight) + Foot }, new EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DocProperties { Id = 1, Name = "Hand-offs", Description = WordText.Of(Says(bars)), Title = BriefingWords.HandOffs },
            new NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(new ChartReference { Id = main.GetIdOfPart(part) }) { Uri = Kind }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        return new W.Paragraph(new W.ParagraphProperties(new W.KeepNext()), new W.Run(new W.Drawing(frame)));
    }

    private static string Says(IEnumerable<HandOffBar> bars) =>
        $"{BriefingWords.HandOffsAlternative} {string.Join("; ", bars.Select(bar => $"{Name(bar)}: {bar.Stories:N0}"))}.";

    private static string Name(HandOffBar bar) => $"{bar.From} to {bar.To}";

    private static Chart Chart(IReadOnlyList<HandOffBar> bars) => new(
        new AutoTitleDeleted { Val = true },
        new PlotArea(
            new Layout(),
            new BarChart(
                new BarDirection { Val = BarDirectionValues.Bar }, new BarGrouping { Val = BarGroupingValues.Clustered }, new VaryColors { Val = false },
                Series(bars), new GapWidth { Val = 60 }, new AxisId { Val = CategoryAxis }, new AxisId { Val = ValueAxis }),
            new CategoryAxis(
                new AxisId { Val = CategoryAxis }, new Scaling(new Orientation { Val = OrientationValues.MaxMin }), new Delete { Val = false },
                new AxisPosition { Val = AxisPositionValues.Left }, new MajorTickMark { Val = TickMarkValues.None },
                new MinorTickMark { Val = TickMarkValues.None }, new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
                new CrossingAxis { Val = ValueAxis }, new Crosses { Val = CrossesValues.AutoZero }),
            new ValueAxis(
                new AxisId { Val = ValueAxis }, new Scaling(new Orientation { Val = OrientationValues.MinMax }, new MinAxisValue { Val = 0 }),
                new Delete { Val = true }, new AxisPosition { Val = AxisPositionValues.Top }, new NumberingFormat { FormatCode = "0", SourceLinked = false },
                new MajorTickMark { Val = TickMarkValues.None }, new MinorTickMark { Val = TickMarkValues.None },
                new TickLabelPosition { Val = TickLabelPositionValues.None }, new CrossingAxis { Val = CategoryAxis },
                new Crosses { Val = CrossesValues.AutoZero })),
        new PlotVisibleOnly { Val = true },
        new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap });

    private static BarChartSeries Series(IReadOnlyList<HandOffBar> bars) => new(
        new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = 0 }, new Order { Val = 0 }, new SeriesText(new NumericValue("Stories")),
        new ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = "0F5C50" })), new InvertIfNegative { Val = false },
        new DataLabels(
            new ShowLegendKey { Val = false }, new ShowValue { Val = true }, new ShowCategoryName { Val = false }, new ShowSeriesName { Val = false },
            new ShowPercent { Val = false }, new ShowBubbleSize { Val = false }),
        new CategoryAxisData(new StringLiteral(
            [new PointCount { Val = (uint)bars.Count },
                .. bars.Select((bar, index) => new StringPoint(new NumericValue(WordText.Of(Name(bar)))) { Index = (uint)index })])),
        new Values(new NumberLiteral(
            [new FormatCode("0"), new PointCount { Val = (uint)bars.Count },
                .. bars.Select((bar, index) => new NumericPoint(new NumericValue($"{bar.Stories}")) { Index = (uint)index })])));
}
