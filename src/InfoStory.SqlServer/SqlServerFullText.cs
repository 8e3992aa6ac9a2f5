using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using InfoStory.Data;
using InfoStory.Search;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.SqlServer;

/// <summary>SQL Server's full-text search where a table has its index, else LIKE, which neither stems nor ranks.</summary>
public sealed class SqlServerFullText : IFullText
{
    private const string CaseStudies = "SearchTexts", Stories = "Stories";

    private readonly ConcurrentDictionary<string, bool> indexed = new(StringComparer.Ordinal);

    public async Task<bool> IsInstalledAsync(InfoStoryContext db, CancellationToken cancellation) =>
        await IsIndexedAsync(db, CaseStudies, cancellation) && await IsIndexedAsync(db, Stories, cancellation);

    public async Task<IReadOnlyList<long>> FindAsync(
        InfoStoryContext db, SearchWords words, Narrowing narrowing, DateTime now, int limit, CancellationToken cancellation)
    {
        var ended = db.Database.SqlQuery<long>($"SELECT Id AS Value FROM CaseStudies WHERE PublicUntil <= {now}");
        var shown = db.Set<SearchText>().AsNoTracking().Where(text => !ended.Contains(text.Id));
        var texts = narrowing.Groups.Select(group => group.Select(word => $" {word} ").ToArray())
            .Aggregate(shown, (texts, group) => group is [var only]
                ? texts.Where(text => text.Narrowing.Contains(only))
                : texts.Where(text => group.Any(word => text.Narrowing.Contains(word))));
        var found = await IsIndexedAsync(db, CaseStudies, cancellation) ? Ranked(db, texts, words) : Newest(texts, words);
        return narrowing.Keeps is { } keeps
            ? await found.AsAsyncEnumerable().Where(keeps).Take(limit).ToListAsync(cancellation)
            : await found.Take(limit).ToListAsync(cancellation);
    }

    public async IAsyncEnumerable<long> MatchesAsync(InfoStoryContext db, SearchWords words)
    {
        var texts = db.Set<SearchText>().AsNoTracking();
        var isIndexed = await IsIndexedAsync(db, CaseStudies, CancellationToken.None);
        await foreach (var id in (isIndexed ? Indexed(texts, words) : With(texts, words)).Select(text => text.Id).AsAsyncEnumerable()) yield return id;
    }

    public async Task<IReadOnlyList<long>> AmongAsync(InfoStoryContext db, SearchWords words, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var texts = db.Set<SearchText>().AsNoTracking().Where(text => ids.Contains(text.Id));
        return await (await IsIndexedAsync(db, CaseStudies, cancellation) ? Indexed(texts, words) : With(texts, words)).Select(text => text.Id)
            .ToListAsync(cancellation);
    }

    public async Task<IQueryable<TStory>?> StoriesWithAsync<TStory>(InfoStoryContext db, SearchWords words, int most, CancellationToken cancellation)
        where TStory : class
    {
        var (condition, values) = await StoriesAsync(db, words, cancellation);
        return db.Set<TStory>().FromSql(FormattableStringFactory.Create($"SELECT * FROM Stories WHERE {condition}", values));
    }

    // Nobody asks: how to go about many stories is the server's own choice.
    public Task<IReadOnlyCollection<long>> StoriesAmongAsync(
        InfoStoryContext db, SearchWords words, IReadOnlyCollection<long> ids, CancellationToken cancellation) => throw new NotSupportedException();

    public async Task<IReadOnlyDictionary<long, string>> PassagesAsync(
        InfoStoryContext db, SearchWords words, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var texts = await db.Set<SearchText>().AsNoTracking().Where(text => ids.Contains(text.Id)).ToListAsync(cancellation);
        return texts.ToDictionary(text => text.Id, text => Passage.Around(text.Body, words));
    }

    /// <summary>Each term in the text or among the facts; ranked by what the text holds, so that what only is about it comes after.</summary>
    private static IQueryable<long> Ranked(InfoStoryContext db, IQueryable<SearchText> all, SearchWords words)
    {
        var texts = Indexed(all, words);
        var any = string.Join(" OR ", words.Once.Select(Query));
        return
            from text in texts
            join match in db.Database.SqlQuery<Match>($"SELECT [KEY] AS Id, [RANK] AS Rank FROM CONTAINSTABLE(SearchTexts, (Title, Body), {any})")
                on text.Id equals match.Id into matches
            from match in matches.DefaultIfEmpty()
            orderby (int?)match.Rank descending, text.Id descending
            select text.Id;
    }

    private static IQueryable<long> Newest(IQueryable<SearchText> texts, SearchWords words) =>
        With(texts, words).OrderByDescending(text => text.Id).Select(text => text.Id);

