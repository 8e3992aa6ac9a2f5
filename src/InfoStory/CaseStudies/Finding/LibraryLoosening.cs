using System.Numerics;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Places;
using InfoStory.Search;

namespace InfoStory.CaseStudies.Finding;

/// <summary>Less than what was typed, which finds something.</summary>
/// <param name="Words">What is left of the words, as they were typed.</param>
/// <param name="In">The place that the other words named, as a filter; null where they did not.</param>
/// <param name="Found">How many it finds in the same filter; at most <see cref="SearchWords.MaxCandidates"/>.</param>
public sealed record FewerWords(string Words, PlaceChoice? In, int Found);

/// <summary>What can be said of words with which nothing is found.</summary>
/// <param name="Means">Other words of tags that no public case study has, each with the name of its tag.</param>
/// <param name="Fewer">What finds something: what leaves out the fewest words comes first.</param>
public sealed record NothingFound(IReadOnlyList<(string Word, string Name)> Means, IReadOnlyList<FewerWords> Fewer);

/// <summary>Says which words hold a search back that finds nothing (docs/decisions/0097).</summary>
public sealed class LibraryLoosening(InfoStoryContext db, LibraryFinder finder, IFullText fullText, TimeProvider clock)
{
    private const int MostOffered = 3, Most = SearchWords.MaxCandidates;

    /// <summary>
    /// Two statements at most for each word that says something, of which there are eight at most, and one for each of three offers. One word has no offers.
    /// </summary>
    public async Task<NothingFound> LookAsync(LibrarySearch asked, CancellationToken cancellation)
    {
        if (asked.Words is not { } words) return new([], []);

        var library = await finder.NowAsync(cancellation);
        var (sets, terms, all) = (library.Sets, library.Terms, words.Pieces());
        var there = sets.Count(new(), matches: null, clock.UtcNow).Values;
        var means = terms.OtherWords(tag => !there.ContainsKey(LibraryValue.Of(tag.Facet, tag.Id)), words);
        List<(string Typed, SearchWords Words)> pieces = [.. all.Where(piece => piece.Words.Terms.Any(term => !SearchNames.Joins(term)))];
        if (pieces.Count == 0 || all.Count == 1) return new(means, []);

        var found = await FoundAsync(sets, asked.Filter, pieces, cancellation);
        List<FewerWords> fewer = [];
        foreach (var kept in Kept(found, isLess: pieces.Count < all.Count).Take(MostOffered))
        {
            List<string> typed = [.. pieces.Where((_, place) => (kept >> place & 1) == 1).Select(piece => piece.Typed)];
            if (await OfferAsync(asked, words, typed, terms, cancellation) is { } offer && !fewer.Contains(offer)) fewer.Add(offer);
        }

        return new(means, fewer);
    }

    /// <summary>Which case studies hold each of the words, of those that hold one of the rarer ones.</summary>
    private async Task<List<HashSet<long>>> FoundAsync(
        LibrarySets sets, LibraryFilter filter, List<(string Typed, SearchWords Words)> pieces, CancellationToken cancellation)
    {
        List<List<long>> read = [];
        foreach (var (_, words) in pieces)
        {
            List<long> some = [];
            await foreach (var id in fullText.MatchesAsync(db, words).WithCancellation(cancellation))
            {
                some.Add(id);
                if (some.Count > Most) break;
            }

            read.Add(some);
        }

        var rare = read.Where(some => some.Count <= Most).SelectMany(some => some).Distinct().ToList();
        List<HashSet<long>> found = [];
        foreach (var (some, (_, words)) in read.Zip(pieces))
        {
            var holds = some.Count <= Most || rare.Count == 0 ? some : await fullText.AmongAsync(db, words, rare, cancellation);
            found.Add([.. sets.Among(holds, filter, clock.UtcNow)]);
        }

        return found;
    }

    /// <summary>The largest choices of these words that one case study holds, a bit for each word; of as many words, those that most hold come first.</summary>
    private static List<int> Kept(List<HashSet<long>> found, bool isLess)
    {
        var all = (1 << found.Count) - 1;
        var held = Enumerable.Range(1, all).Where(choice => isLess || choice != all)
            .Select(choice => (Choice: choice, Count: Holding(found, choice))).Where(one => one.Count > 0)
            .OrderByDescending(one => BitOperations.PopCount((uint)one.Choice)).ThenByDescending(one => one.Count).ToList();
        List<int> kept = [];
        foreach (var (choice, _) in held)
        {
            if (!kept.Exists(larger => (larger & choice) == choice)) kept.Add(choice);
        }

        return kept;
    }

    private static int Holding(List<HashSet<long>> found, int choice)
    {
        var chosen = found.Where((_, place) => (choice >> place & 1) == 1).OrderBy(some => some.Count).ToList();
        return chosen[0].Count(id => chosen.TrueForAll(some => some.Contains(id)));
    }

    /// <summary>A place that is named becomes a filter, where other words are left and no place is chosen.</summary>
    private async Task<FewerWords?> OfferAsync(
        LibrarySearch asked, SearchWords words, List<string> typed, LibraryTerms terms, CancellationToken cancellation)
    {
        var text = string.Join(' ', typed);
        if (words.Retyped(text) is not { } kept) return null;

        if (!asked.Filter.Facets.Any(facet => facet.Key == LibraryFacet.Place) && kept.Terms.Count == typed.Count
            && terms.PlaceIn(kept.Terms) is var (from, count, place) && count < typed.Count)
        {
            typed.RemoveRange(from, count);
            var rest = string.Join(' ', typed);
            var filter = new LibraryFilter(asked.Filter.Values.Append(LibraryValue.Of(place.Id)));
            if (words.Retyped(rest) is { } other && await finder.CountAsync(other, filter, cancellation) is > 0 and var there) return new(rest, place, there);
        }

        return await finder.CountAsync(kept, asked.Filter, cancellation) is > 0 and var found ? new(text, null, found) : null;
    }
}
