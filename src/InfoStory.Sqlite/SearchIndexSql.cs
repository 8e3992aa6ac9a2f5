namespace InfoStory.Sqlite;

internal static class SearchIndexSql
{
    /// <summary>The statements of SearchIndex.sql, which migrations run and never change: a later index is a later file.</summary>
    public static string Read()
    {
        using var reader = new StreamReader(typeof(SearchIndexSql).Assembly.GetManifestResourceStream("SearchIndex.sql")!);
        return reader.ReadToEnd();
    }
}
