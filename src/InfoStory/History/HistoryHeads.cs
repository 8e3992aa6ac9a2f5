using System.Globalization;

namespace InfoStory.History;

/// <summary>The file outside the database that keeps one head a day, a line each: the day, a space, the head.</summary>
/// <param name="File">Its path; null where none is kept.</param>
public sealed record HistoryHeads(string? File)
{
    /// <summary>Every head in the file, oldest first; lines that are none are passed over.</summary>
    public IEnumerable<ChainHead> Read() =>
        File is not null && System.IO.File.Exists(File)
            ? System.IO.File.ReadLines(File).Select(line => ChainHead.Parse(line.Split(' ')[^1])).OfType<ChainHead>()
            : [];

    /// <summary>Adds the head, once a day.</summary>
    public async Task AppendAsync(ChainHead head, DateTime now, CancellationToken cancellation)
    {
        if (File is null) return;

        var day = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (System.IO.File.Exists(File) && System.IO.File.ReadLines(File).LastOrDefault()?.StartsWith(day, StringComparison.Ordinal) == true) return;

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(File))!);
        await System.IO.File.AppendAllLinesAsync(File, [$"{day} {head}"], cancellation);
    }
}
