using System.Text;
using CsvHelper;

namespace InfoStory.Data.Csv;

/// <summary>
/// Reads what people save or copy from a spreadsheet: with commas, semicolons or tabs, in UTF-8, UTF-16 or the old Western European set. Whatever is wrong
/// is named with its line, and the rest is read all the same.
/// </summary>
public static class CsvText
{
    private const int WesternEuropean = 1252;

    /// <summary>The text of a file: in what its mark says, else UTF-8, else the old Western European set.</summary>
    public static string Of(byte[] file)
    {
        foreach (var marked in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (file.AsSpan().StartsWith(marked.Preamble)) return marked.GetString(file.AsSpan(marked.Preamble.Length));
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(WesternEuropean)!.GetString(file);
        }
    }

    /// <param name="text">The first line names the columns, in any order and with any others beside them.</param>
    /// <param name="columns">The columns that must be there, in small letters.</param>
    /// <param name="most">The most rows.</param>
    public static CsvContent Read(string text, IReadOnlyList<string> columns, int most)
    {
        List<CsvProblem> problems = [];
        if (text.Contains('\0', StringComparison.Ordinal)) return new([], [new(1, "This is no text. Save it as CSV and choose it again")]);

        using var reader = CsvReader.FromText(text.TrimStart('\uFEFF'), new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad => problems.Add(new((int)bad.LineNumber, "The quotation marks in this row do not belong together")),
        });
        var rows = Read(reader, columns, most, problems);
        return new(rows, [.. problems.OrderBy(problem => problem.Line)]);
    }

    private static List<CsvLine> Read(CsvReader reader, IReadOnlyList<string> columns, int most, List<CsvProblem> problems)
    {
        if (!reader.Read())
        {
            if (problems.Count == 0) problems.Add(new(1, "There is nothing here"));
            return [];
        }

        string[] names = [.. reader.Current.ToArray().Select(name => PlainText.Tidy(name).ToLowerInvariant())];
        if (columns.Except(names).ToList() is { Count: > 0 } missing)
        {
            problems.Add(new(1, $"The first line must name the columns, and “{string.Join("”, “", missing)}” is not among them"));
            return [];
        }

        List<CsvLine> rows = [];
        while (reader.Read())
        {
            string[] cells = [.. reader.Current.ToArray().Select(PlainText.Tidy)];
            if (Array.TrueForAll(cells, cell => cell.Length == 0)) continue;

            var line = (int)reader.LineNumber;
            if (rows.Count == most)
            {
                problems.Add(new(line, $"Only {most:N0} rows are taken at a time. This one and all below it are left out"));
                break;
            }

            if (cells.Skip(names.Length).Any(cell => cell.Length > 0))
            {
                problems.Add(new(line, "There are more cells than columns. Put a cell that has the sign between cells in it into quotation marks"));
                continue;
            }

            rows.Add(new(line, names.Zip(cells).Where(cell => cell.First.Length > 0).DistinctBy(cell => cell.First)
                .ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal)));
        }

        return rows;
    }
}
