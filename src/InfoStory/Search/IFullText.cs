using InfoStory.Data;

namespace InfoStory.Search;

/// <summary>What a search is narrowed by.</summary>
/// <param name="Groups">Words of <see cref="SearchText.Narrowing"/>: one of each group must be there.</param>
/// <param name="Keeps">What the index has no words for; null where that is nothing. It is asked of one key after another.</param>
public sealed record Narrowing(IReadOnlyList<IReadOnlyList<string>> Groups, Func<long, bool>? Keeps = null)
{
    public static Narrowing None { get; } = new([]);
}

/// <summary>Full-text search as the database at hand does it.</summary>
public interface IFullText
{
    /// <summary>True when the database ranks and stems; false when it only compares letters, which health pages report.</summary>
    Task<bool> IsInstalledAsync(InfoStoryContext db, CancellationToken cancellation);

    /// <summary>
    /// The keys of the case studies that hold each term, as words of their text or as one of its facts, and one word of each group of
    /// <see cref="Narrowing.Groups"/> in <see cref="SearchText.Narrowing"/>, best first, at most <paramref name="limit"/> of those that
    /// <see cref="Narrowing.Keeps"/>. What nobody may read by <paramref name="now"/> is not among them, whether or not it was taken down: count, pages and
    /// list agree. One statement.
    /// </summary>
    Task<IReadOnlyList<long>> FindAsync(
        InfoStoryContext db, SearchWords words, Narrowing narrowing, DateTime now, int limit, CancellationToken cancellation);

    /// <summary>
    /// The keys of all case studies that hold each term, as words of their text or as one of its facts, in no order, as they are read. One statement.
    /// </summary>
    IAsyncEnumerable<long> MatchesAsync(InfoStoryContext db, SearchWords words);

    /// <summary>Those of a few case studies that hold each term, as words of their text or as one of its facts, in no order. One statement.</summary>
    Task<IReadOnlyList<long>> AmongAsync(InfoStoryContext db, SearchWords words, IReadOnlyList<long> ids, CancellationToken cancellation);

    /// <summary>
    /// The stories that hold all the words in what was told, in the public title or in the public text, or all of them in one message of the author:
    /// where a larger query begins, not limited by itself. Null where more than <paramref name="most"/> do and it is quicker to ask
    /// <see cref="StoriesAmongAsync"/> of some of them after the other. <typeparamref name="TStory"/> is the story.
    /// </summary>
    Task<IQueryable<TStory>?> StoriesWithAsync<TStory>(InfoStoryContext db, SearchWords words, int most, CancellationToken cancellation)
        where TStory : class;

    /// <summary>
    /// Those of some stories that hold all the words in one place, as <see cref="StoriesWithAsync"/> finds them, in no order. Only where that gave null. One
    /// statement.
    /// </summary>
    Task<IReadOnlyCollection<long>> StoriesAmongAsync(InfoStoryContext db, SearchWords words, IReadOnlyCollection<long> ids, CancellationToken cancellation);

    /// <summary>
    /// A passage of each case study named, by key, with matched words between <see cref="Snippet.Open"/> and <see cref="Snippet.Close"/>. One statement.
    /// </summary>
    Task<IReadOnlyDictionary<long, string>> PassagesAsync(InfoStoryContext db, SearchWords words, IReadOnlyList<long> ids, CancellationToken cancellation);
}
