using System.Runtime.CompilerServices;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection;
using InfoStory.Search;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.Finding;

/// <summary>Where a page of the library begins: after a cursor, or so many pages on where results are ranked; else it is the first.</summary>
public readonly record struct LibraryPlace(Cursor? After, int Page = 1);

/// <summary>What is asked of the library.</summary>
/// <param name="Words">Null where only the filter is asked for.</param>
/// <param name="IsNewest">Newest first, which it always is without words; else best first.</param>
public sealed record LibrarySearch(LibraryFilter Filter, SearchWords? Words = null, bool IsNewest = false, LibraryPlace At = default)
{
    /// <summary>How many a page holds, newest first; best first it is always <see cref="Library.PageSize"/>.</summary>
    public int Size { get; init; } = Library.PageSize;

    /// <summary>Whether each is shown with a passage that holds the words.</summary>
    public bool HasPassages { get; init; } = true;
}

/// <summary>A page of what was found.</summary>
/// <param name="Found">How many there are; at most <see cref="SearchWords.MaxCandidates"/> are ever counted where words are searched for.</param>
/// <param name="Counts">Null where more hold the words than are counted.</param>
/// <param name="Previous">The page before this one; null on the first.</param>
/// <param name="Next">The page after this one; null on the last.</param>
public sealed record LibraryFound(IReadOnlyList<LibraryEntry> Entries, int Found, LibraryCounts? Counts, LibraryPlace? Previous, LibraryPlace? Next)
{
    /// <summary>What each value has in the whole library, where <see cref="Counts"/> is null: it can be chosen, and what it would leave is not known.</summary>
    public IReadOnlyDictionary<LibraryValue, int> Everywhere { get; init; } = new Dictionary<LibraryValue, int>();

    /// <summary>How many there would be without each of the values that were chosen, where nothing was found with all of them.</summary>
    public IReadOnlyDictionary<LibraryValue, int> Without { get; init; } = new Dictionary<LibraryValue, int>();

    /// <summary>How many there would be with the filter alone, where nothing was found that holds the words too.</summary>
    public int WithoutWords { get; init; }
}

/// <summary>Finds in the library: pages of what a filter leaves and of what holds some words, with counts that are those of the pages.</summary>
public sealed class LibraryFinder(InfoStoryContext db, LibraryIndex index, LibrarySpelling spelling, IFullText fullText, TimeProvider clock)
{
    /// <summary>So many are read at once where all are asked for.</summary>
    private const int Batch = 500;

    private const int Most = SearchWords.MaxCandidates;

    private LibraryNow? read;

    /// <summary>The tags and places by which the library is narrowed. One statement where nothing changed since it was last asked for.</summary>
    public async Task<LibraryTerms> TermsAsync(CancellationToken cancellation) => (await NowAsync(cancellation)).Terms;

    /// <summary>How many the filter leaves, and how many each value would. One statement where nothing changed since it was last asked for.</summary>
    public async Task<LibraryCounts> CountAsync(LibraryFilter filter, CancellationToken cancellation) =>
        (await NowAsync(cancellation)).Sets.Count(filter, matches: null, clock.UtcNow);

    /// <summary>A question that is asked of one key after another: whether everyone may read that case study now.</summary>
    internal async Task<Func<long, bool>> PublicAsync(CancellationToken cancellation) => (await NowAsync(cancellation)).Sets.Keeps(new(), clock.UtcNow);

    /// <summary>
    /// A page. Two statements without words; with words one or two more to find them and one for passages.
    /// </summary>
    public async Task<LibraryFound> FindAsync(LibrarySearch asked, CancellationToken cancellation)
    {
        var sets = (await NowAsync(cancellation)).Sets;
        if (asked.Words is null) return await Listed(sets, asked, matches: null, cancellation);

        var found = await FindAsync(sets, asked, asked.Words, cancellation);
        return found.Found == 0 && asked.Words.Looser is { } looser ? await FindAsync(sets, asked, looser, cancellation) : found;
    }

    /// <summary>
    /// Where nothing holds the words: near ones that are in the library, with how many they find in the same filter. Null where there are none. One statement,
    /// and a few where the library was changed.
    /// </summary>
    public async Task<DidYouMean?> DidYouMeanAsync(LibrarySearch asked, CancellationToken cancellation)
    {
        if (asked.Words is not { } words) return null;

        var library = await NowAsync(cancellation);
        if (await spelling.RespellAsync(library, words, cancellation) is not { } typed || words.Retyped(typed) is not { } near) return null;

        return await CountAsync(near, asked.Filter, cancellation) is > 0 and var found ? new(typed, found) : null;
    }

    /// <summary>How many hold the words in this filter; at most <see cref="SearchWords.MaxCandidates"/>. One statement.</summary>
    internal async Task<int> CountAsync(SearchWords words, LibraryFilter filter, CancellationToken cancellation)
    {
        var (sets, now) = ((await NowAsync(cancellation)).Sets, clock.UtcNow);
        var ranked = await fullText.FindAsync(db, words, NarrowingOf(sets, filter, now), now, Most, cancellation);
        return sets.Among(ranked, filter, now).Count;
    }

    /// <summary>All that the filter leaves and that hold the words, newest first, some at a time. One statement for each time, and one for the words.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LibraryEntry>> AllAsync(
        LibraryFilter filter, SearchWords? words, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var sets = (await NowAsync(cancellation)).Sets;
        var matches = words is null ? null : await MatchesAsync(sets, words, most: int.MaxValue, cancellation);
        if (words?.Looser is { } looser && sets.CountAll(filter, matches, clock.UtcNow) == 0)
            matches = await MatchesAsync(sets, looser, most: int.MaxValue, cancellation);

