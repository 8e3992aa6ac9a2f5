using InfoStory.Data;
using InfoStory.Search;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Sqlite;

/// <summary>SQLite's FTS5 (https://sqlite.org/fts5.html): stems English, folds accents, ranks by bm25 with the title worth eight times the body.
/// What a case study is about counts a tenth of a word of the body, so that texts that say it come first.</summary>
public sealed class SqliteFullText : IFullText
{
    /// <summary>
    /// The indexes of stories and messages hold beginnings of so many letters. For longer ones FTS5 would read all that begins so at each question.
    /// </summary>
    private const int LongestBeginning = 12;

    private const string Told = "SELECT rowid AS Value FROM StoryIndex WHERE StoryIndex MATCH {0} LIMIT {1}";

    private const string Written =
        "SELECT m.StoryId AS Value FROM MessageIndex CROSS JOIN Messages AS m ON m.Id = MessageIndex.rowid WHERE MessageIndex MATCH {0} LIMIT {1}";

    private const string HowManyTold = "SELECT count(*) AS Value FROM (" + Told + ")", HowManyWritten = "SELECT count(*) AS Value FROM (" + Written + ")";

    /// <summary>Keys so near each other are asked for at once.</summary>
    private const int Step = 32;

    /// <summary>Of so many stories whole rows are sorted sooner than the queue is walked to find them.</summary>
    private const int Page = 100;

    /// <summary>To list so many stories with the words takes milliseconds; to ask of some of them after the other takes longer.</summary>
    public int MostListed { get; init; } = 20_000;

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
                QueryOf(words, []), Json(ids))
            .ToListAsync(cancellation);

    // A page of them is looked up one by one; of some more SQLite chooses. The plus lets the queue walk its own index in order and ask for each whether it
    // is among many.
    public async Task<IQueryable<TStory>?> StoriesWithAsync<TStory>(InfoStoryContext db, SearchWords words, int most, CancellationToken cancellation)
        where TStory : class
    {
        var (query, some) = (StoryQuery(words), most == int.MaxValue ? -1 : most + 1);
        if (some < 0)
            return db.Set<TStory>().FromSqlRaw($"SELECT * FROM Stories WHERE +Id IN (SELECT * FROM ({Told}) UNION SELECT * FROM ({Written}))", query, some);

        HashSet<long> few = [];
        foreach (var index in (string[])[Told, Written])
        {
            var found = await db.Database.SqlQueryRaw<long>(index, query, some).ToListAsync(cancellation);
            few.UnionWith(found);
            if (found.Count > most)
            {
                var isWalked = words.Once.All(IsFoundAtOnce)
                    && (await HasMoreAsync(db, HowManyTold, query, cancellation) || await HasMoreAsync(db, HowManyWritten, query, cancellation));
                return isWalked ? null : await StoriesWithAsync<TStory>(db, words, int.MaxValue, cancellation);
            }
        }

        return few.Count <= Page
            ? db.Set<TStory>().FromSqlRaw("SELECT one.* FROM json_each({0}) AS few CROSS JOIN Stories AS one ON one.Id = few.value", Json(few))
            : db.Set<TStory>().FromSqlRaw("SELECT * FROM Stories WHERE Id IN (SELECT value FROM json_each({0}))", Json(few));
    }

    public async Task<IReadOnlyCollection<long>> StoriesAmongAsync(
        InfoStoryContext db, SearchWords words, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var found = await db.Database
            .SqlQueryRaw<long>(
                "SELECT StoryIndex.rowid AS Value FROM json_each({0}) AS near CROSS JOIN StoryIndex WHERE StoryIndex MATCH {2} "
                + "AND StoryIndex.rowid BETWEEN json_extract(near.value, '$[0]') AND json_extract(near.value, '$[1]') "
                + "UNION ALL SELECT m.StoryId FROM json_each({1}) AS one CROSS JOIN Messages AS m ON m.StoryId = one.value CROSS JOIN MessageIndex "
                + "ON MessageIndex.rowid = m.Id WHERE m.FromAuthor AND MessageIndex MATCH {2}",
                $"[{string.Join(',', Near(ids))}]", Json(ids), StoryQuery(words))
            .ToListAsync(cancellation);
        return [.. found.Intersect(ids)];
    }

    // The plus keeps SQLite from asking the index once for each key: a word that is only begun is dear to look up.
    public async Task<IReadOnlyDictionary<long, string>> PassagesAsync(
        InfoStoryContext db, SearchWords words, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var passages = await db.Database
            .SqlQueryRaw<TextPassage>(
                "SELECT rowid AS Id, snippet(SearchIndex, 1, {0}, {1}, '…', 40) AS Passage FROM SearchIndex WHERE SearchIndex MATCH {2} "
                + "AND +rowid IN (SELECT value FROM json_each({3}))",
                Snippet.Open.ToString(), Snippet.Close.ToString(), QueryOf(words, []), Json(ids))
            .ToListAsync(cancellation);
        return passages.ToDictionary(passage => passage.Id, passage => passage.Passage);
    }

    /// <summary>What FTS5 is asked for: every term, and the words that narrow the search, none of which can be an operator.</summary>
    public static string QueryOf(SearchWords words, IReadOnlyList<IReadOnlyList<string>> narrowing) =>
        string.Join(" AND ", [.. words.Once.Select(Clause), .. narrowing.Select(group => $"Narrowing : ({string.Join(" OR ", group)})")]);

    private async Task<bool> HasMoreAsync(InfoStoryContext db, string howMany, string query, CancellationToken cancellation) =>
        (await db.Database.SqlQueryRaw<int>(howMany, query, MostListed + 1).ToListAsync(cancellation))[0] > MostListed;

    private static bool All(long id) => true;

    private static string StoryQuery(SearchWords words) => string.Join(" AND ", words.Once.Select(Text));

    private static bool IsFoundAtOnce(SearchTerm term) =>
        !term.IsBegun || term.Forms.All(form => form.Length - form.LastIndexOf(' ') <= LongestBeginning + 1);

    private static string Json(IEnumerable<long> ids) => $"[{string.Join(',', ids)}]";

    /// <summary>The first and the last of keys that are near each other.</summary>
    private static IEnumerable<string> Near(IEnumerable<long> ids)
    {
        (long First, long Last)? near = null;
        foreach (var id in ids.Order())
        {
            if (near is { } ended && id > ended.Last + Step) yield return $"[{ended.First},{ended.Last}]";
            near = (near is { } open && id <= open.Last + Step ? open.First : id, id);
        }

        if (near is { } last) yield return $"[{last.First},{last.Last}]";
    }

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
