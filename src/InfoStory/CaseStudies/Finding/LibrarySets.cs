using System.Diagnostics.CodeAnalysis;
using InfoStory.Data;
using InfoStory.Places;

namespace InfoStory.CaseStudies.Finding;

/// <summary>What the sets keep of one public case study.</summary>
/// <param name="Id">Its key.</param>
/// <param name="PublishedAt">Since when everyone may read it, this time.</param>
/// <param name="PublicUntil">Until when.</param>
/// <param name="Year">In which it was first published.</param>
internal sealed record IndexedStudy(long Id, DateTime PublishedAt, DateTime PublicUntil, int Year)
{
    /// <summary>What it is about, without the places around its place.</summary>
    public List<LibraryValue> Values { get; } = [LibraryValue.OfYear(Year)];
}

/// <summary>How many case studies a filter leaves.</summary>
/// <param name="Found">All of them.</param>
/// <param name="Changed">Of those, how many where something changed.</param>
/// <param name="Values">
/// For each value how many there would be with it: of its own facet it alone is chosen, or beside those that are. None is 0.
/// </param>
public sealed record LibraryCounts(int Found, int Changed, IReadOnlyDictionary<LibraryValue, int> Values);

/// <summary>A page of the library as keys, newest first.</summary>
/// <param name="Next">Where the next page begins; null where there is none.</param>
/// <param name="HasPrevious">Something comes before this page.</param>
/// <param name="Previous">Where the page before it begins; null where that is the first.</param>
internal sealed record LibraryKeys(IReadOnlyList<long> Ids, Cursor? Next, bool HasPrevious, Cursor? Previous);

/// <summary>
/// The public case studies in the order in which they were published, and for each value of a facet the positions of those that have it. Nothing is read
/// from a database here. Many may read at once; whoever puts or takes is alone.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Who still reads may hold one that another took the place of. The lock holds nothing but memory.")]
internal sealed class LibrarySets(IReadOnlyDictionary<Id<Place>, IReadOnlyList<LibraryValue>> around)
{
    private readonly ReaderWriterLockSlim door = new();
    private readonly List<long> ids = [], published = [], until = [];
    private readonly Dictionary<LibraryValue, PositionSet> sets = [];
    private ulong[] shown = [];

    /// <summary>One more than the position of each key, which the database counts up from 1; 0 where there is none.</summary>
    private int[] positions = [];

    private long nextEnd = long.MaxValue;
    private LibraryCounts? unfiltered;

    /// <summary>False where a case study belongs between others: then all of them are read anew.</summary>
    public bool TryPut(IndexedStudy study)
    {
        using var writing = new Turn(door, isAlone: true);
        var at = study.PublishedAt.Ticks;
        if (TryFind(study.Id, out var position))
        {
            Take(position);
            if (published[position] == at)
            {
                Put(position, study);
                return true;
            }
        }

        var isNewest = ids.Count == 0 || (published[^1], ids[^1]).CompareTo((at, study.Id)) < 0;
        if (!isNewest) return false;

        ids.Add(study.Id);
        published.Add(at);
        until.Add(0);
        if (study.Id >= positions.Length) Array.Resize(ref positions, (int)study.Id + 1 + positions.Length / 8);
        positions[study.Id] = ids.Count;
        Put(ids.Count - 1, study);
        return true;
    }

    /// <summary>It is not public any more, if it was.</summary>
    public void Remove(long id)
    {
        using var writing = new Turn(door, isAlone: true);
        if (TryFind(id, out var position)) Take(position);
    }

    /// <param name="matches">Only these are counted; null for all.</param>
    public LibraryCounts Count(LibraryFilter filter, LibraryMatches? matches, DateTime now)
    {
        using var reading = Read(now);
        if (filter.IsEmpty && matches is null) return unfiltered ??= Count(filter, shown);
        return Count(filter, Among(matches));
    }

    /// <summary>How many the filter leaves.</summary>
    public int CountAll(LibraryFilter filter, LibraryMatches? matches, DateTime now)
    {
        using var reading = Read(now);
        return Bits.Count(Chosen(filter, Among(matches), except: null));
    }

    public LibraryKeys Page(LibraryFilter filter, LibraryMatches? matches, Cursor? after, int size, DateTime now)
    {
        using var reading = Read(now);
        var left = Chosen(filter, Among(matches), except: null);
        var from = after is { } cursor ? Below(cursor) : ids.Count;
        List<int> page = [.. Bits.Down(left, from).Take(size + 1)];
        // One more than a page before this one, after which that page begins.
        List<int> before = [.. Bits.Up(left, from).Take(size + 1)];
        return new(
            [.. page.Take(size).Select(position => ids[position])], page.Count > size ? CursorOf(page[size - 1]) : null,
            before.Count > 0, before.Count > size ? CursorOf(before[size]) : null);
    }

    /// <summary>Those of these that the filter leaves, in their order.</summary>
    public IReadOnlyList<long> Among(IEnumerable<long> studies, LibraryFilter filter, DateTime now)
    {
        using var reading = Read(now);
        var left = Chosen(filter, shown, except: null);
        return [.. studies.Where(id => TryFind(id, out var position) && Bits.Has(left, position))];
    }

    /// <summary>A question that is asked of one key after another: whether the filter leaves it.</summary>
    public Func<long, bool> Keeps(LibraryFilter filter, DateTime now)
    {
        using var reading = Read(now);
        var left = Chosen(filter, shown, except: null);
        return id =>
        {
            using var again = new Turn(door, isAlone: false);
            return TryFind(id, out var position) && Bits.Has(left, position);
        };
    }

