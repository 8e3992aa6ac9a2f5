namespace InfoStory.Protection.Hints;

/// <summary>What was seen in a text, why it could show who somebody is, and what one could say instead.</summary>
public sealed record HintAdvice(string Seen, string Looks, string Why, IReadOnlyList<string> Offers)
{
    /// <summary>As many as one page shows.</summary>
    public const int Most = 12;

    private static readonly IReadOnlyDictionary<HintKind, Words> ByKind = HintRules.Advice<Words>();

    /// <summary>
    /// A line for each thing in the text that could show who somebody is, each once, in the order in which they come; at most <see cref="Most"/>.
    /// </summary>
    public static IReadOnlyList<HintAdvice> On(string text) =>
    [
        .. IdentityHints.Find(text).Select(hint => (Seen: text[hint.Start..hint.End], hint.Kind)).Distinct().Take(Most)
            .Select(seen => new HintAdvice(seen.Seen, ByKind[seen.Kind].Looks, ByKind[seen.Kind].Why, ByKind[seen.Kind].Offers)),
    ];

    private sealed record Words(string Looks, string Why, IReadOnlyList<string> Offers);
}
