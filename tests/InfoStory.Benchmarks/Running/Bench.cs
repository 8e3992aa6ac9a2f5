using System.Diagnostics;
using InfoStory.Benchmarks.Corpus;
using Microsoft.Data.Sqlite;

namespace InfoStory.Benchmarks.Running;

/// <summary>How long to measure: <paramref name="Window"/> of load at a time, in so many pairs, on so many stories.</summary>
internal sealed record Scale(int Stories, int Pairs, int Queries, TimeSpan Window, TimeSpan Warm, TimeSpan Rest);

/// <summary>What every measure stands on: the published programs, the corpus and a folder that goes away at the end.</summary>
internal sealed class Bench(Scale scale) : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("infostory-benchmarks-").FullName;
    private readonly string root = FindRoot();
    private string? migrated, filled;
    private int used;

    public Scale Scale => scale;

    public string Artifacts => Path.Combine(root, "artifacts");

    /// <summary>Where the site keeps what it serves from its source.</summary>
    public string WebSource => Path.Combine(root, "src", "InfoStory.Web");

    private string Web => Path.Combine(folder, "web");

    private string Limits => Path.Combine(folder, "limits");

    public static void Say(string what) => Console.Error.WriteLine(what);

    /// <summary>Publishes both programs as they would be published for production.</summary>
    public async Task PublishAsync(CancellationToken cancellation)
    {
        await PublishAsync("src/InfoStory.Web", Web, cancellation);
        await PublishAsync("tests/InfoStory.Benchmarks.Limits", Limits, cancellation);
    }

    /// <summary>A folder of its own for one use.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(folder, $"{++used}-{name}")).FullName;

    /// <summary>A migrated database without a story, in a file of its own.</summary>
    public async Task<string> EmptyDatabaseAsync(CancellationToken cancellation)
    {
        if (migrated is null)
        {
            var file = Path.Combine(NewFolder("empty"), "infostory.db");
            await using var services = new InProcess(file);
            await services.PrepareAsync(cancellation);
            Checkpoint(file);
            migrated = file;
        }

        return Copy(migrated);
    }

    /// <summary>A database with the whole corpus, in a file of its own.</summary>
    public async Task<string> CorpusDatabaseAsync(CancellationToken cancellation)
    {
        if (filled is null)
        {
            var file = await EmptyDatabaseAsync(cancellation);
            var watch = Stopwatch.StartNew();
            var corpus = new StoryCorpus(scale.Stories);
            var checksum = CorpusCheck.Run(corpus);
            CorpusWriter.Write(corpus, file);
            filled = file;
            Say($"Corpus of {corpus.Size:N0} stories, SHA-256 {checksum}, written in {watch.Elapsed.TotalSeconds:0} s "
                + $"({new FileInfo(file).Length / 1024 / 1024} MB).");
        }

        return Copy(filled);
    }

    /// <summary>A database of its own with so many stories, all of which wait for somebody but those that were taken back.</summary>
    public async Task<string> WaitingDatabaseAsync(int stories, CancellationToken cancellation)
    {
        var file = await EmptyDatabaseAsync(cancellation);
        CorpusWriter.Write(new(stories), file);
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(cancellation);
        await using var wait = new SqliteCommand("UPDATE Stories SET State = 'Received', Waits = 'ForSomeone', DecidedAt = NULL, Reason = NULL "
            + "WHERE State <> 'Withdrawn'; INSERT INTO Flags (StoryId, Kind, Rule, Version, \"In\", Key, Words, FoundAt) "
            + "SELECT Id, CASE WHEN Id % 3 = 0 THEN 'Identity' ELSE 'Link' END, 'identity.name', '1', 'Told', Id, 'Sam', ReceivedAt FROM Stories "
            + "WHERE Waits = 'ForSomeone' AND (Id % 3 = 0 OR Id % ((SELECT count(*) FROM Stories) / 20) = 1); ANALYZE; "
            + "PRAGMA wal_checkpoint(TRUNCATE);", connection);
        await wait.ExecuteNonQueryAsync(cancellation);
        return file;
    }

    public Task<Server> StartSiteAsync(string database, CancellationToken cancellation, string path = "/")
    {
        var home = NewFolder("site");
        return Server.StartAsync(
            _ => [Path.Combine(Web, "InfoStory.Web.dll"), "--contentRoot", Web],
            url => new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["ConnectionStrings__InfoStory"] = $"Data Source={database}",
                ["Site__Url"] = url,
                // One machine sends everything here.
                ["Limits__Times"] = "100000",
                ["Logging__Folder"] = Path.Combine(home, "logs"),
            },
            path, home, cancellation);
    }

    public Task<Server> StartLimitAsync(string limit, CancellationToken cancellation, string? file = null, string? database = null) =>
        Server.StartAsync(
            url => [Path.Combine(Limits, "InfoStory.Benchmarks.Limits.dll"), limit, .. file is null ? (string[])[] : [file, database ?? url]],
            _ => new Dictionary<string, string>(StringComparer.Ordinal), "/", NewFolder("limit"), cancellation);

    /// <summary>The addresses of public case studies, oldest first.</summary>
    public static IReadOnlyList<string> CaseStudies(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand("SELECT Slug FROM CaseStudies WHERE PublishedAt IS NOT NULL ORDER BY Id", connection);
        using var reader = command.ExecuteReader();
        List<string> paths = [];
        while (reader.Read()) paths.Add($"/case-studies/{reader.GetString(0)}");
        return paths;
    }

    /// <summary>The key of the case study at this address.</summary>
    public static long KeyOf(string database, string path)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand("SELECT Id FROM CaseStudies WHERE Slug = $slug", connection);
        command.Parameters.AddWithValue("$slug", path.Split('/')[^1]);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Begins a new edition, as a change to what the public sees does: from then on nothing is kept of before that shows what is changed.</summary>
    /// <param name="database">The file.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="subject">What is changed; null for anything.</param>
    public static async Task NewEditionAsync(string database, CancellationToken cancellation, string? subject = null)
    {
        await using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            await connection.OpenAsync(cancellation);
            await using var command = new SqliteCommand("INSERT INTO Editions (At, Subject) VALUES ('2026-11-22 08:00:00', $subject)", connection);
            command.Parameters.AddWithValue("$subject", (object?)subject ?? DBNull.Value);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task PublishAsync(string project, string to, CancellationToken cancellation)
    {
        Say($"Publishing {project} …");
        var start = new ProcessStartInfo("dotnet", ["publish", "-c", "Release", "-nologo", "-v", "quiet", project, "-o", to])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{project} could not be published:\n{output}");
    }

    private string Copy(string database)
    {
        var copy = Path.Combine(NewFolder("database"), "infostory.db");
        File.Copy(database, copy);
        return copy;
    }

    private static void Checkpoint(string database)
    {
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand("PRAGMA wal_checkpoint(TRUNCATE)", connection);
        command.ExecuteNonQuery();
    }

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "InfoStory.sln"))) at = Path.GetDirectoryName(at);
        return at ?? throw new InvalidOperationException("InfoStory.sln is in no folder above this program.");
    }
}
