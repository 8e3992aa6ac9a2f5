using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace InfoStory.Web.Tests.Campaigns;

/// <summary>A camera: makes a picture of the squares of an SVG and reads the QR code in it with a reader that is not ours.</summary>
internal static partial class QrReader
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The words that the code holds; empty where it cannot be read.</summary>
    public static async Task<string> ReadAsync(string svg)
    {
        var picture = XElement.Parse(svg);
        var size = int.Parse(picture.Attribute("viewBox")!.Value.Split(' ')[2], CultureInfo.InvariantCulture);
        var rows = Enumerable.Range(0, size).Select(_ => Enumerable.Repeat('0', size).ToArray()).ToArray();
        foreach (Match run in Runs().Matches(picture.Elements().Last().Attribute("d")!.Value))
        {
            var (x, y, length) = (Number(run, "x"), Number(run, "y"), Number(run, "length"));
            Array.Fill(rows[y], '1', x, length);
        }

        var script = Path.Combine(Repository.Root, "tests/InfoStory.Web.Tests/Campaigns/read-qr.mjs");
        using var node =
                Process.Start(new ProcessStartInfo("node", script) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        await node.StandardInput.WriteAsync(string.Join('\n', rows.Select(row => new string(row))));
        node.StandardInput.Close();
        return await node.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
    }

    private static int Number(Match run, string group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1h-\k<length>z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Runs();
}
