using InfoStory.Data;

namespace InfoStory.CaseStudies.Finding;

/// <summary>A public case study that has something in common with another one.</summary>
/// <param name="Shared">The names of what both are about, what fewest have first; at most three.</param>
/// <param name="HasChange">Something changed in it.</param>
public sealed record RelatedStudy(Id<CaseStudy> Id, string Slug, string Title, IReadOnlyList<string> Shared, bool HasChange);

/// <summary>What the index knows of one case study: its tags, and what is related to it, best first.</summary>
internal sealed record StudyBeside(IReadOnlyList<TagToRead> Tags, IReadOnlyList<RelatedKey> Related)
{
    /// <summary>What a value that is shared is called.</summary>
    public required Func<LibraryValue, string?> NamesOf { get; init; }
}

/// <summary>The key of what is related, and what both have.</summary>
internal sealed record RelatedKey(long Id, IReadOnlyList<LibraryValue> Shared, bool HasChange);

/// <summary>
/// Which case studies have most in common with one: each value that both have counts for more the fewer have it, and one where something changed goes
/// before one where nothing did, so that whoever reads what went wrong finds who put it right. What only shares its service, its place or what came of it
/// is not related.
/// </summary>
internal static class Relating
{
    /// <summary>So many are shown.</summary>
    public const int Most = 3;

    /// <summary>Of what many have the newest are looked at, so that a page costs the same in a large library.</summary>
    private const int MostOfValue = 200;

    private const int MostShared = 3;

    private const double WithChange = 1.5;

    /// <param name="values">What the case study has, each with the positions that have it too, newest first, and how many those are.</param>
    /// <param name="itself">Its own position.</param>
    /// <param name="all">How many case studies are public.</param>
    /// <param name="isChanged">Whether something changed at a position.</param>
    public static IEnumerable<(int Position, List<LibraryValue> Shared, bool HasChange)> Find(
        IEnumerable<(LibraryValue Value, IEnumerable<int> Newest, int Count)> values, int itself, int all, Func<int, bool> isChanged)
    {
        var found = new Dictionary<int, (double Score, bool IsAlike, List<LibraryValue> Shared)>();
        foreach (var (value, newest, count) in values.OrderBy(one => one.Count).ThenBy(one => one.Value.Facet).ThenBy(one => one.Value.Key))
        {
            var weight = Math.Log(1 + (double)all / count);
            foreach (var position in newest.Take(MostOfValue))
            {
                if (position == itself) continue;

                var (score, isAlike, shared) = found.GetValueOrDefault(position, (0, false, []));
                if (IsAlike(value.Facet) && shared.Count < MostShared) shared.Add(value);
                found[position] = (score + weight, isAlike || IsAlike(value.Facet), shared);
            }
        }

        return found.Where(one => one.Value.IsAlike)
            .Select(one => (Position: one.Key, one.Value.Shared, HasChange: isChanged(one.Key), one.Value.Score))
            .OrderByDescending(one => one.HasChange ? one.Score * WithChange : one.Score).ThenByDescending(one => one.Position).Take(Most)
            .Select(one => (one.Position, one.Shared, one.HasChange));
    }

    /// <summary>Whether case studies can have this in common.</summary>
    public static bool IsShared(LibraryFacet facet) => IsAlike(facet) || facet is LibraryFacet.Service or LibraryFacet.Place or LibraryFacet.Outcome;

    private static bool IsAlike(LibraryFacet facet) =>
        facet is LibraryFacet.Area or LibraryFacet.Problem or LibraryFacet.Barrier or LibraryFacet.Enabler;
}
