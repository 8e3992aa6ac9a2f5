using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Flags;

/// <summary>Looks beyond the text of one story: at other stories, or at what is published.</summary>
public interface IFlagSource
{
    /// <summary>What it sees now; nothing is kept.</summary>
    Task<IReadOnlyList<FoundFlag>> FindAsync(Story story, CancellationToken cancellation);
}

/// <summary>Other stories with the same words, or nearly.</summary>
public sealed class Duplicates(InfoStoryContext db) : IFlagSource
{
    /// <summary>The most that are compared with, and the most that are named: of stories on hold as many again, for safeguarding leads.</summary>
    private const int Compared = 6, Named = 3;

    /// <summary>The most rows of the index that are looked at, on hold and not: whole likenesses first, then the newest stories.</summary>
    private const int Looked = 2000;

    private const string Same = "duplicate.same", Nearly = "duplicate.near";

    /// <summary>The rules of flags whose words are the reference of another story.</summary>
    internal static readonly string[] Rules = [Same, Nearly];

    /// <summary>Three statements: two looks into the index for each of at most 17 keys, and the words of at most twelve stories.</summary>
    public async Task<IReadOnlyList<FoundFlag>> FindAsync(Story story, CancellationToken cancellation)
    {
        var (shingles, id) = (Shingles.Of(story.Told, cancellation), story.Id);
        var (keys, exact) = (shingles.Keys.ToList(), shingles.Exact);
        if (keys.Count == 0) return [];

        // Apart, because what is on hold must not push out what everybody of the team may see.
        List<(long Key, Id<Story> StoryId, bool IsOnHold)> shared = [];
        foreach (var isOnHold in new[] { false, true })
        {
            var found = await (
                from other in db.Set<StoryShingle>().AsNoTracking()
                where keys.Contains(other.Key) && other.StoryId != id
                join told in db.Stories on other.StoryId equals told.Id
                where (told.State == StoryState.OnHold) == isOnHold
                orderby other.Key == exact descending, other.StoryId descending, other.Key
                select new { other.Key, other.StoryId }).Take(Looked).ToListAsync(cancellation);
            shared.AddRange(found.Select(one => (one.Key, one.StoryId, isOnHold)));
        }

        var likely = shared.GroupBy(other => other.StoryId)
            .OrderByDescending(other => other.Any(one => one.Key == exact)).ThenByDescending(other => other.Count())
            .ThenBy(other => other.Key.Value).GroupBy(other => other.First().IsOnHold)
            .SelectMany(others => others.Take(Compared)).Select(other => other.Key).ToList();
        if (likely.Count == 0) return [];

        var others = await db.Stories.AsNoTracking().Where(other => likely.Contains(other.Id))
            .Select(other => new { other.Reference, other.Told, other.State }).ToListAsync(cancellation);
        return [.. others.GroupBy(other => other.State == StoryState.OnHold).SelectMany(
            apart => Near(shingles, apart.Select(other => (other.Reference, other.Told)), isOnHold: apart.Key, cancellation))];
    }

    private static IEnumerable<FoundFlag> Near(
        Shingles shingles, IEnumerable<(string Reference, string Told)> others, bool isOnHold, CancellationToken cancellation) =>
        others.Select(other => (other.Reference, Shingles: Shingles.Of(other.Told, cancellation)))
            .Select(other => (other.Reference, IsSame: other.Shingles.Exact == shingles.Exact, Likeness: shingles.Likeness(other.Shingles)))
            .Where(other => other.Likeness >= Shingles.Near).OrderByDescending(other => other.IsSame)
            .ThenByDescending(other => other.Likeness).ThenBy(other => other.Reference, StringComparer.Ordinal).Take(Named)
            .Select(other => new FoundFlag(
                FlagRules.Of(other.IsSame ? Same : Nearly), FlagPlace.Told, other.Reference, null,
                other.IsSame ? null : $"{Math.Floor(other.Likeness * 100):0} of 100 runs of five words are the same.")
            { NamesOnHold = isOnHold });
}
