using InfoStory.Data;
using InfoStory.Search;
using InfoStory.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Testing;

/// <summary>SQL Server's full text, asked only when the index has taken in what was saved: it does so soon after the save, not in it.</summary>
public sealed class SettledFullText : IFullText
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Between = TimeSpan.FromMilliseconds(20);

    private readonly SqlServerFullText inner = new();

    public Task<bool> IsInstalledAsync(InfoStoryContext db, CancellationToken cancellation) => inner.IsInstalledAsync(db, cancellation);

    public async Task<IReadOnlyList<long>> FindAsync(
        InfoStoryContext db, SearchWords words, Narrowing narrowing, DateTime now, int limit, CancellationToken cancellation)
    {
        await SettleAsync(db, cancellation);
        return await inner.FindAsync(db, words, narrowing, now, limit, cancellation);
    }

    public async IAsyncEnumerable<long> MatchesAsync(InfoStoryContext db, SearchWords words)
    {
        await SettleAsync(db, CancellationToken.None);
        await foreach (var id in inner.MatchesAsync(db, words)) yield return id;
    }

    public async Task<IReadOnlyList<long>> AmongAsync(InfoStoryContext db, SearchWords words, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        await SettleAsync(db, cancellation);
        return await inner.AmongAsync(db, words, ids, cancellation);
    }

    public async Task<IQueryable<TStory>?> StoriesWithAsync<TStory>(InfoStoryContext db, SearchWords words, int most, CancellationToken cancellation)
        where TStory : class
    {
        await SettleAsync(db, cancellation);
        return await inner.StoriesWithAsync<TStory>(db, words, most, cancellation);
    }

    public async Task<IReadOnlyCollection<long>> StoriesAmongAsync(
        InfoStoryContext db, SearchWords words, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        await SettleAsync(db, cancellation);
        return await inner.StoriesAmongAsync(db, words, ids, cancellation);
    }

    public Task<IReadOnlyDictionary<long, string>> PassagesAsync(
        InfoStoryContext db, SearchWords words, IReadOnlyList<long> ids, CancellationToken cancellation) => inner.PassagesAsync(db, words, ids, cancellation);

    private static async Task SettleAsync(InfoStoryContext db, CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (await db.Database.SqlQuery<int>($"""
            SELECT ISNULL(SUM(CAST(ISNULL(OBJECTPROPERTYEX(object_id, N'TableFulltextPendingChanges'), 0) AS int)
                + CAST(ISNULL(OBJECTPROPERTYEX(object_id, N'TableFulltextPopulateStatus'), 0) AS int)), 0) AS Value
            FROM sys.tables WHERE name IN (N'SearchTexts', N'Stories')
            """).SingleAsync(cancellation) > 0)
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience) throw new TimeoutException("The full-text index does not settle.");
            await Task.Delay(Between, TimeProvider.System, cancellation);
        }
    }
}
