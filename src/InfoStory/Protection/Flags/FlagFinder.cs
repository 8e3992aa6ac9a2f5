using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using InfoStory.Data;
using InfoStory.Data.Folding;
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

    /// <summary>As much of the detail as is kept.</summary>
    internal string? CutDetail => Detail is null ? null : FlagFinder.Cut(Detail, Flag.MaxDetail);

    internal Flag ToFlag(Id<Story> story, DateTime now) => new()
    {
        StoryId = story,
        Kind = Rule.Kind,
        Rule = Rule.Name,
        Version = Rule.Version,
        In = In,
        Key = Key,
        Words = FlagFinder.Cut(Words, Flag.MaxWords),
        Start = Start,
        Detail = CutDetail,
        FoundAt = now,
    };

    private static string Plain(string words) =>
        string.Join(' ', Folded.Of(words).Text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A place in a text, as it was typed, at which a rule sees something: UTF-16 code units, <paramref name="End"/> not included.</summary>
public sealed record SeenWords(FlagRule Rule, int Start, int End);

/// <summary>Runs every rule that needs nothing but the text. Pure, and its time is proportional to the text.</summary>
public static class FlagFinder
{
    /// <summary>The most flags of the words as told, which anybody may send; a public text, which is the team's own, has as many as it has.</summary>
    public const int Most = 60;

    private const int RepeatedLines = 4, ShoutedWords = 15;

    /// <summary>
    /// Everything an author wrote: the words as told, the parts beside them, and what they wrote to the team since. Danger takes the first places.
    /// </summary>
    public static IReadOnlyList<FoundFlag> InTold(Story story, IEnumerable<string> written, CancellationToken cancellation = default)
    {
        var parts = StoryAnswers.Of(story).OwnWords.Concat(written);
        var found = parts.SelectMany((part, number) => Written(part, cancellation).Select(flag => number == 0 ? flag : flag with { Start = null }));
        return [.. found.DistinctBy(flag => flag.Key).OrderBy(flag => flag.Rule.Kind != FlagKind.Safeguarding).Take(Most)];
    }

    /// <summary>One message of an author to the team.</summary>
    public static IReadOnlyList<FoundFlag> InMessage(string text, CancellationToken cancellation = default) =>
    [
        .. Written(text, cancellation).Select(flag => flag with { Start = null }).DistinctBy(flag => flag.Key)
            .OrderBy(flag => flag.Rule.Kind != FlagKind.Safeguarding).Take(Most),
    ];

    /// <summary>A text that the public would read.</summary>
    public static IReadOnlyList<FoundFlag> InPublic(string? text, FlagPlace place, CancellationToken cancellation = default) =>
        string.IsNullOrWhiteSpace(text) ? [] : [.. Everywhere(text, place, cancellation).DistinctBy(flag => flag.Key)];

    private static IEnumerable<FoundFlag> Written(string text, CancellationToken cancellation) =>
        Everywhere(text, FlagPlace.Told, cancellation).Concat(Danger(text)).Concat(Spam(text)).Concat(Foreign(text));

    /// <summary>
    /// What the rules for public words see, kind by kind; what a rule sees twice is there twice. The browser sees the very same while the team types
    /// (Scripts/flags.js, docs/hints.md).
    /// </summary>
    public static IReadOnlyList<SeenWords> Seen(string text, CancellationToken cancellation = default)
    {
        var (folded, hints) = (Folded.Of(text), IdentityHints.Find(text, cancellation));
        var plain = Plain.Ascii(folded.Bare);
        return
        [
            // A hospital or school by name is often what the story is about: its author is asked, the team is not (docs/decisions/0041).
            .. from hint in hints
               where hint.Kind != HintKind.Place
               orderby IdentityHints.Identifying.Contains(hint.Kind) descending
               select new SeenWords(FlagRules.Of(hint.Kind), hint.Start, hint.End),
            .. Matching(plain, folded, FlagKind.SelfHarmMethod, cancellation),
            .. Blame(plain, folded, hints, cancellation),
        ];
    }

    private static IEnumerable<FoundFlag> Everywhere(string text, FlagPlace place, CancellationToken cancellation) =>
        from seen in Seen(text, cancellation)
        let words = text[seen.Start..seen.End]
        select Found(seen.Rule, place, seen.Rule.IsLocked ? Folded.Of(words).OnOneLine : words, seen.Start);

    /// <summary>Sentences with a word of blame and, near it, a name or a role with "the", "my" or the like before it.</summary>
    private static IEnumerable<SeenWords> Blame(string plain, Folded text, IReadOnlyList<Hint> hints, CancellationToken cancellation)
    {
        foreach (var (start, end) in Sentences(plain))
        {
            cancellation.ThrowIfCancellationRequested();
            if (FlagRules.Blaming.Blame.Match(plain, start, end - start) is not { Success: true } found) continue;

            var (sentence, blame) = (text.Typewritten(start, end), text.Typewritten(found.Index, found.Index + found.Length));
            var name = hints.FirstOrDefault(hint => hint.Kind == HintKind.Name && hint.Start >= sentence.Start && hint.End <= sentence.End);
            if (name is not null) yield return Between("blame.name", (name.Start, name.End), blame);
            else if (FlagRules.Blaming.Roles.Match(plain, start, end - start) is { Success: true } role)
                yield return Between("blame.role", text.Typewritten(role.Index, role.Index + role.Length), blame);
        }

        static SeenWords Between(string rule, (int Start, int End) who, (int Start, int End) blame) =>
            new(FlagRules.Of(rule), Math.Min(who.Start, blame.Start), Math.Max(who.End, blame.End));
    }

    /// <param name="read">The text as it is read here, unit for unit as it is folded.</param>
    private static IEnumerable<SeenWords> Matching(string read, Folded text, FlagKind kind, CancellationToken cancellation = default)
    {
        foreach (var (rule, pattern) in FlagRules.Patterns.Where(one => one.Rule.Kind == kind))
        {
            foreach (Match match in pattern.Matches(read))
            {
                cancellation.ThrowIfCancellationRequested();
                var (start, end) = text.Typewritten(match.Index, match.Index + match.Length);
                yield return new(rule, start, end);
            }
        }
    }

    private static IEnumerable<FoundFlag> Danger(string text) =>
        SafetyNet.Signs(text).Select(sign => Found(FlagRules.Of($"danger.{sign.Rule}"), FlagPlace.Told, sign.Words, null));

    private static IEnumerable<FoundFlag> Spam(string text)
    {
        var folded = Folded.Of(text);
        foreach (var seen in Matching(folded.Text, folded, FlagKind.Spam))
            yield return Found(seen.Rule, FlagPlace.Told, text[seen.Start..seen.End], seen.Start);

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
        new(rule, place, Cut(words, Flag.MaxWords), start, detail);

    /// <summary>What fits into a column of so many UTF-16 code units.</summary>
    internal static string Cut(string words, int most)
    {
        words = words.Trim();
        return words.Length <= most ? words : $"{words[..(most - (char.IsHighSurrogate(words[most - 2]) ? 2 : 1))]}…";
    }

    private static IEnumerable<(int Start, int End)> Sentences(string plain)
    {
        var start = 0;
        for (var at = 0; at < plain.Length; at++)
        {
            if (plain[at] is not ('.' or '!' or '?' or '\n') || (plain[at] == '.' && at + 1 < plain.Length && plain[at + 1] is not (' ' or '\n'))) continue;
            if (at > start) yield return (start, at);
            start = at + 1;
        }

        if (start < plain.Length) yield return (start, plain.Length);
    }
}
