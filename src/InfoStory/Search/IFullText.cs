using InfoStory.Data;

namespace InfoStory.Search;

/// <summary>One match: the key of what was found and its rank, where less is better. The key has its own type, so that a join finds it by index.</summary>
public sealed class TextMatch<T>
{
    public required Id<T> Id { get; init; }

    public required double Rank { get; init; }
}

/// <summary>Full-text search as the database at hand does it.</summary>
public interface IFullText
{
    /// <summary>True when the database ranks and stems; false when it only compares letters, which health pages report.</summary>
    Task<bool> IsInstalledAsync(InfoStoryContext db, CancellationToken cancellation);

    /// <summary>The best matches as a query that can be joined, at most <see cref="SearchWords.MaxCandidates"/>.</summary>
    IQueryable<TextMatch<T>> Matches<T>(InfoStoryContext db, SearchWords words);

    /// <summary>
    /// A passage of each case study named, by key, with matched words between <see cref="Snippet.Open"/> and <see cref="Snippet.Close"/>.
    /// </summary>
    Task<IReadOnlyDictionary<long, string>> PassagesAsync(InfoStoryContext db, SearchWords words, IReadOnlyList<long> ids, CancellationToken cancellation);
}