        LibraryKeys page;
        for (Cursor? after = null; ; after = page.Next)
        {
            page = sets.Page(filter, matches, after, Batch, clock.UtcNow);
            yield return await EntriesAsync(page.Ids, cancellation);
            if (page.Next is null) yield break;
        }
    }

    private async Task<LibraryFound> FindAsync(LibrarySets sets, LibrarySearch asked, SearchWords words, CancellationToken cancellation)
    {
        if (asked.IsNewest)
        {
            var all = await MatchesAsync(sets, words, most: int.MaxValue, cancellation);
            return await WithPassages(await Listed(sets, asked, all, cancellation), asked, words, cancellation);
        }

        var now = clock.UtcNow;
        LibraryMatches? matches;
        IReadOnlyList<long> ranked;
        if (asked.Filter.IsEmpty)
        {
            ranked = await fullText.FindAsync(db, words, Narrowing.None, now, Most + 1, cancellation);
            matches = new();
            foreach (var id in ranked) sets.Note(matches, id);
        }
        else
        {
            matches = await MatchesAsync(sets, words, Most + 1, cancellation);
            ranked = matches.Count == 0 ? [] : await fullText.FindAsync(db, words, NarrowingOf(sets, asked.Filter, now), now, Most, cancellation);
        }

        if (matches.Count > Most) matches = null;
        var best = sets.Among(ranked.Take(Most), asked.Filter, now);
        return await WithPassages(await Ranked(sets, asked, matches, best, cancellation), asked, words, cancellation);
    }

    /// <summary>One page reads one state of the library.</summary>
    internal async ValueTask<LibraryNow> NowAsync(CancellationToken cancellation) => read ??= await index.CurrentAsync(cancellation);

    private static Narrowing NarrowingOf(LibrarySets sets, LibraryFilter filter, DateTime now) => new(
        SearchFilterTerms.Of(filter), filter.Values.Any(value => !SearchFilterTerms.HasWords(value.Facet)) ? sets.Keeps(filter, now) : null);

    private async Task<LibraryMatches> MatchesAsync(LibrarySets sets, SearchWords words, int most, CancellationToken cancellation)
    {
        var matches = new LibraryMatches();
        await foreach (var id in fullText.MatchesAsync(db, words).WithCancellation(cancellation))
        {
            sets.Note(matches, id);
            if (matches.Count >= most) break;
        }

        return matches;
    }

    private async Task<LibraryFound> Ranked(
        LibrarySets sets, LibrarySearch asked, LibraryMatches? matches, IReadOnlyList<long> ranked, CancellationToken cancellation)
    {
        var page = Math.Max(1, asked.At.Page);
        var from = (page - 1) * Library.PageSize;
        var found = new LibraryFound(
            await EntriesAsync([.. ranked.Skip(from).Take(Library.PageSize)], cancellation), ranked.Count,
            matches is null ? null : sets.Count(asked.Filter, matches, clock.UtcNow),
            page > 1 ? new(null, page - 1) : null, ranked.Count > from + Library.PageSize ? new(null, page + 1) : null);
        return Loosened(sets, asked, matches, found);
    }

    private async Task<LibraryFound> Listed(LibrarySets sets, LibrarySearch asked, LibraryMatches? matches, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var page = sets.Page(asked.Filter, matches, asked.At.After, asked.Size, now);
        var counts = sets.Count(asked.Filter, matches, now);
        var isCounted = matches is not { Count: > Most };
        var found = new LibraryFound(
            await EntriesAsync(page.Ids, cancellation), isCounted ? counts.Found : Math.Min(counts.Found, Most), isCounted ? counts : null,
            page.HasPrevious ? new(page.Previous) : null, page.Next is null ? null : new(page.Next));
        return Loosened(sets, asked, matches, found);
    }

    /// <summary>What less would find, where this finds nothing.</summary>
    private LibraryFound Loosened(LibrarySets sets, LibrarySearch asked, LibraryMatches? matches, LibraryFound found)
    {
        var now = clock.UtcNow;
        if (found.Counts is null) found = found with { Everywhere = sets.Count(new(), matches: null, now).Values };
        if (found.Found > 0) return found;

        return found with
        {
            Without = asked.Filter.Values.Select(value => KeyValuePair.Create(value, sets.CountAll(asked.Filter.Without(value), matches, now)))
                .Where(one => one.Value > 0).ToDictionary(),
            WithoutWords = asked.Words is null ? 0 : sets.CountAll(asked.Filter, null, now),
        };
    }

    private async Task<LibraryFound> WithPassages(LibraryFound found, LibrarySearch asked, SearchWords words, CancellationToken cancellation)
    {
        if (found.Entries.Count == 0 || !asked.HasPassages) return found;

        var passages = await fullText.PassagesAsync(db, words, [.. found.Entries.Select(entry => entry.Id.Value)], cancellation);
        return found with
        {
            Entries = [.. found.Entries.Select(entry => entry with { Passage = Snippet.Parts(passages.GetValueOrDefault(entry.Id.Value, "")) })],
        };
    }

    private async Task<IReadOnlyList<LibraryEntry>> EntriesAsync(IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];

        var keys = ids.Select(id => new Id<CaseStudy>(id)).ToList();
        var entries = await Library.Entries(db.CaseStudies.Shown(clock.UtcNow).AsNoTracking().Where(study => keys.Contains(study.Id)))
            .ToDictionaryAsync(entry => entry.Id.Value, cancellation);
        return [.. ids.Where(entries.ContainsKey).Select(id => entries[id])];
    }
}
