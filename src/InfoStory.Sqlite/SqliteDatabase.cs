using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Dissemination.Digests;
using InfoStory.History;
using InfoStory.Insight.Impact;
using InfoStory.Organisations.Asks;
using InfoStory.Rights;
using InfoStory.Sqlite.CompiledModel;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InfoStory.Sqlite;

/// <summary>The embedded database: one file beside the program.</summary>
public static class SqliteDatabase
{
    // https://sqlite.org/rescode.html
    private const int ReadOnly = 8, CannotOpen = 14, NoSuchKey = 787, KeyTaken = 1555, ValueTaken = 2067, KeyTakenByRow = 2579;

    /// <summary>What .NET says of a file that somebody else holds: EWOULDBLOCK, or a sharing violation.</summary>
    private const int HeldOnLinux = 11, HeldOnMac = 35, HeldOnWindows = unchecked((int)0x80070020);

    /// <summary>
    /// The tables as EF Core worked them out when <c>scripts/compile-model</c> was run: to do it again at each start would cost more than all else.
    /// </summary>
    public static IModel Model => InfoStoryContextModel.Instance;

    /// <param name="connectionString">As Microsoft.Data.Sqlite reads it, with a Data Source.</param>
    /// <param name="maxBatchSize">How many statements EF Core sends at once; null is its own choice.</param>
    public static DbContextOptionsBuilder UseSqliteFor(this DbContextOptionsBuilder options, string connectionString, int? maxBatchSize, TimeProvider clock)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, Pooling = true, DefaultTimeout = 30 };
        return options
            .UseSqlite(connection.ToString(), sqlite =>
            {
                sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name);
                if (maxBatchSize is { } size) sqlite.MaxBatchSize(size);
            })
            .ReplaceService<IModelCustomizer, AutoincrementKeys>()
            // The suite asks, for both databases; to ask at each start costs as much as the model.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors(
                new Pragmas(), new RevisionInterceptor(), new EditionInterceptor(clock), new HistoryChain(), new BesideStories(), new UntriedLetters(),
                new AsksThatLeft(), new DigestsTakenBack(), new ImpactMarks(), new Clashes(IsClash));
    }

    private static bool IsClash(Exception fault) =>
        fault is SqliteException { SqliteExtendedErrorCode: NoSuchKey or KeyTaken or KeyTakenByRow or ValueTaken };

    /// <inheritdoc cref="PrepareAsync(InfoStoryContext, Action{int}, CancellationToken)"/>
    public static Task PrepareAsync(InfoStoryContext db, CancellationToken cancellation) => PrepareAsync(db, _ => { }, cancellation);

    /// <summary>Makes the folder and the file, and brings the file to the newest migration. Several processes may start at once.</summary>
    /// <param name="db">Names the file.</param>
    /// <param name="migrating">Is told how many migrations run, before they do; not where there is none.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="NotReadyException">The file cannot be made or written, or was left half-way by a version before the first release.</exception>
    public static async Task PrepareAsync(InfoStoryContext db, Action<int> migrating, CancellationToken cancellation)
    {
        var file = FileOf(db.Database.GetConnectionString()!);
        try
        {
            await PrepareAsync(db, file, migrating, cancellation);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or SqliteException { SqliteErrorCode: ReadOnly or CannotOpen })
        {
            throw new NotReadyException($"The database {file} cannot be opened and written. Check ConnectionStrings:InfoStory and who may write there.");
        }
    }

    private static async Task PrepareAsync(InfoStoryContext db, string file, Action<int> migrating, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // Looks under the lock too: EF Core asks by a read-only connection, which SQLite refuses while another one makes the file.
        await using var turn = await WaitForTurnAsync(file + ".lock", cancellation);
        if (File.Exists(file) && !(await db.Database.GetPendingMigrationsAsync(cancellation)).Any()) return;

        await ClearStaleLockAsync(db, cancellation);
        await FirstMigrations.AdoptAsync(db, cancellation);
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Count() is > 0 and var missing) migrating(missing);
        await db.Database.MigrateAsync(cancellation);
    }

    /// <summary>The greatest key that an entry of the history ever had: AUTOINCREMENT remembers it after the entry is gone. Null before the first.</summary>
    public static async Task<long?> LastHistoryKeyAsync(InfoStoryContext db, CancellationToken cancellation) =>
        await db.Database.SqlQuery<long>($"SELECT seq AS Value FROM sqlite_sequence WHERE name = 'History'")
            .ToListAsync(cancellation) is [var last] ? last : null;

    /// <summary>The full path of the file that a connection string names.</summary>
    public static string FileOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    /// <summary>
    /// A lock that the operating system takes back when its holder dies, unlike EF Core's own row in the database. The empty file stays: were it
    /// deleted, one could hold the deleted file and another a new one.
    /// </summary>
    private static async Task<FileStream> WaitForTurnAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException fault) when (fault.HResult is HeldOnLinux or HeldOnMac or HeldOnWindows)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }
    }

    private static Task ClearStaleLockAsync(InfoStoryContext db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
}
