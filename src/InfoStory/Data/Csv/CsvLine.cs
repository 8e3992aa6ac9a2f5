namespace InfoStory.Data.Csv;

/// <summary>One row of a file: the line on which it begins, counted from 1, and its cells, tidy, by the names of the columns in small letters.</summary>
public sealed record CsvLine(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>What stands in this column; empty where the file has no such column or the row is short.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>A line that is not taken, and why, in one sentence to whoever brought the file.</summary>
public sealed record CsvProblem(int Line, string Why);

/// <summary>What a file holds: the rows that can be read, and what is wrong with the others.</summary>
public sealed record CsvContent(IReadOnlyList<CsvLine> Rows, IReadOnlyList<CsvProblem> Problems);
