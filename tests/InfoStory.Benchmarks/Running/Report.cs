using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace InfoStory.Benchmarks.Running;

/// <summary>The table for people and the file for machines.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Table(IReadOnlyList<Figure> figures)
    {
        List<string[]> rows = [["Name", "Workload", "Ours", "Limit", "Unit", "Ratio", "Target", "Met"]];
        rows.AddRange(figures.Select(figure => (string[])
        [
            figure.Name, figure.Workload, Number(figure.Ours), Number(figure.Limit), figure.Unit,
            figure.Ratio is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "–",
            figure.Target ?? "–", figure.Met switch { true => "yes", false => "NO", null => "–" },
        ]));

        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        rows.Insert(1, [.. widths.Select(width => new string('-', width))]);
        return string.Join('\n', rows.Select(row => $"| {string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column])))} |"));
    }

    public static async Task<string> WriteAsync(IReadOnlyList<Figure> figures, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "benchmarks.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, Json) + "\n", cancellation);
        return file;
    }

    private static string Number(double? value) => value switch
    {
        null => "–",
        >= 1000 or <= -1000 => value.Value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.Value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
