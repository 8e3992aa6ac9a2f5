using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using InfoStory.Data;

namespace InfoStory.Protection.Hints;

/// <summary>
/// Measures the hints on labelled texts: JSON lines {text, spans: [{start, end, kind}]}, places in UTF-16 code units. A span is found where
/// one hint covers at least half of it, and whole where one hint leaves nothing of it; a hint is right where it overlaps any span.
/// </summary>
public static class HintMeasure
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) } };

    /// <summary>
    /// A line for each kind that is labelled, then structured recall, name recall, recall of whole names and precision; 1 where there was
    /// nothing to find or to be wrong about.
    /// </summary>
    /// <exception cref="ConflictException">A line is not such a text; the message says which.</exception>
    public static IReadOnlyList<string> Report(IEnumerable<string> lines)
    {
        Dictionary<HintKind, (int Labelled, int Found)> kinds = [];
        var (hints, right, whole) = (0, 0, 0);
        foreach (var text in lines.Select(Read).OfType<Labelled>())
        {
            var found = IdentityHints.Find(text.Text);
            foreach (var span in text.Spans)
            {
                var (labelled, hit) = kinds.GetValueOrDefault(span.Kind);
                kinds[span.Kind] = (labelled + 1, hit + (found.Any(hint => 2 * Overlap(hint, span) >= span.End - span.Start) ? 1 : 0));
            }

            whole += text.Spans.Count(span => span.Kind == HintKind.Name && found.Any(hint => hint.Start <= span.Start && hint.End >= span.End));

            // A job title with a small place and a place by name are hints for people; nobody labels them.
            var counted = found.Where(hint => hint.Kind is not (HintKind.Role or HintKind.Place)).ToList();
            hints += counted.Count;
            right += counted.Count(hint => text.Spans.Any(span => Overlap(hint, span) > 0));
        }

        var names = kinds.GetValueOrDefault(HintKind.Name);
        var structured = kinds.Where(kind => kind.Key != HintKind.Name)
            .Aggregate((Labelled: 0, Found: 0), (sum, kind) => (sum.Labelled + kind.Value.Labelled, sum.Found + kind.Value.Found));
        return
        [
            .. kinds.OrderBy(kind => kind.Key).Select(kind =>
                Line($"{kind.Key.ToString().ToLowerInvariant()} {kind.Value.Found} of {kind.Value.Labelled} recall", kind.Value.Found, kind.Value.Labelled)),
            Line("structured recall", structured.Found, structured.Labelled),
            Line("name recall", names.Found, names.Labelled),
            Line("whole name recall", whole, names.Labelled),
            Line("precision", right, hints),
        ];
    }

    private static int Overlap(Hint hint, Span span) => Math.Max(0, Math.Min(hint.End, span.End) - Math.Max(hint.Start, span.Start));

    private static string Line(string what, int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {(whole == 0 ? 1 : (double)part / whole):0.0000}");

    private static Labelled? Read(string line, int number)
    {
        if (string.IsNullOrWhiteSpace(line)) return null;

        try
        {
            return JsonSerializer.Deserialize<Labelled>(line, Json);
        }
        catch (JsonException)
        {
            throw new ConflictException($"Line {number + 1} is not {{text, spans: [{{start, end, kind}}]}} in JSON.");
        }
    }

    private sealed record Labelled([property: JsonRequired] string Text, [property: JsonRequired] IReadOnlyList<Span> Spans);

    private sealed record Span([property: JsonRequired] int Start, [property: JsonRequired] int End, [property: JsonRequired] HintKind Kind);
}