    /// <summary>What stands beside a case study: its values, and what has most of them too. Null where it is not public.</summary>
    public (IReadOnlyList<LibraryValue> Values, IReadOnlyList<RelatedKey> Related)? Beside(long id, DateTime now)
    {
        using var reading = Read(now);
        if (!TryFind(id, out var position) || !Bits.Has(shown, position)) return null;

        var has = sets.Where(set => set.Value.Has(position)).ToList();
        var changed = sets.GetValueOrDefault(LibraryValue.Changed);
        return (
            [.. has.Select(set => set.Key)],
            [
                .. Relating.Find(
                        has.Where(set => Relating.IsShared(set.Key.Facet)).Select(set => (set.Key, set.Value)),
                        position, ids.Count, Bits.Count(shown), other => changed?.Has(other) == true)
                    .Select(one => new RelatedKey(ids[one.Position], one.Shared, one.HasChange)),
            ]);
    }

    /// <summary>Notes those of these keys that are public.</summary>
    public void Note(LibraryMatches matches, long id)
    {
        using var reading = new Turn(door, isAlone: false);
        if (TryFind(id, out var position) && Bits.Has(shown, position)) matches.Add(position);
    }

    private LibraryCounts Count(LibraryFilter filter, ulong[] among)
    {
        var all = Chosen(filter, among, except: null);
        var ofFacet = filter.Facets.ToDictionary(facet => facet.Key, facet => Chosen(filter, among, facet.Key));
        var counts = new Dictionary<LibraryValue, int>();
        foreach (var (value, set) in sets)
        {
            if (set.CountIn(ofFacet.GetValueOrDefault(value.Facet, all)) is > 0 and var count) counts[value] = count;
        }

        return new(Bits.Count(all), sets.TryGetValue(LibraryValue.Changed, out var changed) ? changed.CountIn(all) : 0, counts);
    }

    /// <summary>Those of these that the facets leave, whatever is chosen of one of them.</summary>
    private ulong[] Chosen(LibraryFilter filter, ulong[] among, LibraryFacet? except)
    {
        var left = new ulong[Bits.Words(ids.Count)];
        Array.Copy(among, left, Math.Min(among.Length, left.Length));
        foreach (var facet in filter.Facets.Where(facet => facet.Key != except))
        {
            var any = new ulong[left.Length];
            foreach (var value in facet)
            {
                if (sets.TryGetValue(value, out var set)) set.AddTo(any);
            }

            Bits.And(left, any);
        }

        return left;
    }

    private ulong[] Among(LibraryMatches? matches)
    {
        if (matches is null) return shown;

        var among = (ulong[])shown.Clone();
        Bits.And(among, matches.Positions);
        return among;
    }

    private void Put(int position, IndexedStudy study)
    {
        until[position] = study.PublicUntil.Ticks;
        nextEnd = Math.Min(nextEnd, study.PublicUntil.Ticks);
        Bits.Set(ref shown, position);
        foreach (var value in study.Values.SelectMany(Around)) SetOf(value).Add(position, ids.Count);
        unfiltered = null;
    }

    private void Take(int position)
    {
        until[position] = 0;
        Bits.Clear(shown, position);
        foreach (var set in sets.Values) set.Remove(position);
        unfiltered = null;
    }

    private bool TryFind(long id, out int position)
    {
        position = id > 0 && id < positions.Length ? positions[id] - 1 : -1;
        return position >= 0;
    }

    private IEnumerable<LibraryValue> Around(LibraryValue value) =>
        value.Facet == LibraryFacet.Place && around.TryGetValue(new(value.Key), out var places) ? places : [value];

    private PositionSet SetOf(LibraryValue value) => sets.TryGetValue(value, out var set) ? set : sets[value] = new();

    /// <summary>Begins to read, after letting go of what the consents of its authors carry no longer.</summary>
    private Turn Read(DateTime now)
    {
        if (now.Ticks >= Interlocked.Read(ref nextEnd))
        {
            using var writing = new Turn(door, isAlone: true);
            End(now);
        }

        return new(door, isAlone: false);
    }

    private void End(DateTime now)
    {
        nextEnd = long.MaxValue;
        for (var position = 0; position < until.Count; position++)
        {
            if (until[position] == 0) continue;
            if (until[position] <= now.Ticks) Take(position);
            else nextEnd = Math.Min(nextEnd, until[position]);
        }
    }

    /// <summary>How many positions come before the first that the cursor leaves out.</summary>
    private int Below(Cursor cursor)
    {
        var (low, high) = (0, ids.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if ((published[middle], ids[middle]).CompareTo((cursor.At.Ticks, cursor.Id)) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private Cursor CursorOf(int position) => new(new(published[position], DateTimeKind.Utc), ids[position]);

    /// <summary>From here to the end of a method nobody writes, or nobody else is here at all.</summary>
    private readonly struct Turn : IDisposable
    {
        private readonly ReaderWriterLockSlim door;
        private readonly bool isAlone;

        public Turn(ReaderWriterLockSlim door, bool isAlone)
        {
            (this.door, this.isAlone) = (door, isAlone);
            if (isAlone) door.EnterWriteLock();
            else door.EnterReadLock();
        }

        public void Dispose()
        {
            if (isAlone) door.ExitWriteLock();
            else door.ExitReadLock();
        }
    }
}
