using DocumentFormat.OpenXml.Wordprocessing;

namespace InfoStory.Web.Briefings;

/// <summary>Tables of a Word document, as wide as its text.</summary>
internal static class WordTable
{
    /// <param name="title">What the table is, for whoever does not see it.</param>
    /// <param name="columns">Their headings, with their widths in twentieths of a point.</param>
    /// <param name="rows">The text of each cell.</param>
    public static Table Of(string title, IReadOnlyList<(string Heading, int Width)> columns, IEnumerable<string[]> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{columns.Sum(column => column.Width)}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    Line<TopBorder>(), Line<BottomBorder>(), Line<InsideHorizontalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { FirstRow = true, NoVerticalBand = true, NoHorizontalBand = true, Val = "0620" },
                new TableCaption { Val = title }),
            new TableGrid(columns.Select(column => new GridColumn { Width = $"{column.Width}" })));
        table.Append(Row(columns.Select(column => column.Heading), columns, isHeader: true));
        table.Append(rows.Select(row => Row(row, columns, isHeader: false)));
        return table;
    }

    private static TableRow Row(IEnumerable<string> cells, IReadOnlyList<(string Heading, int Width)> columns, bool isHeader)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        if (isHeader) row.TableRowProperties!.Append(new TableHeader());
        row.Append(cells.Zip(columns, (text, column) => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = $"{column.Width}", Type = TableWidthUnitValues.Dxa }), Cell(text, isHeader))));
        return row;
    }

    private static Paragraph Cell(string text, bool isHeader)
    {
        var run = WordText.Run(text);
        if (isHeader) run.PrependChild(new RunProperties(new Bold()));
        return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell }), run);
    }

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "0B3A34" };
}
