using InfoStory.Data;
using InfoStory.Search;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.SqlServer;

/// <summary>SQL Server's full-text search where it is installed, else LIKE, which neither stems nor ranks.</summary>
public sealed class SqlServerFullText : IFullText
{
    private bool? installed;

    public async Task<bool> IsInstalledAsync(InfoStoryContext db, CancellationToken cancellation) =>
        installed ??= await Installed(db).SingleAsync(cancellation) == 1;

    public async Task<IReadOnlyList<long>> FindAsync(InfoStoryContext db, SearchWords words, int limit, CancellationToken cancellation)
    {
        var found = await IsInstalledAsync(db, cancellation)
            ? db.Database.SqlQuery<long>($"SELECT TOP ({limit}) [KEY] AS Value FROM CONTAINSTABLE(SearchTexts, (Title, Body), {Query(words)}) ORDER BY [RANK] DESC, [KEY] DESC")
            : words.Words.Concat(words.Phrases)
                .Aggregate(db.Set<SearchText>().AsNoTracking(), (texts, word) => texts.Where(text => text.Title.Contains(word) || text.Body.Contains(word)))
                .OrderByDescending(text => text.Id).Take(limit).Select(text => text.Id);
        return await found.ToListAsync(cancellation);
    }

    public async Task<IReadOnlyDictionary<long, string>> PassagesAsync(InfoStoryContext db, SearchWords words, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var texts = await db.Set<SearchText>().AsNoTracking().Where(text => ids.Contains(text.Id)).ToListAsync(cancellation);
        return texts.ToDictionary(text => text.Id, text => Passage.Around(text.Body, words));
    }

    private static IQueryable<int> Installed(InfoStoryContext db) =>
        db.Database.SqlQueryRaw<int>("SELECT ISNULL(CAST(SERVERPROPERTY('IsFullTextInstalled') AS int), 0) AS Value");

    /// <summary>Words in any inflection and phrases as they stand, all of which must match (CONTAINS in Transact-SQL). No word holds a quote.</summary>
    private static string Query(SearchWords words) =>
        string.Join(" AND ", words.Words.Select(word => $"FORMSOF(INFLECTIONAL, \"{word}\")").Concat(words.Phrases.Select(phrase => $"\"{phrase}\"")));
}
