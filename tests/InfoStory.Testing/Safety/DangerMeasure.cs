using InfoStory.Stories;
using InfoStory.Stories.Safety;

namespace InfoStory.Testing.Safety;

/// <summary>
/// How well the rules of danger see, measured on a file beside this one: a sentence a line, after + where somebody may be in danger and after - where
/// nobody is by these words.
/// </summary>
public sealed record DangerMeasure(int Positive, int Negative, IReadOnlyList<string> Missed, IReadOnlyList<string> False)
{
    public double Recall => 1 - (double)Missed.Count / Positive;

    /// <summary>Of what raised a case, the part that was danger.</summary>
    public double Precision => (double)(Positive - Missed.Count) / (Positive - Missed.Count + False.Count);

    public static DangerMeasure Of(string file)
    {
        using var reader = new StreamReader(typeof(DangerMeasure).Assembly.GetManifestResourceStream(file)!);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToLookup(line => line[..1], line => line[2..]);
        List<string> positive = [.. lines["+"]], negative = [.. lines["-"]];
        return new(positive.Count, negative.Count, positive.FindAll(line => !Raises(line)), negative.FindAll(Raises));
    }

    public override string ToString() =>
        $"Recall {Recall:0.0000}, precision {Precision:0.0000}.\nMissed:\n{string.Join('\n', Missed)}\nFalse:\n{string.Join('\n', False)}";

    private static bool Raises(string line) => SafetyNet.Level(line) != SafeguardingLevel.None;
}
