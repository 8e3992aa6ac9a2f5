using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace InfoStory.Web.Pages.Explore;

/// <summary>Bars that lie, each below its name, so that they can be read on a narrow screen. SVG without styles or scripts; its table has the same.</summary>
public sealed class CountChart(string id, string title, IReadOnlyList<CountRow> rows) : IHtmlContent
{
    private const int Width = 320, Row = 40, Bar = 14, Number = 44, MostLetters = 44;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var most = rows.Max(row => row.Count);
        writer.Write(Text($"""
            <svg class="info-chart info-bars" viewBox="0 0 {Width} {rows.Count * Row}" role="img" aria-labelledby="{id}-title {id}-desc">
            """));
        writer.Write($"<title id=\"{id}-title\">");
        encoder.Encode(writer, title);
        writer.Write($"</title><desc id=\"{id}-desc\">");
        encoder.Encode(writer, Text($"Bars of the table before this. The longest is {most:N0}."));
        writer.Write("</desc>");
        foreach (var (number, row) in rows.Index())
        {
            var (top, wide) = (number * Row, (Width - Number) * (double)row.Count / most);
            writer.Write(Text($"""<text x="1" y="{top + 14}">"""));
            encoder.Encode(writer, row.Name.Length <= MostLetters ? row.Name : $"{row.Name[..(MostLetters - 1)].TrimEnd()}…");
            writer.Write(Text($"""
                </text><rect class="info-chart__2" x="1" y="{top + 19}" width="{wide:0.#}" height="{Bar}"/><text x="{wide + 6:0.#}" y="{top + 31}">
                """));
            encoder.Encode(writer, row.Number);
            writer.Write("</text>");
        }

        writer.Write("</svg>");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
