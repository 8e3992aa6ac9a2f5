using System.Runtime.InteropServices;
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

    /// <param name="values">What the case study has, each with the positions that have it too.</param>
    /// <param name="itself">Its own position.</param>
    /// <param name="positions">How many positions there are.</param>
    /// <param name="all">How many case studies are public.</param>
    /// <param name="isChanged">Whether something changed at a position.</param>
    public static IEnumerable<(int Position, List<LibraryValue> Shared, bool HasChange)> Find(
        IEnumerable<(LibraryValue Value, PositionSet Set)> values, int itself, int positions, int all, Func<int, bool> isChanged)
    {
        var rarest = values.Select(one => (one.Value, one.Set, one.Set.Count))
            .OrderBy(one => one.Count).ThenBy(one => one.Value.Facet).ThenBy(one => one.Value.Key).ToList();
        var found = new Dictionary<int, Score>(rarest.Sum(one => Math.Min(one.Count, MostOfValue)));
        foreach (var (value, set, count) in rarest)
        {
            var (weight, isAlike) = (Math.Log(1 + (double)all / count), IsAlike(value.Facet));
            foreach (var position in set.Down(positions).Take(MostOfValue))
            {
                ref var score = ref CollectionsMarshal.GetValueRefOrAddDefault(found, position, out _);
                score.Sum += weight;
                score.IsAlike |= isAlike;
            }
        }

        return found.Where(one => one.Value.IsAlike && one.Key != itself)
            .Select(one => (Position: one.Key, HasChange: isChanged(one.Key), one.Value.Sum))
            .OrderByDescending(one => one.HasChange ? one.Sum * WithChange : one.Sum).ThenByDescending(one => one.Position).Take(Most)
            .Select(one => (one.Position, SharedAt(one.Position), one.HasChange));

        List<LibraryValue> SharedAt(int position) =>
            [.. rarest.Where(one => IsAlike(one.Value.Facet) && one.Set.Has(position)).Select(one => one.Value).Take(MostShared)];
    }

    /// <summary>Whether case studies can have this in common.</summary>
    public static bool IsShared(LibraryFacet facet) => IsAlike(facet) || facet is LibraryFacet.Service or LibraryFacet.Place or LibraryFacet.Outcome;

    private static bool IsAlike(LibraryFacet facet) =>
        facet is LibraryFacet.Area or LibraryFacet.Problem or LibraryFacet.Barrier or LibraryFacet.Enabler;

    private struct Score
    {
        public double Sum;
        public bool IsAlike;
    }
}
