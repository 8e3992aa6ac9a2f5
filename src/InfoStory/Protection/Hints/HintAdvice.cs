using System.Buffers;

namespace InfoStory.Protection.Hints;

/// <summary>What was seen in a text, why it could show who somebody is, and what one could say instead.</summary>
public sealed record HintAdvice(string Seen, string Looks, string Why, IReadOnlyList<string> Offers)
{
    /// <summary>As many as one page shows.</summary>
    public const int Most = 12;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly IReadOnlyDictionary<HintKind, Words> ByKind = HintRules.Advice<Words>();

    /// <summary>The last words of the places that are pointed at.</summary>
    internal static readonly IReadOnlySet<string> PlaceNouns = ByKind[HintKind.Place].By!.Keys.ToHashSet();

    /// <summary>
    /// A line for each thing in the text that could show who somebody is, each once, in the order in which they come but places last, which
    /// many people share; at most <see cref="Most"/>.
    /// </summary>
    public static IReadOnlyList<HintAdvice> On(string text, CancellationToken cancellation = default) =>
    [
        .. IdentityHints.Find(text, cancellation).Select(hint => (Seen: text[hint.Start..hint.End], hint.Kind)).Distinct()
            .OrderBy(seen => seen.Kind == HintKind.Place).Take(Most)
            .Select(seen => new HintAdvice(seen.Seen, ByKind[seen.Kind].Looks, ByKind[seen.Kind].Why, OffersFor(seen.Seen, ByKind[seen.Kind]))),
    ];

    /// <summary>A hospital for a hospital, a school for a school. Scripts/hint-panel.js does the very same.</summary>
    private static IReadOnlyList<string> OffersFor(string seen, Words words) =>
        words.By?.GetValueOrDefault(seen[(seen.AsSpan().LastIndexOfAnyExcept(Letters) + 1)..].ToLowerInvariant()) is { } place
            ? [place, .. words.Offers]
            : words.Offers;

    /// <param name="By">What to say instead, by the last word.</param>
    private sealed record Words(string Looks, string Why, IReadOnlyList<string> Offers, IReadOnlyDictionary<string, string>? By = null);
}
