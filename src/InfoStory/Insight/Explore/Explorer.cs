using InfoStory.CaseStudies.Finding;

namespace InfoStory.Insight.Explore;

/// <summary>How many public case studies name a barrier and an enabler.</summary>
public sealed record BarrierWithEnablers(LibraryValue Barrier, int CaseStudies, IReadOnlyDictionary<LibraryValue, int> Enablers);

/// <summary>Counts public case studies for the pages that look at all of them. Everything comes from memory (docs/decisions/0091-explore.md).</summary>
public sealed class Explorer(LibraryFinder finder, HandOffIndex handOffs)
{
    /// <summary>The tags and places by which they are counted. One statement where nothing changed since they were last asked for.</summary>
    public Task<LibraryTerms> TermsAsync(CancellationToken cancellation) => finder.TermsAsync(cancellation);

    /// <summary>How many have each value. One statement where nothing changed.</summary>
    public Task<LibraryCounts> EverywhereAsync(CancellationToken cancellation) => finder.CountAsync(new(), cancellation);

    /// <summary>The newest of those that have this value, and how many of them have each other value. Two statements where nothing changed.</summary>
    public Task<LibraryFound> AboutAsync(LibraryValue value, CancellationToken cancellation) => finder.FindAsync(new(new(value)), cancellation);

    /// <summary>Every barrier that is named, most first, with the enablers named beside it. One statement where nothing changed.</summary>
    public async Task<IReadOnlyList<BarrierWithEnablers>> BarriersAsync(CancellationToken cancellation)
    {
        var all = await finder.CountAsync(new(), cancellation);
        List<BarrierWithEnablers> barriers = [];
        foreach (var (barrier, count) in all.Values.Where(value => value.Key.Facet == LibraryFacet.Barrier))
        {
            var beside = await finder.CountAsync(new(barrier), cancellation);
            barriers.Add(new(barrier, count, beside.Values.Where(value => value.Key.Facet == LibraryFacet.Enabler).ToDictionary()));
        }

        return [.. barriers.OrderByDescending(one => one.CaseStudies).ThenBy(one => one.Barrier.Key)];
    }

    /// <summary>The hand-offs that they draw, in fives. Two statements where nothing changed.</summary>
    public async Task<HandOffTables> HandOffsAsync(CancellationToken cancellation)
    {
        var told = await handOffs.CurrentAsync(cancellation);
        var isPublic = await finder.PublicAsync(cancellation);
        var all = await finder.CountAsync(new(), cancellation);
        return new(
            told.Where(one => isPublic(one.Key)).Select(one => (one.Value.Year, one.Value.Figures)),
            all.Values.Where(value => value.Key.Facet == LibraryFacet.Year).ToDictionary(value => (int)value.Key.Key, value => value.Value));
    }
}
