using InfoStory.CaseStudies;
using InfoStory.Search;
using InfoStory.Sqlite;
using Microsoft.Data.Sqlite;

namespace InfoStory.Benchmarks.Measures;

/// <summary>The limit of search: the statements that a search needs, prepared once on one open connection, every column read.</summary>
internal sealed class RawSearch : IDisposable
{
    private const string Ranked = "SELECT rowid FROM SearchIndex WHERE SearchIndex MATCH $words AND rank MATCH 'bm25(8.0, 1.0, 0.0)' ORDER BY rank LIMIT 1000";

    private const string Entries =
        "SELECT c.Id, c.Slug, c.Title, c.Summary, c.Kind, c.WhoIsTelling, s.Name, p.Name, c.PublishedAt, c.UpdatedAt FROM CaseStudies AS c " +
        "LEFT JOIN Tags AS s ON s.Id = c.ServiceId LEFT JOIN Places AS p ON p.Id = c.PlaceId WHERE c.PublishedAt IS NOT NULL AND c.PublicUntil > $now "
        + "AND c.Id IN (SELECT value FROM json_each($ids))";

    private const string Passages =
        "SELECT rowid, snippet(SearchIndex, 1, $open, $close, '…', 40) FROM SearchIndex WHERE SearchIndex MATCH $words AND +rowid IN (SELECT value "
        + "FROM json_each($ids))";

    private readonly SqliteConnection connection;
    private readonly SqliteCommand ranked, entries, passages;

    public RawSearch(string database)
    {
        connection = new($"Data Source={database};Pooling=False");
        connection.Open();
        using (var pragmas = new SqliteCommand("PRAGMA cache_size=-16000", connection)) pragmas.ExecuteNonQuery();
        ranked = Prepare(Ranked, "$words");
        entries = Prepare(Entries, "$ids");
        passages = Prepare(Passages, "$open", "$close", "$words", "$ids");
    }

    /// <returns>How many were found.</returns>
    public int Run(SearchQuery query)
    {
        var words = SqliteFullText.QueryOf(query.Words, []);
        var found = Read(ranked, query.Tag is null ? words : SqliteFullText.QueryOf(query.Words, [[$"p{query.Place!.Id}"], [$"t{query.Tag.Id}"]]));
        if (found.Count == 0) return 0;

        var ids = Json(found.Take(Library.PageSize));
        Read(entries, ids);
        Read(passages, Snippet.Open.ToString(), Snippet.Close.ToString(), words, ids);
        return found.Count;
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[ranked, entries, passages]) command.Dispose();
        connection.Dispose();
    }

    private static string Json(IEnumerable<object> ids) => $"[{string.Join(',', ids)}]";

    private static List<object> Read(SqliteCommand command, params ReadOnlySpan<string> values)
    {
        for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = values[at];
        using var reader = command.ExecuteReader();
        var columns = new object[reader.FieldCount];
        List<object> first = [];
        while (reader.Read())
        {
            reader.GetValues(columns);
            first.Add(columns[0]);
        }

        return first;
    }

    private SqliteCommand Prepare(string sql, params string[] names)
    {
        var command = new SqliteCommand(sql, connection);
        foreach (var name in names) command.Parameters.AddWithValue(name, "");
        if (sql.Contains("$now", StringComparison.Ordinal)) command.Parameters.AddWithValue("$now", TimeProvider.System.GetUtcNow().UtcDateTime);
        command.Prepare();
        return command;
    }
}
