using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Dissemination.Digests;
using InfoStory.History;
using InfoStory.Insight.Impact;
using InfoStory.Organisations.Asks;
using InfoStory.Rights;
using InfoStory.SqlServer.CompiledModel;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InfoStory.SqlServer;

/// <summary>The production database.</summary>
public static class SqlServerDatabase
{
    // A reader waits for it; a server that is there answers in milliseconds.
    private const int SecondsToConnect = 2;

    // https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors
    private const int NoSuchKey = 547, ValueTaken = 2601, KeyTaken = 2627;

    /// <summary>
    /// The tables as EF Core worked them out when <c>scripts/compile-model</c> was run: to do it again at each start would cost more than all else.
    /// </summary>
    public static IModel Model => InfoStoryContextModel.Instance;

    /// <param name="connectionString">
    /// As Microsoft.Data.SqlClient reads it. Where it says nothing, a server that does not answer is given up after two seconds instead of fifteen, and at
    /// the first try.
    /// </param>
    /// <param name="maxBatchSize">How many statements EF Core sends at once; null is its own choice.</param>
    public static DbContextOptionsBuilder UseSqlServerFor(
        this DbContextOptionsBuilder options, string connectionString, int? maxBatchSize, TimeProvider clock) =>
        options
            .UseSqlServer(Impatient(connectionString), server =>
            {
                server.MigrationsAssembly(typeof(SqlServerDatabase).Assembly.GetName().Name);
                server.EnableRetryOnFailure();
                if (maxBatchSize is { } size) server.MaxBatchSize(size);
            })
            // The suite asks, for both databases; to ask at each start costs as much as the model.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors(new RevisionInterceptor(), new EditionInterceptor(clock), new HistoryChain(), new BesideStories(), new UntriedLetters(),
                new AsksThatLeft(), new DigestsTakenBack(), new ImpactMarks(), new Clashes(IsClash));

    private static bool IsClash(Exception fault) => fault is SqlException { Number: NoSuchKey or ValueTaken or KeyTaken };

    private static string Impatient(string connectionString)
    {
        var connection = new SqlConnectionStringBuilder(connectionString);
        if (!connection.ShouldSerialize("Connect Timeout")) connection.ConnectTimeout = SecondsToConnect;
        if (!connection.ShouldSerialize("Connect Retry Count")) connection.ConnectRetryCount = 0;
        return connection.ToString();
    }

    /// <summary>Checks that the database has every migration; several servers may start at once, so none migrates by itself.</summary>
    /// <exception cref="NotReadyException">It has not; the message says what to run.</exception>
    public static async Task CheckAsync(InfoStoryContext db, CancellationToken cancellation)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (pending.Count == 0) return;

        throw new NotReadyException($"The database lacks {pending.Count} migration(s), first {pending[0]}. Run InfoStory.Web with the words: database migrate");
    }

    /// <summary>Runs the migrations that the database lacks.</summary>
    /// <exception cref="NotReadyException">It was left half-way by a version before the first release.</exception>
    public static async Task MigrateAsync(InfoStoryContext db, CancellationToken cancellation)
    {
        await FirstMigrations.AdoptAsync(db, cancellation);
        await db.Database.MigrateAsync(cancellation);
    }
}
