namespace InfoStory.Search;

/// <summary>What a reader typed, cut into words that no search engine can mistake for commands.</summary>
public sealed class SearchWords
{
    public const int MaxLength = 200;
    public const int MaxWords = 8;
    public const int MaxCandidates = 1000;

    private SearchWords(string typed, IReadOnlyList<SearchTerm> terms) => (Typed, Terms) = (typed, terms);

    public string Typed { get; }

    /// <summary>At most <see cref="MaxWords"/>, at least one. All must match.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; }

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

        return new(typed, named is null ? terms : SearchNames.Found(terms, named));
    }
}
