using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.History;

/// <summary>
/// What the checker found: how many entries stand before the first bad one, the head as counted, and the first bad number with what is wrong; null where the
/// history is whole.
/// </summary>
public sealed record HistoryFinding(long Entries, ChainHead Head, long? BadNumber, string? Wrong)
{
    public bool IsWhole => Wrong is null;
}

/// <summary>Reads the whole chain, page by page, and names the first entry that was changed, deleted, moved or put in.</summary>
public sealed class HistoryCheck(InfoStoryContext db, HistoryCounter counter)
{
    private const int PageSize = 500;

    /// <summary>How old an entry is at most that no line of the file need cover yet.</summary>
    private static readonly TimeSpan Unkept = TimeSpan.FromDays(2);

    /// <summary>Where the chain ends now.</summary>
    public async Task<ChainHead?> HeadAsync(CancellationToken cancellation) =>
        await db.HistoryHead.AsNoTracking().Select(head => (ChainHead?)new ChainHead(head.Number, head.Hash)).FirstOrDefaultAsync(cancellation);

    /// <summary>Checks every entry, and that each of these heads, kept outside the database, is one of them.</summary>
    public async Task<HistoryFinding> VerifyAsync(IEnumerable<ChainHead> heads, CancellationToken cancellation)
    {
        var kept = heads.Where(head => head.Number > 0).DistinctBy(head => head.ToString(), StringComparer.Ordinal).ToLookup(head => head.Number);
        var (at, blanked) = (new ChainHead(0, new byte[HistoryEntry.HashBytes]), new SortedSet<long>());

        await foreach (var row in RowsAsync(cancellation))
        {
            if (Wrong(row, at, blanked, kept[row.Number]) is { } wrong) return new(at.Number, at, row.Number > at.Number ? at.Number + 1 : row.Number, wrong);
            at = new(row.Number, row.Hash!);
        }

        return await AtTheEndAsync(at, blanked, kept.Count == 0 ? 0 : kept.Max(head => head.Key), cancellation);
    }

    /// <summary>
    /// What is wrong with the file of heads, which gets a line a day; null where nothing is. Whoever can shorten the history could take away its lines too, so
    /// one that is missing, empty or ends too early is a complaint.
    /// </summary>
    public async Task<string?> WrongWithAsync(HistoryHeads file, DateTime now, CancellationToken cancellation)
    {
        if (file.File is null) return null;

        var before = now - Unkept;
        var due = await db.History.Where(entry => entry.At < before && entry.Subject != HistoryErasure.Subject)
            .MaxAsync(entry => entry.Number, cancellation) ?? 0;
        var kept = file.Read().Select(head => head.Number).DefaultIfEmpty(0).Max();
        if (kept >= due) return null;

        return kept == 0
            ? "The file of heads is missing or holds no head, though the history is older than two days"
            : $"The file of heads ends at entry {kept}, though entry {due} is older than two days";
    }

    private static string? Wrong(Row row, ChainHead before, SortedSet<long> blanked, IEnumerable<ChainHead> kept)
    {
        if (row.Number > before.Number + 1) return "is missing";
        if (row.Number <= before.Number) return "was put in";
        if (row.Seal is null || row.Hash is null) return "has lost its seal";
        if (row.Salt is null)
        {
            if (!row.IsBlank) return "was changed";
            blanked.Add(row.Number);
        }
        else if (!HistorySeal.Of(row.Salt, row.Subject, row.Act, row.StaffId, row.By, row.At, row.Why).AsSpan().SequenceEqual(row.Seal)) return "was changed";

        if (!HistorySeal.Next(before.Hash, row.Number, row.Seal).AsSpan().SequenceEqual(row.Hash)) return "does not follow the one before it";
        if (kept.Any(head => !head.Hash.AsSpan().SequenceEqual(row.Hash))) return "is not the one whose head was kept";
        if (row.Subject == HistoryErasure.Note)
        {
            foreach (var (first, last) in HistoryErasure.ReadRanges(row.Why)) blanked.RemoveWhere(number => number >= first && number <= last);
        }

        return null;
    }

    private async Task<HistoryFinding> AtTheEndAsync(ChainHead at, SortedSet<long> blanked, long keptUpTo, CancellationToken cancellation)
    {
        HistoryFinding Bad(long? number, string wrong) => new(at.Number, at, number, wrong);

        if (blanked.Count > 0) return Bad(blanked.Min, "is blank, and no erasure says so");
        if (await HeadAsync(cancellation) is not { } head) return Bad(at.Number, "is the last, but the head is missing");
        if (head.Number > at.Number || keptUpTo > at.Number) return Bad(at.Number + 1, "is missing");
        if (head.Number < at.Number) return Bad(head.Number + 1, "was put in");
        if (!head.Hash.AsSpan().SequenceEqual(at.Hash)) return Bad(at.Number, "is not what the head says");
        if (await db.History.Where(entry => entry.Number == null).OrderBy(entry => entry.Id)
                .Select(entry => entry.Id).FirstOrDefaultAsync(cancellation) is { Value: > 0 } without)
            return Bad(null, $"is an entry without a number, under the key {without}");
        var last = await db.History.OrderByDescending(entry => entry.Id).Select(entry => entry.Id).FirstOrDefaultAsync(cancellation);
        if (await counter.LastKeyAsync(db, cancellation) is { } counted && counted > last.Value)
            return Bad(at.Number + 1, $"is missing: the database has counted to {counted}, and the last key is {last}");

        return new(at.Number, at, null, null);
    }

    private async IAsyncEnumerable<Row> RowsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var (after, more) = (long.MinValue, true);
        while (more)
        {
            var from = after;
            var page = await db.History.AsNoTracking().Where(entry => entry.Number > from).OrderBy(entry => entry.Number).Take(PageSize)
                .Select(entry =>
                    new Row(entry.Number!.Value, entry.Subject, entry.Act, entry.StaffId, entry.By, entry.At, entry.Why, entry.Salt, entry.Seal, entry.Hash))
                .ToListAsync(cancellation);
            foreach (var row in page) yield return row;

            more = page.Count == PageSize;
            if (more) after = page[^1].Number;
        }
    }

    private sealed record Row(
        long Number, string Subject, HistoryAct Act, long? StaffId, string By, DateTime At, string? Why, byte[]? Salt, byte[]? Seal, byte[]? Hash)
    {
        public bool IsBlank =>
            (Subject, Act, StaffId, By, Why) == (HistoryErasure.Subject, HistoryAct.Erased, null, "", null) && At == HistoryErasure.MonthOf(At);
    }
}
