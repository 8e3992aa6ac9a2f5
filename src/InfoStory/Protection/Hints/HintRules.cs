using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace InfoStory.Protection.Hints;

/// <summary>The rules as data: patterns.json and the word lists beside it. The browser reads the very same files.</summary>
internal static partial class HintRules
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private static readonly Dictionary<string, string> AllCues = JsonSerializer.Deserialize<Dictionary<string, string>>(Read("cues.json"))!;

    public static IReadOnlyList<Pattern> Patterns()
    {
        var file = JsonSerializer.Deserialize<PatternFile>(Read("patterns.json"), Json)!;
        return [.. file.Patterns.Select(pattern => new Pattern(pattern with
        {
            Pattern = Fill(pattern.Pattern, file.Fragments)!,
            Then = Fill(pattern.Then, file.Fragments),
            Raw = Fill(pattern.Raw, file.Fragments),
            Not = Fill(pattern.Not, file.Fragments),
        }))];
    }

    /// <summary>The rules of instead.json.</summary>
    public static IReadOnlyList<InsteadText> Instead()
    {
        var file = JsonSerializer.Deserialize<InsteadFile>(Read("instead.json"), Json)!;
        return [.. file.Rules.Select(rule => rule with
        {
            Before = Fill(rule.Before, file.Fragments), Seen = Fill(rule.Seen, file.Fragments), After = Fill(rule.After, file.Fragments),
        })];
    }

    /// <summary>advice.json, by kind.</summary>
    public static IReadOnlyDictionary<HintKind, T> Advice<T>() => JsonSerializer.Deserialize<Dictionary<HintKind, T>>(Read("advice.json"), Json)!;

    /// <summary>The words of cues.json under this name.</summary>
    public static HashSet<string> Cues(string name) => [.. AllCues[name].Split(' ')];

    /// <summary>The lines of a word list.</summary>
    public static string[] Lines(string file) => Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(HintRules).Assembly.GetManifestResourceStream($"hints/{file}")!);
        return reader.ReadToEnd();
    }

    /// <summary>A fragment may hold others.</summary>
    private static string? Fill(string? pattern, IReadOnlyDictionary<string, string> fragments) =>
        pattern is null ? null : Fragment().Replace(pattern, match => Fill(fragments[match.Groups["name"].Value], fragments)!);

    [GeneratedRegex("<(?<name>[a-z]+)>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fragment();

    private sealed record InsteadFile(Dictionary<string, string> Fragments, List<InsteadText> Rules);

    private sealed record PatternFile(Dictionary<string, string> Fragments, List<PatternText> Patterns);
}
