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

    /// <summary>What one could do, in the middle of a sentence: the first two offers.</summary>
    public string Could => string.Join(" or ", Offers.Take(2).Select(offer => offer == Instead.Nothing ? offer : $"say “{offer}”"));

    /// <summary>
    /// A line for each thing in the text that could show who somebody is, each once, in the order in which they come but places last, which
    /// many people share; at most <see cref="Most"/>.
    /// </summary>
    public static IReadOnlyList<HintAdvice> On(string text, CancellationToken cancellation = default) =>
    [
        .. IdentityHints.Find(text, cancellation).DistinctBy(hint => (text[hint.Start..hint.End], hint.Kind))
            .OrderBy(hint => hint.Kind == HintKind.Place).Take(Most)
            .Select(hint => new HintAdvice(text[hint.Start..hint.End], ByKind[hint.Kind].Looks, ByKind[hint.Kind].Why, OffersFor(text, hint))),
    ];

    /// <summary>
    /// What one could say instead, what suits best first: a hospital for a hospital, a doctor for Dr Khan, nothing after "my mum".
    /// Scripts/hints/instead.js does the very same.
    /// </summary>
    public static IReadOnlyList<string> OffersFor(string text, Hint hint)
    {
        var (seen, offers) = (text[hint.Start..hint.End], ByKind[hint.Kind].Offers);
        var best = hint.Kind == HintKind.Place
            ? ByKind[HintKind.Place].By!.GetValueOrDefault(seen[(seen.AsSpan().LastIndexOfAnyExcept(Letters) + 1)..].ToLowerInvariant())
            : Instead.Best(text, hint, ByKind[HintKind.Name].By!);
        return best is null ? offers : [best, .. offers.Where(offer => offer != best)];
    }

    /// <param name="By">What to say instead, by the last word of a place and the first of a name.</param>
    private sealed record Words(string Looks, string Why, IReadOnlyList<string> Offers, IReadOnlyDictionary<string, string>? By = null);
}
