namespace InfoStory.SqlServer;

internal static class SearchIndexSql
{
    /// <summary>The statements of one file, which a migration runs and which never changes: a later index is a later file.</summary>
    public static string Read(string file)
    {
        using var reader = new StreamReader(typeof(SearchIndexSql).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }
}
