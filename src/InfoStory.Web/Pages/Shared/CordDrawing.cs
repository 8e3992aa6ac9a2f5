using System.Globalization;
using System.Text.Encodings.Web;
using InfoStory.CaseStudies;
using InfoStory.Stories;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Html;

namespace InfoStory.Web.Pages.Shared;

/// <summary>
/// The hand-offs of a story as a telephone cord from one service to the next: the longer the wait, the more curls; a loose end where nobody came back;
/// a ring instead of a dot where it did not have to be told again. The list beside it says the same in words (<see cref="CaseStudyWords.Lines"/>).
/// </summary>
public sealed class CordDrawing(IReadOnlyList<ShownStep> steps, string label) : IHtmlContent
{
    // Units of the drawing: pixels at the usual size of text.
    private const int Width = 300, Cord = 14, Left = 38, Radius = 8, Step = 56, LooseEnd = 26, Sway = 14;

    /// <summary>How far lines of text are apart, and how many letters one holds.</summary>
    private const int NameLine = 20, NameLetters = 28, HowLine = 18, HowLetters = 37;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        using var cords = new StringWriter(CultureInfo.InvariantCulture);
        using var rest = new StringWriter(CultureInfo.InvariantCulture);
        var y = Radius + 2;
        foreach (var (number, step) in steps.Index())
        {
            var (line, from) = (y + 6, y + Radius + 2);
            rest.Write(step.ToldAgain is false
                ? $"""<circle cx="{Cord}" cy="{y}" r="{Radius - 2}" class="info-cord__ring"/>"""
                : $"""<circle cx="{Cord}" cy="{y}" r="{Radius}"/>""");
            foreach (var words in Lines(step.Name(), NameLetters)) line = Write(rest, encoder, words, line, NameLine, "");
            foreach (var words in Lines(step.How(), HowLetters)) line = Write(rest, encoder, words, line, HowLine, """ class="info-cord__how" """);
            y = Math.Max(y + Step, line + Radius);
            if (number < steps.Count - 1) cords.Write(Between(from, y - Radius - 2, step.Waited));
            else if (step.Waited is Waited.NobodyCameBack) cords.Write(Between(from, from + LooseEnd, step.Waited));
        }

        writer.Write(string.Create(CultureInfo.InvariantCulture,
            $"""<svg class="info-cord" viewBox="0 0 {Width} {y - Radius}" role="img" aria-labelledby="{label}"><g>{cords}</g>{rest}</svg>"""));
    }

    private static int Write(StringWriter to, HtmlEncoder encoder, string words, int y, int height, string kind)
    {
        to.Write(string.Create(CultureInfo.InvariantCulture, $"""<text x="{Left}" y="{y}"{kind}>"""));
        encoder.Encode(to, words);
        to.Write("</text>");
        return y + height;
    }

    private static string Between(int from, int to, Waited? waited)
    {
        if (waited is Waited.NobodyCameBack) return $"""<path d="M{Cord} {from}V{to}" class="info-cord__loose"/>""";

        var bends = waited is { } wait ? 2 * Curls(wait) : 0;
        if (bends == 0) return $"""<path d="M{Cord} {from}V{to}"/>""";

        var height = (to - from) / (double)bends;
        var curve = string.Concat(Enumerable.Range(0, bends).Select(bend => string.Create(CultureInfo.InvariantCulture,
            $"q{(bend % 2 == 0 ? Sway : -Sway)} {height / 2:0.#} 0 {height:0.#}")));
        return $"""<path d="M{Cord} {from}{curve}"/>""";
    }

    private static int Curls(Waited waited) => waited switch
    {
        Waited.NotAtAll or Waited.NobodyCameBack => 0,
        Waited.TenMinutes or Waited.HalfAnHour or Waited.Hour => 1,
        Waited.HalfADay or Waited.Day or Waited.TwoOrThreeDays => 2,
        Waited.Week or Waited.TwoWeeks => 3,
        Waited.Month or Waited.ThreeMonths or Waited.HalfAYear or Waited.YearOrMore => 4,
    };

    /// <summary>Broken between words, and within one that is longer than a line.</summary>
    private static IEnumerable<string> Lines(string words, int most)
    {
        var left = words;
        while (left.Length > most)
        {
            var space = left.LastIndexOf(' ', most);
            var end = space > 0 ? space : most;
            yield return left[..end];
            left = left[end..].TrimStart();
        }

        if (left.Length > 0) yield return left;
    }
}
