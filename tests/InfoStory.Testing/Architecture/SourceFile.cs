namespace InfoStory.Testing.Architecture;

/// <summary>A file as it was written; what a tool made, migrations among it, is none.</summary>
/// <param name="Path">From the folder that holds InfoStory.sln, with slashes.</param>
public sealed record SourceFile(string Path)
{
    private static readonly string[] Made = ["/obj/", "/bin/", "/node_modules/", "/Migrations/", "/CompiledModel/"];

    public string Text => File.ReadAllText(System.IO.Path.Combine(Repository.Root, Path));

    public IReadOnlyList<string> Lines => File.ReadAllLines(System.IO.Path.Combine(Repository.Root, Path));

    /// <summary>Every file of these folders with one of these endings, such as ".cs".</summary>
    public static IReadOnlyList<SourceFile> In(string[] folders, params string[] endings)
    {
        SourceFile[] files =
        [
            .. folders.SelectMany(folder => Directory.GetFiles(System.IO.Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
                .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
                .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)) && !Made.Any(path.Contains))
                .Order(StringComparer.Ordinal).Select(path => new SourceFile(path)),
        ];
        return files.Length > 0 ? files : throw new InvalidOperationException($"Nothing in {string.Join(", ", folders)} ends like that.");
    }

    public override string ToString() => Path;
}
