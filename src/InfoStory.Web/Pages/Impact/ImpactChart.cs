using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace InfoStory.Web.Pages.Impact;

/// <summary>
/// Bars for each month, one beside the other, as SVG without styles or scripts of its own. A month with fewer than five has none. The table below says the
/// same in numbers.
/// </summary>
public sealed class ImpactChart(
    string id, string title, IReadOnlyList<DateOnly> months, IReadOnlyList<(string Name, IReadOnlyList<int?> Months)> bars) : IHtmlContent
{
    /// <summary>Below so many months with a bar a chart says less than its table.</summary>
    public const int LeastMonths = 3;

    private const int Width = 400, Top = 34, Height = 96, Left = 30, Letter = 7;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var most = bars.Max(bar => bar.Months.Max() ?? 0);
        writer.Write(Text($"""
            <svg class="info-chart" viewBox="0 0 {Width} {Top + Height + 22}" role="img" aria-labelledby="{id}-title {id}-desc">
            """));
        writer.Write($"<title id=\"{id}-title\">");
        encoder.Encode(writer, title);
        writer.Write($"</title><desc id=\"{id}-desc\">");
        encoder.Encode(writer, Text($"At most {most:N0} in a month. The table after this has every number."));
        writer.Write("</desc>");
        WriteLegend(writer, encoder);
        writer.Write(Text($"""<g class="info-chart__axis"><path d="M{Left} {Top}H{Width}M{Left} {Top + Height}H{Width}"/></g>"""));
        Write(writer, Left - 4, Top + 4, "end", $"{most:N0}");
        Write(writer, Left - 4, Top + Height + 4, "end", "0");
        var slot = (Width - Left) / (double)months.Count;
        foreach (var (number, month) in months.Index())
        {
            WriteBars(writer, Left + (number * slot), slot, number, most);
            Write(writer, Left + ((number + 0.5) * slot), Top + Height + 17, "middle", $"{month:MMM}");
        }

        writer.Write("</svg>");
    }

    private void WriteBars(TextWriter writer, double left, double slot, int month, int most)
    {
        var wide = Math.Min(slot * 0.8 / bars.Count, 28);
        var start = left + ((slot - (wide * bars.Count)) / 2);
        foreach (var (number, bar) in bars.Index())
        {
            if (bar.Months[month] is not { } count) continue;

            var (x, high) = (start + (number * wide), Height * (double)count / most);
            writer.Write(Text(
                $"""<rect class="info-chart__{number + 1}" x="{x:0.#}" y="{Top + Height - high:0.#}" width="{wide - 1:0.#}" height="{high:0.#}"/>"""));
        }
    }

    private void WriteLegend(TextWriter writer, HtmlEncoder encoder)
    {
        var left = Left;
        foreach (var (number, bar) in bars.Index())
        {
            writer.Write(Text($"""<rect class="info-chart__{number + 1}" x="{left}" y="3" width="11" height="11"/><text x="{left + 16}" y="13">"""));
            encoder.Encode(writer, bar.Name);
            writer.Write("</text>");
            left += 36 + (bar.Name.Length * Letter);
        }
    }

    private static void Write(TextWriter writer, double x, double y, string anchor, string words) =>
        writer.Write(Text($"""<text x="{x:0.#}" y="{y:0.#}" text-anchor="{anchor}">{words}</text>"""));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
