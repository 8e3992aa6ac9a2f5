using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using InfoStory.Protection.Hints;
using InfoStory.Stories.Safety;

namespace InfoStory.Protection.Flags;

/// <summary>A rule that raises flags. <paramref name="Looks"/> goes on from the words that were seen, <paramref name="Why"/> is a sentence.</summary>
/// <param name="IsLocked">It guards what is published and cannot be switched off.</param>
public sealed record FlagRule(string Name, FlagKind Kind, string Looks, string Why, string Version, bool IsLocked = false)
{
    /// <summary>False for what guards publication, and for what sees that somebody may be in danger.</summary>
    public bool CanBeOff => !IsLocked && Kind != FlagKind.Safeguarding;
}

/// <summary>Every rule, as data: rules.json beside this file, the hints, and the signs of danger.</summary>
public static class FlagRules
{
    internal const RegexOptions Plainly = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly RuleFile File = Read();

    internal static readonly IReadOnlyList<(FlagRule Rule, Regex Pattern)> Patterns =
        [.. File.Rules.Where(rule => rule.Pattern is not null).Select(rule => (Made(rule), new Regex(rule.Pattern!, Plainly, Regex.InfiniteMatchTimeout)))];

    private static readonly IReadOnlyDictionary<HintKind, Advice> ByKind = HintRules.Advice<Advice>();

    /// <summary>By name, in the order in which people read them.</summary>
    public static IReadOnlyList<FlagRule> All { get; } =
    [
        .. Enum.GetValues<HintKind>().Where(kind => kind is not (HintKind.Url or HintKind.Place)).Select(Hint),
        .. SafetyNet.RuleNames.Select(name => new FlagRule(
            $"danger.{name}", FlagKind.Safeguarding, $"could mean: {name}", "Somebody may be at risk. A trained person should read it.", SafetyNet.Version)),
        .. File.Rules.Select(Made),
    ];

    private static readonly FrozenDictionary<string, FlagRule> ByName = All.ToFrozenDictionary(rule => rule.Name);

    /// <summary>Roles that a sentence of blame can single out, and the words of blame.</summary>
    internal static readonly (Regex Roles, Regex Blame) Blaming =
        (new(File.Roles, Plainly, Regex.InfiniteMatchTimeout), new(File.Blame, Plainly, Regex.InfiniteMatchTimeout));

    /// <summary>The rule of this name; null where there is none any more.</summary>
    public static FlagRule? Find(string name) => ByName.GetValueOrDefault(name);

    internal static FlagRule Of(string name) => ByName[name];

    internal static FlagRule Of(HintKind kind) => kind == HintKind.Url ? ByName["link"] : ByName[Name(kind)];

    private static FlagRule Hint(HintKind kind) =>
        new(Name(kind), FlagKind.Identity, ByKind[kind].Looks, ByKind[kind].Why, File.Hints, IdentityHints.Identifying.Contains(kind));

    private static string Name(HintKind kind) => $"identity.{kind.ToString().ToLowerInvariant()}";

    private static FlagRule Made(RuleText rule) => new(rule.Name, rule.Kind, rule.Looks, rule.Why, File.Version);

    private static RuleFile Read()
    {
        using var stream = typeof(FlagRules).Assembly.GetManifestResourceStream("flags/rules.json")!;
        return JsonSerializer.Deserialize<RuleFile>(stream, Json)!;
    }

    private sealed record RuleFile(string Version, string Hints, string Roles, string Blame, List<RuleText> Rules);

    private sealed record RuleText(string Name, FlagKind Kind, string Looks, string Why, string? Pattern);

    private sealed record Advice(string Looks, string Why);
}
