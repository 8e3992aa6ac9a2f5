using InfoStory.CaseStudies;
using InfoStory.Web.Words;
using SkiaSharp;

namespace InfoStory.Web.Cards;

/// <summary>
/// The picture that other sites show beside a link to a case study: its title, how often it was told and what changed, under our mark. A PNG of 1200 by 630
/// pixels, as the Open Graph protocol is read by those who show it.
/// </summary>
public static class ShareCard
{
    public const int Width = 1200, Height = 630;

    /// <summary>Between these the title stands; the mark hangs on the right of it.</summary>
    public const int Left = 90, RightOfTitle = 960;

    private const int Right = 1110, MostLines = 4, Leading = 84;

    private const string Cord = "M22-2v12c0 5 9 3 9 8s-19 3-19 8 19 3 19 8-19 3-19 8 19 3 19 8-19 3-19 8 19 3 19 8-19 3-19 8 9 4 10 14";

    private const string Handset =
        "M13 0H8C0 0-3.5 5-5.5 13-7.2 20-8 27-8 34s.8 14 2.5 21C-3.5 63 0 68 8 68h5a2 2 0 0 0 2-2V48a2 2 0 0 0-2-2C6.5 46 3 42 3 34s3.5-12 10-12a2 2 0 0 0 2-2"
        + "V2a2 2 0 0 0-2-2zM20.5-1.5h.5a4 4 0 0 1 4 4v17a4 4 0 0 1-4 4h-.5a3 3 0 0 1-3-3v-19a3 3 0 0 1 3-3z"
        + "M20.5 44.5h.5a4 4 0 0 1 4 4v17a4 4 0 0 1-4 4h-.5a3 3 0 0 1-3-3v-19a3 3 0 0 1 3-3z";

    private static readonly SKColor Night = SKColor.Parse("#0b3a34"), Topaz = SKColor.Parse("#f4b93c"), Paper = SKColor.Parse("#fdfcf8");

    private static readonly Lazy<SKTypeface> Voice = new(() => Load("DejaVuSerif-Bold.ttf")), Plain = new(() => Load("DejaVuSans.ttf"));

    /// <summary>The picture, as the bytes of a PNG.</summary>
    public static byte[] Draw(CaseStudyToRead study)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        var canvas = surface.Canvas;
        canvas.Clear(Night);
        DrawMark(canvas);
        using SKFont name = new(Plain.Value, 34), title = new(Voice.Value, 64), facts = new(Plain.Value, 36);
        using SKPaint topaz = new() { Color = Topaz, IsAntialias = true }, paper = new() { Color = Paper, IsAntialias = true };
        canvas.DrawText("InfoStory", Left, 110, SKTextAlign.Left, name, topaz);

        var lines = Lines(study.Title, title, RightOfTitle - Left);
        for (var line = 0; line < lines.Count; line++) canvas.DrawText(lines[line], Left, 220 + (line * Leading), SKTextAlign.Left, title, paper);
        var said = Said(study, text => facts.MeasureText(Drawable(text, facts)) <= Right - Left);
        canvas.DrawText(Fitting(Drawable(said, facts), facts, Right - Left), Left, 570, SKTextAlign.Left, facts, topaz);

        using var picture = surface.Snapshot();
        using var data = picture.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }

    /// <summary>How often it was told and what changed, as much of it as fits: half a figure says nothing.</summary>
    /// <param name="study">The case study.</param>
    /// <param name="fits">Whether there is room for this.</param>
    public static string Said(CaseStudyToRead study, Func<string, bool> fits)
    {
        var parts = CaseStudyOutline.Strip(study).Select(part => part.Changed is { } figure ? CaseStudyOutline.Line(figure) : $"{part.Label} {part.Number}");
        var said = parts.Aggregate("", (all, part) => all.Length == 0 ? part : $"{all} · {part}" is var more && fits(more) ? more : all);
        return said.Length > 0 ? said : study.Kind.Title();
    }

    /// <summary>A text in lines that are no wider than this, at most four; what does not fit ends in three dots.</summary>
    private static List<string> Lines(string text, SKFont font, float width)
    {
        List<string> lines = [];
        foreach (var word in Drawable(text, font).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && font.MeasureText($"{lines[^1]} {word}") <= width)
            {
                lines[^1] += " " + word;
                continue;
            }

            if (lines.Count == MostLines)
            {
                lines[^1] = Fitting($"{lines[^1]} {word}", font, width);
                break;
            }

            lines.Add(Fitting(word, font, width));
        }

        return lines;
    }

    /// <summary>Cut where it is wider than this.</summary>
    private static string Fitting(string text, SKFont font, float width)
    {
        if (font.MeasureText(text) <= width) return text;

        var letters = text.EnumerateRunes().ToList();
        while (letters.Count > 0 && font.MeasureText(string.Concat(letters) + "…") > width) letters.RemoveAt(letters.Count - 1);
        return string.Concat(letters).TrimEnd() + "…";
    }

    /// <summary>Without the letters that the typeface does not have: an empty box says nothing.</summary>
    private static string Drawable(string text, SKFont font) => string.Concat(text.EnumerateRunes().Where(rune => font.ContainsGlyph(rune.Value)));

    private static void DrawMark(SKCanvas canvas)
    {
        using SKPath cord = SKPath.ParseSvgPathData(Cord)!, handset = SKPath.ParseSvgPathData(Handset)!;
        using SKPaint line = new() { Color = Topaz, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 3.6f };
        using SKPaint fill = new() { Color = Topaz, IsAntialias = true };
        canvas.Save();
        canvas.Translate(1010, 0);
        canvas.Scale(2.2f);
        canvas.DrawPath(cord, line);
        canvas.Translate(17, 89);
        canvas.RotateDegrees(7);
        canvas.DrawPath(handset, fill);
        canvas.Restore();
    }

    private static SKTypeface Load(string file)
    {
        using var stream = typeof(ShareCard).Assembly.GetManifestResourceStream(file)!;
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"The typeface {file} cannot be read.");
    }
}
