using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.History;

/// <summary>
/// Chains every entry of the history as it is saved, so that no caller can forget it. Savers queue on the one row of <see cref="HistoryHead"/>, and
/// with them every save that begins an edition: its number is given before it is committed, and an older one must never come after a newer.
/// </summary>
public sealed class HistoryChain : IBeforeSaving
{
    private const int PageSize = 500;

    public bool Concerns(InfoStoryContext db) => Added(db).Any() || EditionInterceptor.Concerns(db);

    public async Task RunAsync(InfoStoryContext db, CancellationToken cancellation)
    {
        var head = await TakeTurnAsync(db, cancellation);
        var added = Added(db).OrderBy(entry => entry.Made).ToList();
        if (added.Count == 0) return;

        foreach (var entry in added) head = entry.Follow(head);
        await MoveAsync(db, head, cancellation);
    }

    /// <summary>Chains what was written before there was a chain; once it has begun this changes nothing.</summary>
    public static Task BeginAsync(InfoStoryContext db, CancellationToken cancellation) => db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
    {
        if (await db.HistoryHead.AnyAsync(head => head.Number > 0, cancellation) || !await db.History.AnyAsync(cancellation)) return;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await MoveAsync(db, await TakeTurnAsync(db, cancellation), cancellation);
        await transaction.CommitAsync(cancellation);
    });

    /// <summary>In a transaction: from now until it ends nobody else adds to the history or begins an edition.</summary>
    internal static Task WaitAsync(InfoStoryContext db, CancellationToken cancellation) => TakeTurnAsync(db, cancellation);

    /// <summary>Writing to the row first is what makes others wait; then it is read.</summary>
    private static async Task<ChainHead> TakeTurnAsync(InfoStoryContext db, CancellationToken cancellation)
    {
        var heads = await db.HistoryHead.ExecuteUpdateAsync(set => set.SetProperty(head => head.Number, head => head.Number), cancellation);
        if (heads != 1) throw new NotReadyException("The history has lost its head. Run InfoStory.Web with the words: history verify");

        var head = await db.HistoryHead.Select(head => new ChainHead(head.Number, head.Hash)).SingleAsync(cancellation);
        return head.Number == 0 ? await ChainOldAsync(db, head, cancellation) : head;
    }

    private static Task MoveAsync(InfoStoryContext db, ChainHead to, CancellationToken cancellation) =>
        db.HistoryHead.ExecuteUpdateAsync(set => set.SetProperty(head => head.Number, to.Number).SetProperty(head => head.Hash, to.Hash), cancellation);

    private static async Task<ChainHead> ChainOldAsync(InfoStoryContext db, ChainHead head, CancellationToken cancellation)
    {
        List<HistoryEntry> page;
        do
        {
            page = await db.History.AsNoTracking().Where(entry => entry.Number == null).OrderBy(entry => entry.Id).Take(PageSize).ToListAsync(cancellation);
            foreach (var entry in page)
            {
                head = entry.Follow(head);
                await db.History.Where(old => old.Id == entry.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(old => old.Number, entry.Number).SetProperty(old => old.Salt, entry.Salt)
                        .SetProperty(old => old.Seal, entry.Seal).SetProperty(old => old.Hash, entry.Hash),
                    cancellation);
            }
        }
        while (page.Count == PageSize);

        return head;
    }

    private static IEnumerable<HistoryEntry> Added(InfoStoryContext db) =>
        db.ChangeTracker.Entries<HistoryEntry>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity);
}
