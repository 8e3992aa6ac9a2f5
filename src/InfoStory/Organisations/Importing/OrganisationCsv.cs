using CsvHelper;
using InfoStory.Data;
using InfoStory.Data.Csv;

namespace InfoStory.Organisations.Importing;

/// <summary>One row of a file as it was typed; null where the file has no such column.</summary>
/// <param name="Line">Where the row begins; the first line is 1.</param>
internal sealed record CsvRow(int Line, string Name, string? Kind, string? Places, string? OtherNames, string? Mailbox, string? Parent);

/// <summary>A cell that cannot be taken. <paramref name="Column"/> is empty where it is about the whole line.</summary>
public sealed record BadCell(int Line, string Column, string Why);

/// <summary>
/// Organisations as a file: one header line, then a row for each, with commas, semicolons or tabs between the columns and bars within a cell (RFC 4180).
/// Read as UTF-8, UTF-16 with its mark, or else as Windows-1252.
/// </summary>
internal static class OrganisationCsv
{
    public const string Name = "name", Kind = "kind", Places = "places", OtherNames = "other names", Mailbox = "mailbox", Parent = "parent";

    private const string OpenQuote = "A quotation mark is opened here and not closed";

    private const string StrayQuote = "A quotation mark stands in the middle of a cell. Put the whole cell into quotation marks, and double those inside";

    private static readonly string[] Columns = [Name, Kind, Places, OtherNames, Mailbox, Parent];

    private static readonly char[] Separators = [',', ';', '\t'];

    private static readonly char[] Injecting = ['=', '+', '-', '@', '\t', '\r'];

    /// <summary>The rows, and what cannot be read. Where the header is wrong there are no rows.</summary>
    public static (List<CsvRow> Rows, List<BadCell> Bad) Read(byte[] file)
    {
        var (rows, bad) = (new List<CsvRow>(), new List<BadCell>());
        var text = CsvText.Of(file);
        if (text.Contains('\0', StringComparison.Ordinal)) return (rows, [new(1, "", "This is not a file of text. Save it as CSV and choose it again")]);

        HashSet<long> malformed = [];
        using var reader = CsvReader.FromText(text, new()
        {
            Separator = SeparatorOf(text),
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record =>
            {
                malformed.Add(record.LineNumber);
                bad.Add(new((int)record.LineNumber, "", record.Reason == CsvMalformedReason.UnterminatedQuote ? OpenQuote : StrayQuote));
            },
        });
        string?[]? header = null;
        while (reader.Read())
        {
            var (line, cells) = ((int)reader.LineNumber, Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray());
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace)) continue;
            if (header is null)
            {
                header = HeaderOf(cells, bad);
                if (bad.Count > 0) break;
            }
            else if (malformed.Contains(line)) continue;
            else if (cells.Skip(header.Length).Any(cell => !string.IsNullOrWhiteSpace(cell)))
                bad.Add(new(line, "", $"There are {cells.Length} cells, but {header.Length} columns. Put a cell with a separator in it into quotation marks"));
            else rows.Add(RowOf(line, header, cells));
        }

        if (header is null && bad.Count == 0) bad.Add(new(1, "", "The file is empty"));
        return (rows, bad);
    }

    /// <summary>A file that spreadsheets open as it is meant, whatever anybody typed into a cell, and that <see cref="Read"/> reads back.</summary>
    public static byte[] Write(IEnumerable<CsvRow> rows)
    {
        using var whole = new MemoryStream();
        using (var csv = CsvWriter.Create(whole, new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(Columns);
            foreach (var row in rows)
                csv.WriteRecord([row.Name, row.Kind ?? "", row.Places ?? "", row.OtherNames ?? "", row.Mailbox ?? "", row.Parent ?? ""]);
        }

        return whole.ToArray();
    }

    /// <summary>What stands in a cell between its bars.</summary>
    public static IEnumerable<string> Parts(string? cell) => (cell ?? "").Split('|').Select(PlainText.TidyOrNull).OfType<string>();

    /// <summary>Whichever the first line has most of.</summary>
    private static char SeparatorOf(string text)
    {
        var first = text.TrimStart().Split('\n', 2)[0];
        return Separators.MaxBy(sign => first.Count(letter => letter == sign));
    }

    private static string?[] HeaderOf(string[] cells, List<BadCell> bad)
    {
        var header = cells.Select(cell => OrganisationNames.Of(cell.Replace('_', ' ')))
            .Select(cell => Columns.FirstOrDefault(column => column == cell)).ToArray();
        foreach (var (at, cell) in cells.Index())
        {
            if (header[at] is null && !string.IsNullOrWhiteSpace(cell))
                bad.Add(new(1, ImportPlanner.Short(cell.Trim()), $"Nobody knows this column. The columns are {string.Join(", ", Columns)}"));
        }

        foreach (var twice in header.OfType<string>().GroupBy(column => column).Where(column => column.Count() > 1))
            bad.Add(new(1, twice.Key, "This column is there twice"));
        if (!header.Contains(Name)) bad.Add(new(1, Name, $"The first line must name the columns: {string.Join(", ", Columns)}"));
        return header;
    }

    private static CsvRow RowOf(int line, string?[] header, string[] cells)
    {
        return new(line, Cell(Name) ?? "", Cell(Kind), Cell(Places), Cell(OtherNames), Cell(Mailbox), Cell(Parent));

        string? Cell(string column) => Array.IndexOf(header, column) is >= 0 and var at && at < cells.Length ? Bare(cells[at]) : null;
    }

    /// <summary>Without the sign that keeps a spreadsheet from reading a cell as a formula.</summary>
    private static string Bare(string cell) => cell is ['\'', var next, ..] && Injecting.Contains(next) ? cell[1..] : cell;
}
