using System.Security.Cryptography;
using System.Text;
using InfoStory.Data;
using InfoStory.Protection.Hints;
using InfoStory.Stories;
using InfoStory.Stories.Safety;

namespace InfoStory.Protection.Flags;

/// <summary>What a rule saw in one place, not kept yet.</summary>
public sealed record FoundFlag(FlagRule Rule, FlagPlace In, string Words, int? Start = null, string? Detail = null)
{
    /// <summary>The same for the same rule, place and words, whatever their case and spaces.</summary>
    public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Rule.Name}\n{In}\n{(Rule.IsLocked ? Identifiers.Normal(Words) : Plain(Words))}")))[..32];

    /// <summary>True where it tells of a story on hold, as only a safeguarding lead may be told.</summary>
    internal bool NamesOnHold { get; init; }

    internal Flag ToFlag(Id<Story> story, DateTime now) => new()
    {
        StoryId = story,
        Kind = Rule.Kind,
        Rule = Rule.Name,
        Version = Rule.Version,
        In = In,
        Key = Key,
        Words = Words,
        Start = Start,
        Detail = Detail,
        FoundAt = now,
    };

    private static string Plain(string words) => string.Join(' ', words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Runs every rule that needs nothing but the text. Pure, and its time is proportional to the text.</summary>
public static class FlagFinder
{
    /// <summary>The most flags of the words as told, which anybody may send; a public text, which is the team's own, has as many as it has.</summary>
    public const int Most = 60;

    private const int RepeatedLines = 4, ShoutedWords = 15;

    /// <summary>Everything an author wrote: the words as told, and the parts beside them.</summary>
    public static IReadOnlyList<FoundFlag> InTold(Story story)
    {
        var parts = StoryAnswers.Of(story).OwnWords.ToList();
        var found = parts.SelectMany((part, number) => Everywhere(part, FlagPlace.Told).Concat(Danger(part))
            .Concat(Spam(part)).Concat(Foreign(part)).Select(flag => number == 0 ? flag : flag with { Start = null }));
        return [.. found.DistinctBy(flag => flag.Key).Take(Most)];
    }

    /// <summary>A text that the public would read.</summary>
    public static IReadOnlyList<FoundFlag> InPublic(string? text, FlagPlace place) =>
        string.IsNullOrWhiteSpace(text) ? [] : [.. Everywhere(text, place).DistinctBy(flag => flag.Key)];

    private static IEnumerable<FoundFlag> Everywhere(string text, FlagPlace place)
    {
        var hints = IdentityHints.Find(text);
        foreach (var identifier in Identifiers.Find(text)) yield return Found(FlagRules.Of(identifier.Kind), place, identifier.Words, identifier.Start);
        // A hospital or school by name is often what the story is about: its author is asked, the team is not (docs/decisions/0041).
        foreach (var hint in hints.Where(hint => hint.Kind != HintKind.Place && !Identifiers.Kinds.Contains(hint.Kind)))
            yield return Found(FlagRules.Of(hint.Kind), place, text[hint.Start..hint.End], hint.Start);

        var plain = Plainer(text);
        foreach (var (rule, pattern) in FlagRules.Patterns.Where(pattern => pattern.Rule.Kind == FlagKind.SelfHarmMethod))
        {
            foreach (System.Text.RegularExpressions.Match match in pattern.Matches(plain))
                yield return Found(rule, place, text.Substring(match.Index, match.Length), match.Index);
        }

        foreach (var flag in Blame(text, plain, place, hints)) yield return flag;
    }

    /// <summary>Sentences with a word of blame and, near it, a name or a role with "the", "my" or the like before it.</summary>
    private static IEnumerable<FoundFlag> Blame(string text, string plain, FlagPlace place, IReadOnlyList<Hint> hints)
    {
        foreach (var (start, end) in Sentences(plain))
        {
            if (FlagRules.Blaming.Blame.Match(plain, start, end - start) is not { Success: true } blame) continue;

            var name = hints.FirstOrDefault(hint => hint.Kind == HintKind.Name && hint.Start >= start && hint.End <= end);
            if (name is not null)
            {
                yield return Found(FlagRules.Of("blame.name"), place, Between(name.Start, name.End, blame), Math.Min(name.Start, blame.Index));
                continue;
            }

            if (FlagRules.Blaming.Roles.Match(plain, start, end - start) is { Success: true } role)
                yield return Found(FlagRules.Of("blame.role"), place, Between(role.Index, role.Index + role.Length, blame), Math.Min(role.Index, blame.Index));
        }

        string Between(int from, int to, System.Text.RegularExpressions.Match blame) =>
            text[Math.Min(from, blame.Index)..Math.Max(to, blame.Index + blame.Length)];
    }

    private static IEnumerable<FoundFlag> Danger(string text) =>
        SafetyNet.Signs(text).Select(sign => Found(FlagRules.Of($"danger.{sign.Rule}"), FlagPlace.Told, sign.Words, null));

    private static IEnumerable<FoundFlag> Spam(string text)
    {
        foreach (var (rule, pattern) in FlagRules.Patterns.Where(pattern => pattern.Rule.Kind == FlagKind.Spam))
        {
            foreach (System.Text.RegularExpressions.Match match in pattern.Matches(Plainer(text)))
                yield return Found(rule, FlagPlace.Told, text.Substring(match.Index, match.Length), match.Index);
        }

        var often = text.Split(['\n', '.', '!', '?'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => PlainText.Words(line) > 2)
            .GroupBy(line => line, StringComparer.OrdinalIgnoreCase).MaxBy(lines => lines.Count());
        if (often is not null && often.Count() >= RepeatedLines)
            yield return Found(FlagRules.Of("spam.repeated"), FlagPlace.Told, often.Key, null, $"{often.Count()} times.");

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Count(char.IsLetter) > 1).ToList();
        if (words.Count >= ShoutedWords && words.Count(word => word.All(letter => !char.IsLower(letter))) * 10 >= words.Count * 7)
            yield return Found(FlagRules.Of("spam.shouted"), FlagPlace.Told, text, null);
    }

    private static IEnumerable<FoundFlag> Foreign(string text)
    {
        if (Language.Of(text) is { } seen) yield return Found(FlagRules.Of("language"), FlagPlace.Told, seen.Words, null, $"It looks like {seen.Name}.");
    }

    private static FoundFlag Found(FlagRule rule, FlagPlace place, string words, int? start, string? detail = null) =>
        new(rule, place, Cut(words), start, detail);

    private static string Cut(string words)
    {
        words = words.Trim();
        return words.Length <= Flag.MaxWords ? words : $"{words[..(Flag.MaxWords - 1)].TrimEnd('\uD83C', '\uD83D', '\uD83E')}…";
    }

    private static IEnumerable<(int Start, int End)> Sentences(string plain)
    {
        var start = 0;
        for (var at = 0; at < plain.Length; at++)
        {
            if (plain[at] is not ('.' or '!' or '?' or '\n') || (plain[at] == '.' && at + 1 < plain.Length && !char.IsWhiteSpace(plain[at + 1]))) continue;
            if (at > start) yield return (start, at);
            start = at + 1;
        }

        if (start < plain.Length) yield return (start, plain.Length);
    }

    /// <summary>One kind of apostrophe and space, each in its place.</summary>
    private static string Plainer(string text) => text.Replace('’', '\'').Replace('‘', '\'').Replace('\u00A0', ' ');
}
