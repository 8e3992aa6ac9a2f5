using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfoStory.Stories.Safety;

/// <summary>What a text may bring up for those who write or read it (product.md, criticality).</summary>
public enum ContentNote
{
    SelfHarm,
    Abuse,
    Bereavement,
    Violence,
    Children,
}

/// <summary>Words that could mean that somebody is at risk now, and the rule that saw them.</summary>
public sealed record SafetySign(SafeguardingLevel Level, string Words, string Rule, string Version);

/// <summary>Somewhere to turn to. Names and numbers are the organisations' own, as of November 2026 (docs/sharing.md).</summary>
public sealed record Signpost(string Name, string For, string Number);

/// <summary>
/// Reads what was told for words that could mean danger, so that a trained person reads it first, and for what could be hard to
/// write or read, so that help can be named. It decides nothing else. The rules are data: rules.json and signposts.json. How well they see is
/// measured (docs/danger.md).
/// </summary>
public static class SafetyNet
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly SafetyRules Rules = new(Read<SafetyRuleFile>("rules.json"));

    private static readonly List<SignpostRow> Rows = Read<List<SignpostRow>>("signposts.json");

    /// <summary>The names of the rules that see signs of danger.</summary>
    public static IReadOnlyList<string> RuleNames { get; } = [.. Rules.Names];

    /// <summary>The version of those rules.</summary>
    public static string Version => Rules.Version;

    /// <summary>Every sign of danger, the gravest first; empty where there is none. A text of 1,000 words takes about a tenth of a second.</summary>
    public static IReadOnlyList<SafetySign> Signs(string text)
    {
        var read = new SafetyText(text);
        return [.. Rules.Find(read).Select(seen => new SafetySign(seen.Rule.Level, read.Quote(seen.Start, seen.Length), seen.Rule.Name, Rules.Version))];
    }

    /// <summary>The gravest level that any sign gives.</summary>
    public static SafeguardingLevel Level(string text) => Signs(text) is [var gravest, ..] ? gravest.Level : SafeguardingLevel.None;

    public static IReadOnlySet<ContentNote> Notes(string text) => Rules.Notes(new(text)).ToHashSet();

    /// <summary>Where to turn to after writing or reading such a text; empty where nothing in it is hard.</summary>
    public static IReadOnlyList<Signpost> Signposts(string text)
    {
        var notes = Notes(text);
        if (!notes.Any(note => note != ContentNote.Children)) return [];

        return [.. Rows.Where(row => row.Notes.Any(notes.Contains) && (row.With is null || row.With.Any(notes.Contains)))
            .Select(row => new Signpost(row.Name, row.For, row.Number))];
    }

    private static T Read<T>(string file)
    {
        using var stream = typeof(SafetyNet).Assembly.GetManifestResourceStream($"safety/{file}")!;
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }

    private sealed record SignpostRow(string Name, string For, string Number, List<ContentNote> Notes, List<ContentNote>? With);
}
