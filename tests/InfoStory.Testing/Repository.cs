namespace InfoStory.Testing;

public static class Repository
{
    /// <summary>The folder that holds InfoStory.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "InfoStory.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Run the tests from the repository.");
        return folder.FullName;
    }
}