    private static IQueryable<SearchText> Indexed(IQueryable<SearchText> texts, SearchWords words)
    {
        foreach (var term in words.Once)
        {
            var (query, facts) = (Query(term), Facts(term));
            texts = facts.Length == 0
                ? texts.Where(text => EF.Functions.Contains(text.Title, query) || EF.Functions.Contains(text.Body, query))
                : texts.Where(text => EF.Functions.Contains(text.Title, query) || EF.Functions.Contains(text.Body, query)
                    || facts.Any(fact => text.Narrowing.Contains(fact)));
        }

        return texts;
    }

    private static IQueryable<SearchText> With(IQueryable<SearchText> texts, SearchWords words)
    {
        foreach (var term in words.Once)
        {
            var (letters, facts) = (term.Letters, Facts(term));
            // One list for each column: a list has the type of the column that it is compared with.
            string[] called = [.. term.OrCalled.Select(called => $"%{called.Replace(' ', '_')}%")], titled = [.. called];
            var said = texts.Where(text => text.Title.Contains(letters) || text.Body.Contains(letters));
            texts = (facts.Length, called.Length) switch
            {
                (0, 0) => said,
                (_, 0) => texts.Where(text =>
                    text.Title.Contains(letters) || text.Body.Contains(letters) || facts.Any(fact => text.Narrowing.Contains(fact))),
                _ => texts.Where(text =>
                    text.Title.Contains(letters) || text.Body.Contains(letters) || facts.Any(fact => text.Narrowing.Contains(fact))
                    || titled.Any(one => EF.Functions.Like(text.Title, one)) || called.Any(one => EF.Functions.Like(text.Body, one))),
            };
        }

        return texts;
    }

    /// <summary>What is true of the stories that hold all the words, with its values.</summary>
    private async Task<(string Condition, object[] Values)> StoriesAsync(InfoStoryContext db, SearchWords words, CancellationToken cancellation)
    {
        // Messages are few and have no index: each word is looked for at the beginning of a word.
        var (begun, begins) = Ways(words, way => $"%[^a-zA-Z0-9]{string.Join("[^a-zA-Z0-9]", way)}%", 0, place => $"N' ' + Text LIKE {{{place}}}");
        var messages = $"SELECT StoryId FROM Messages WHERE FromAuthor = 1 AND {begins}";
        if (await IsIndexedAsync(db, Stories, cancellation))
            return ($"Id IN (SELECT [KEY] FROM CONTAINSTABLE(Stories, (Told, PublicTitle, PublicText), {{{begun.Count}}}) UNION {messages})",
                [.. begun, string.Join(" AND ", words.Once.Select(Query))]);

        var (anywhere, told) = Ways(
            words, way => $"%{string.Join('_', way)}%", begun.Count,
            place => $"[Told] LIKE {{{place}}} OR PublicTitle LIKE {{{place}}} OR PublicText LIKE {{{place}}}");
        return ($"({told}) OR Id IN ({messages})", [.. begun, .. anywhere]);
    }

    /// <summary>Each term in one of its ways: the values, numbered from one on, and the condition.</summary>
    private static (List<string> Values, string Condition) Ways(
        SearchWords words, Func<IEnumerable<string>, string> pattern, int from, Func<int, string> condition)
    {
        List<string> values = [], terms = [];
        foreach (var term in words.Once)
        {
            var ways = term.Ways.Select(pattern).ToList();
            terms.Add($"({string.Join(" OR ", ways.Select((_, place) => condition(from + values.Count + place)))})");
            values.AddRange(ways);
        }

        return (values, string.Join(" AND ", terms));
    }

    private static string[] Facts(SearchTerm term) => [.. term.Facts.Select(fact => $" {fact} ")];

    /// <summary>The index is asked for, not the feature: where that came after the migration, there is none. One statement a table, once.</summary>
    private async ValueTask<bool> IsIndexedAsync(InfoStoryContext db, string table, CancellationToken cancellation)
    {
        if (indexed.TryGetValue(table, out var known)) return known;

        var has = await db.Database
            .SqlQuery<int>($"SELECT ISNULL(OBJECTPROPERTY(OBJECT_ID({table}), N'TableHasActiveFulltextIndex'), 0) AS Value").SingleAsync(cancellation);
        return indexed[table] = has == 1;
    }

    /// <summary>
    /// One word in any inflection, several as they stand, and what begins with what may be half typed (CONTAINS in Transact-SQL). No word holds a quote.
    /// </summary>
    private static string Query(SearchTerm term)
    {
        var forms = term.Forms.Concat(term.OrCalled).Select(form =>
            form.Contains(' ', StringComparison.Ordinal) ? $"\"{form}\"" : $"FORMSOF(INFLECTIONAL, \"{form}\")");
        var signed = term.Letters.Contains('&', StringComparison.Ordinal) ? [$"\"{term.Letters}\""] : Array.Empty<string>();
        return $"({string.Join(" OR ", [.. forms, .. signed, .. term.IsBegun ? term.Forms.Select(form => $"\"{form}*\"") : []])})";
    }

    private sealed class Match
    {
        public required long Id { get; init; }

        public required int Rank { get; init; }
    }
}
