using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;

namespace InfoStory.Dissemination.Digests;

/// <summary>Which case studies of one digest somebody means who follows some filters of the library. Each filter is worked out once.</summary>
internal sealed class DigestInterests(Interests interests, Library library, IReadOnlyCollection<Id<CaseStudy>> items)
{
    private readonly Dictionary<string, IReadOnlySet<Id<CaseStudy>>> known = new(StringComparer.Ordinal);

    /// <param name="followed">Filters of which one is enough; none is everything. One that means nothing any more finds nothing.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlySet<Id<CaseStudy>>> OfAsync(IReadOnlyCollection<string> followed, CancellationToken cancellation)
    {
        if (followed.Count == 0) return items.ToHashSet();

        HashSet<Id<CaseStudy>> all = [];
        foreach (var one in followed) all.UnionWith(await OfAsync(one, cancellation));
        return all;
    }

    private async Task<IReadOnlySet<Id<CaseStudy>>> OfAsync(string interest, CancellationToken cancellation)
    {
        if (known.TryGetValue(interest, out var found)) return found;

        var asked = Interest.Parse(interest) is { } parsed ? await interests.AskedAsync(parsed, cancellation) : null;
        return known[interest] = asked is { } one ? await library.AmongAsync(items, one.Filter, one.Words, cancellation) : new HashSet<Id<CaseStudy>>();
    }
}
