using System.Text.Json;
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

    public IQueryable<TextMatch<T>> Matches<T>(InfoStoryContext db, SearchWords words)
    {
        installed ??= Installed(db).Single() == 1;
        return installed.Value
            ? db.Set<TextMatch<T>>().FromSql($"SELECT [KEY] AS Id, CAST(-[RANK] AS float) AS Rank FROM CONTAINSTABLE(SearchTexts, (Title, Body), {Query(words)})")
            : db.Set<TextMatch<T>>().FromSql(
                $"""
                SELECT Id, CAST(-Id AS float) AS Rank FROM SearchTexts AS t WHERE NOT EXISTS (
                  SELECT 1 FROM OPENJSON({JsonSerializer.Serialize(words.Words.Concat(words.Phrases))}) WITH (Word nvarchar(200) '$') AS w
                  WHERE t.Title NOT LIKE '%' + w.Word + '%' AND t.Body NOT LIKE '%' + w.Word + '%')
                """);
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
