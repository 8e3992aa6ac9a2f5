using System.Runtime.CompilerServices;
using InfoStory.Data;
using InfoStory.Search;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Sqlite;

/// <summary>SQLite's FTS5 (https://sqlite.org/fts5.html): stems English, folds accents, ranks by bm25 with the title worth eight times the body.
/// What a case study is about counts a tenth of a word of the body, so that texts that say it come first.</summary>
public sealed class SqliteFullText : IFullText
{
    private const int Few = 1000;

    public Task<bool> IsInstalledAsync(InfoStoryContext db, CancellationToken cancellation) => Task.FromResult(true);

    // What has ended and is not taken down yet is little: an hour's at most.
    public async Task<IReadOnlyList<long>> FindAsync(
        InfoStoryContext db, SearchWords words, Narrowing narrowing, DateTime now, int limit, CancellationToken cancellation) =>
        await db.Database
            .SqlQuery<long>($"""
                SELECT rowid AS Value FROM SearchIndex
                WHERE SearchIndex MATCH {QueryOf(words, narrowing.Groups)} AND rank MATCH 'bm25(8.0, 1.0, 0.1)'
                AND rowid NOT IN (SELECT Id FROM CaseStudies WHERE PublicUntil <= {now}) ORDER BY rank LIMIT {(narrowing.Keeps is null ? limit : -1)}
                """)
            .AsAsyncEnumerable().Where(narrowing.Keeps ?? All).Take(limit).ToListAsync(cancellation);

    public IAsyncEnumerable<long> MatchesAsync(InfoStoryContext db, SearchWords words) =>
        db.Database.SqlQuery<long>($"SELECT rowid AS Value FROM SearchIndex WHERE SearchIndex MATCH {QueryOf(words, [])}").AsAsyncEnumerable();

    public async Task<IReadOnlyList<long>> AmongAsync(InfoStoryContext db, SearchWords words, IReadOnlyList<long> ids, CancellationToken cancellation) =>
        await db.Database
            .SqlQueryRaw<long>(
                "SELECT rowid AS Value FROM SearchIndex WHERE SearchIndex MATCH {0} AND +rowid IN (SELECT value FROM json_each({1}))",
                QueryOf(words, []), $"[{string.Join(',', ids)}]")
            .ToListAsync(cancellation);

    // Few are looked up one by one. Of many, the plus lets the queue walk its own index in order and ask for each whether it is among them.
    public async Task<IQueryable<TStory>> StoriesWithAsync<TStory>(InfoStoryContext db, SearchWords words, CancellationToken cancellation)
        where TStory : class
    {
        var query = string.Join(" AND ", words.Terms.Select(Text));
        var counted = await db.Database
            .SqlQuery<int>($"SELECT count(*) AS Value FROM (SELECT 1 FROM StoryIndex WHERE StoryIndex MATCH {query} LIMIT {Few + 1})")
            .SingleAsync(cancellation);
        // Messages are few and have no index: each word is looked for at the beginning of a word.
        List<string> begun = [];
        List<string> messages = [];
        foreach (var term in words.Terms)
        {
            var ways = term.Ways.Select(way => $"*[^a-z0-9]{string.Join("[^a-z0-9]", way)}*").ToList();
            messages.Add($"({string.Join(" OR ", ways.Select((_, place) => $"' ' || lower(Text) GLOB {{{begun.Count + place + 1}}}"))})");
            begun.AddRange(ways);
        }

        return db.Set<TStory>().FromSql(FormattableStringFactory.Create(
            $"SELECT * FROM Stories WHERE {(counted <= Few ? "" : "+")}Id IN (SELECT rowid FROM StoryIndex WHERE StoryIndex MATCH {{0}} "
            + $"UNION SELECT StoryId FROM Messages WHERE FromAuthor AND {string.Join(" AND ", messages)})", [query, .. begun]));
    }

    // The plus keeps SQLite from asking the index once for each key: a word that is only begun is dear to look up.
    public async Task<IReadOnlyDictionary<long, string>> PassagesAsync(
        InfoStoryContext db, SearchWords words, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var passages = await db.Database
            .SqlQueryRaw<TextPassage>(
                "SELECT rowid AS Id, snippet(SearchIndex, 1, {0}, {1}, '…', 40) AS Passage FROM SearchIndex WHERE SearchIndex MATCH {2} "
                + "AND +rowid IN (SELECT value FROM json_each({3}))",
                Snippet.Open.ToString(), Snippet.Close.ToString(), QueryOf(words, []), $"[{string.Join(',', ids)}]")
            .ToListAsync(cancellation);
        return passages.ToDictionary(passage => passage.Id, passage => passage.Passage);
    }

    /// <summary>What FTS5 is asked for: every term, and the words that narrow the search, none of which can be an operator.</summary>
    public static string QueryOf(SearchWords words, IReadOnlyList<IReadOnlyList<string>> narrowing) =>
        string.Join(" AND ", [.. words.Terms.Select(Clause), .. narrowing.Select(group => $"Narrowing : ({string.Join(" OR ", group)})")]);

    private static bool All(long id) => true;

    private static string Clause(SearchTerm term)
    {
        var text = $"{{Title Body}} : {Text(term)}";
        return term.Facts.Count == 0 ? text : $"({text} OR Narrowing : ({string.Join(" OR ", term.Facts)}))";
    }

    /// <summary>Every word quoted, so that none is an operator.</summary>
    private static string Text(SearchTerm term)
    {
        var forms = term.Forms.SelectMany(form => term.IsBegun ? Begun(form) : [$"\"{form}\""]);
        return $"({string.Join(" OR ", [.. forms, .. term.OrCalled.Select(called => $"\"{called}\"")])})";
    }

    private static IEnumerable<string> Begun(string form) =>
        [HalfTyped.LosesItsEnding(form) ? $"\"{form}\"" : $"\"{form}\"*", .. HalfTyped.Completions(form).Select(whole => $"\"{whole}\"")];

    private sealed class TextPassage
    {
        public required long Id { get; init; }

        public required string Passage { get; init; }
    }
}
