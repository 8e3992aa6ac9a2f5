using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace InfoStory.Web.Pages.Explore;

/// <summary>
/// The United Kingdom as twelve tiles, drawn by us: the regions of England and the other three countries, about where they lie. The higher the number that
/// stands in a tile, the deeper its shade. Its table comes first.
/// </summary>
public sealed class RegionMap(IReadOnlyDictionary<string, int> counts) : IHtmlContent
{
    private const int Wide = 64, High = 60, Columns = 5, Rows = 5;

    /// <summary>Each by its slug: column, row and what is written in it, in two lines at most.</summary>
    private static readonly (string Slug, int Column, int Row, string Name)[] Tiles =
    [
        ("scotland", 2, 0, "Scotland"), ("northern-ireland", 0, 1, "Northern Ireland"), ("north-east", 3, 1, "North East"), ("north-west", 2, 2, "North West"),
        ("yorkshire-and-the-humber", 3, 2, "Yorkshire"), ("wales", 1, 3, "Wales"), ("west-midlands", 2, 3, "West Midlands"),
        ("east-midlands", 3, 3, "East Midlands"), ("east-of-england", 4, 3, "East England"), ("south-west", 2, 4, "South West"), ("london", 3, 4, "London"),
        ("south-east", 4, 4, "South East"),
    ];

    /// <summary>The slug of every tile.</summary>
    public static IEnumerable<string> Slugs => Tiles.Select(tile => tile.Slug);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var most = Math.Max(1, Tiles.Max(tile => counts.GetValueOrDefault(tile.Slug)));
        writer.Write(Text($"""
            <svg class="info-chart info-map" viewBox="0 0 {Columns * Wide} {Rows * High}" role="img" aria-labelledby="map-title map-desc">
            """));
        writer.Write("<title id=\"map-title\">Case studies by region</title><desc id=\"map-desc\">");
        writer.Write("Twelve tiles, about where the regions lie. The table before this has every number.</desc>");
        foreach (var (slug, column, row, name) in Tiles)
        {
            var (count, left, top) = (counts.GetValueOrDefault(slug), column * Wide, row * High);
            writer.Write(Text($"""
                <rect class="info-shade-{Shade.Of(count, most)}" x="{left + 1}" y="{top + 1}" width="{Wide - 3}" height="{High - 3}"/>
                """));
            foreach (var (line, words) in name.Split(' ').Append($"{count:N0}").Index())
            {
                writer.Write(Text($"""<text x="{left + (Wide / 2)}" y="{top + 17 + (line * 16)}" text-anchor="middle">"""));
                encoder.Encode(writer, words);
                writer.Write("</text>");
            }
        }

        writer.Write("</svg>");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How deep a shade a number has among others, from 0 for none to 4 for the most. Beside the number, never in place of it.</summary>
public static class Shade
{
    private const int Deepest = 4;

    public static int Of(int count, int most) => count <= 0 ? 0 : Math.Clamp(((count * Deepest) + most - 1) / most, 1, Deepest);
}
