using System.Text.RegularExpressions;

namespace InfoStory.Search;

/// <summary>What a reader typed, cut into words that no search engine can mistake for commands.</summary>
public sealed partial class SearchWords
{
    public const int MaxLength = 200;
    public const int MaxWords = 8;
    public const int MaxCandidates = 1000;

    private readonly Lazy<SearchWords?> looser;
    private readonly IEnumerable<SearchName>? named;

    private SearchWords(string typed, IReadOnlyList<SearchTerm> terms, IEnumerable<SearchName>? named, Func<SearchWords?> looser) =>
        (Typed, Terms, this.named, this.looser) = (typed, terms, named, new(looser));

    public string Typed { get; }

    /// <summary>At most <see cref="MaxWords"/>, at least one. All must match.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; }

    /// <summary>Each of <see cref="Terms"/> once, also where it was typed twice: what is looked for.</summary>
    public IEnumerable<SearchTerm> Once =>
        Terms.GroupBy(term => string.Join('\n', [.. term.Forms, "", .. term.OrCalled, "", .. term.Facts]), StringComparer.Ordinal)
            .Select(same => same.FirstOrDefault(term => !term.IsBegun) ?? same.First());

    /// <summary>
    /// The same where the own name of a place may be begun only, as "scotl" is, for where nothing is found else. Null where that says no more.
    /// </summary>
    public SearchWords? Looser => looser.Value;

    /// <summary>What would be searched for if this had been typed.</summary>
    public SearchWords? Retyped(string typed) => Parse(typed, named);

    /// <summary>The parts of what was typed, each with its terms: words between blanks, or all between quotes. Empty where they cannot be told apart.</summary>
    internal IReadOnlyList<(string Typed, SearchWords Words)> Pieces()
    {
        var (pieces, at) = (new List<(string, SearchWords)>(), 0);
        foreach (var piece in Piece().EnumerateMatches(Typed))
        {
            var typed = Typed.Substring(piece.Index, piece.Length);
            List<SearchTerm> own = [.. TypedTerms.In(typed)];
            if (own.Count == 0) continue;
            if (at + own.Count > Terms.Count) break;

            List<SearchTerm> terms = [.. Terms.Skip(at).Take(own.Count)];
            if (!terms.Zip(own).All(pair => pair.First.Parts.SequenceEqual(pair.Second.Parts))) return [];

            if (typed[0] is not ('"' or '“' or '”')) typed = typed.Trim([.. "()[]{}*,.;:!?"]);
            pieces.Add((typed, new(typed, terms, named, () => null)));
            at += own.Count;
        }

        return at == Terms.Count ? pieces : [];
    }

    [GeneratedRegex("[\"“”][^\"“”]*[\"“”]|\\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Piece();

    /// <summary>Null where nothing was typed that could be searched for.</summary>
    /// <param name="typed">As it was typed.</param>
    /// <param name="named">What is found by its name as well as by its words.</param>
    public static SearchWords? Parse(string? typed, IEnumerable<SearchName>? named = null)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;

        typed = typed.Trim();
        if (typed.Length > MaxLength) typed = typed[..MaxLength];

        List<SearchTerm> terms = [.. TypedTerms.In(typed).Take(MaxWords)];
        if (terms.Count == 0) return null;

        return named is null
            ? new(typed, terms, named, () => null)
            : new(typed, SearchNames.Found(terms, named), named, () => Loosened(typed, terms, named));
    }

    private static SearchWords? Loosened(string typed, IReadOnlyList<SearchTerm> terms, IEnumerable<SearchName> named)
    {
        if (!terms[^1].IsBegun) return null;

        var found = SearchNames.Found(terms, named, begunPlaces: true);
        return found[^1].Facts.Count > 0 ? new(typed, found, named, () => null) : null;
    }
}
