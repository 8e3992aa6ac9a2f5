using System.Text.RegularExpressions;

namespace InfoStory.Protection.Hints;

/// <summary>One rule of instead.json: what suits best for a hint of these kinds that stands like this.</summary>
/// <param name="Kinds">With a blank between them.</param>
/// <param name="Offer">What to say; empty to leave it out. "$1" is what <paramref name="Before"/> has in brackets.</param>
/// <param name="Before">What stands before it.</param>
/// <param name="Seen">What it looks like.</param>
/// <param name="After">What stands after it.</param>
/// <param name="Titled">True for what is called by a title of advice.json.</param>
internal sealed record InsteadText(
    string Kinds, string? Offer = null, string? Before = null, string? Seen = null, string? After = null, bool Titled = false);

/// <summary>What one could say instead of what was seen, by what stands beside it. Scripts/hints/instead.js does the very same.</summary>
internal sealed partial class Instead(InsteadText rule)
{
    /// <summary>What stands in a list of things to say for saying nothing.</summary>
    public const string Nothing = "leave it out";

    private const int Span = 80;

    private static readonly IReadOnlyList<Instead> Rules = [.. HintRules.Instead().Select(rule => new Instead(rule))];

    private readonly string[] kinds = rule.Kinds.Split(' ');
    private readonly Regex? before = Made(rule.Before), seen = Made(rule.Seen), after = Made(rule.After);

    /// <summary>What suits best; null where nothing suits better than what is offered anyway.</summary>
    /// <param name="titles">What to say for a title.</param>
    public static string? Best(string text, Hint hint, IReadOnlyDictionary<string, string> titles)
    {
        var (standsBefore, looks) = (text[Math.Max(0, hint.Start - Span)..hint.Start], text[hint.Start..hint.End]);
        var standsAfter = text[hint.End..Math.Min(text.Length, hint.End + Span)];
        var called = titles.GetValueOrDefault(First().Match(looks).Value.ToLowerInvariant());
        return Rules.FirstOrDefault(rule => rule.Fits(hint.Kind, standsBefore, looks, standsAfter, called is not null))?.OfferFor(standsBefore, called);
    }

    private bool Fits(HintKind kind, string standsBefore, string looks, string standsAfter, bool isTitled) =>
        kinds.Contains(kind.ToString(), StringComparer.OrdinalIgnoreCase) && (!rule.Titled || isTitled)
        && before?.IsMatch(standsBefore) is not false && seen?.IsMatch(looks) is not false && after?.IsMatch(standsAfter) is not false;

    private string? OfferFor(string standsBefore, string? called)
    {
        if (rule.Titled) return Owned().IsMatch(standsBefore) ? called![(called!.IndexOf(' ') + 1)..] : called;
        if (rule.Offer is not "a $1") return rule.Offer is "" ? Nothing : rule.Offer;

        var job = before!.Match(standsBefore).Groups[1].Value.ToLowerInvariant();
        return job[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? $"an {job}" : $"a {job}";
    }

    /// <summary>The end is the end of the text, as in a browser.</summary>
    private static Regex? Made(string? pattern) => pattern is null
        ? null
        : new(pattern.Replace("$)", "\\z)", StringComparison.Ordinal) is var made && made.EndsWith('$') ? $"{made[..^1]}\\z" : made,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex("^[a-z]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex First();

    [GeneratedRegex(@"\b(?:my|our|his|her|their|your) (?:(?:old|new|own|lovely|poor|usual|named) )?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Owned();
}
