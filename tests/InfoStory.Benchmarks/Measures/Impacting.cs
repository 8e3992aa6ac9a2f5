using System.Diagnostics;
using InfoStory.Benchmarks.Corpus;
using InfoStory.Benchmarks.Running;
using InfoStory.Data.Access;
using InfoStory.Insight.Impact;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Benchmarks.Measures;

/// <summary>
/// What /impact, /promises and the page of a promise read with a great many case studies, against the same with a thousand; through the service, one after
/// the other. Every tenth case study has a promise.
/// </summary>
internal sealed class Impacting : IMeasure
{
    private const int Few = 1_000, Many = 100_000, Times = 40, WarmPasses = 3;
    private const double AsFew = 1.2;

    public string Name => "impact";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var many = Math.Min(Many, Math.Max(Few, bench.Scale.Stories));
        await using var ours = await SideAsync(bench, many, cancellation);
        await using var limit = await SideAsync(bench, Few, cancellation);

        List<Figure> figures = [];
        foreach (var (name, workload, act) in Acts())
        {
            for (var pass = 0; pass < WarmPasses; pass++) await Task.WhenAll(TimeAsync(ours, act, cancellation), TimeAsync(limit, act, cancellation));
            var pairs = await Pairs.RunAsync(bench.Scale.Pairs, () => TimeAsync(ours, act, cancellation), () => TimeAsync(limit, act, cancellation));
            figures.Add(Figure.AtMost(
                name, $"{workload}, {many:N0} case studies against {Few:N0}", Pairs.Of(pairs, time => time), "ms", AsFew));
        }

        return figures;
    }

    private static IEnumerable<(string Name, string Workload, Func<IServiceProvider, CancellationToken, Task> Act)> Acts()
    {
        yield return ("impact", "all figures of twelve months", (services, cancellation) => services.GetRequiredService<ImpactBook>().ReadAsync(cancellation));
        yield return ("promises list", "the first page", (services, cancellation) =>
            services.GetRequiredService<PromiseBook>().ListAsync(new(), after: null, cancellation));
        yield return ("promises overdue", "the first page of one state", (services, cancellation) =>
            services.GetRequiredService<PromiseBook>().ListAsync(new(PromiseState.Overdue), after: null, cancellation));
        yield return ("promise page", "one promise with its history", (services, cancellation) =>
            services.GetRequiredService<PromiseBook>().ReadAsync("the-first", cancellation));
    }

    /// <returns>The median of one act in milliseconds.</returns>
    private static async Task<double> TimeAsync(InProcess side, Func<IServiceProvider, CancellationToken, Task> act, CancellationToken cancellation)
    {
        List<double> times = [];
        for (var time = 0; time < Times; time++)
        {
            await using var scope = side.NewScope();
            var start = Stopwatch.GetTimestamp();
            await act(scope.ServiceProvider, cancellation);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Pairs.Median(times);
    }

    /// <summary>A thousand stories of the corpus, all published over a year, and copies of them until there are enough.</summary>
    private static async Task<InProcess> SideAsync(Bench bench, int studies, CancellationToken cancellation)
    {
        var file = await bench.EmptyDatabaseAsync(cancellation);
        CorpusWriter.Write(new(Few), file);
        var side = new InProcess(file);
        await side.PrepareAsync(cancellation);
        await using var scope = side.NewScope();
        await scope.ServiceProvider.GetRequiredService<OrganisationEditing>()
            .AddAsync(new() { Name = "Example Council" }, new(1, "publisher@example.org", Roles.Publisher), cancellation);

        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False"))
        {
            await connection.OpenAsync(cancellation);
            var copies = (studies / Few) - 1;
            if (copies > 0)
            {
                await CopyAsync(connection, "Stories", copies, cancellation,
                    ("Reference", "t.Reference || n.n"), ("SendKey", "t.SendKey || n.n"), ("Receipt_Index", "t.Receipt_Index || n.n"));
                await CopyAsync(connection, "CaseStudies", copies, cancellation, ("Slug", "t.Slug || '-' || n.n"));
            }

            await RunAsync(connection, """
                UPDATE CaseStudies SET FirstPublishedAt = datetime('now', '-' || (Id % 365) || ' days') WHERE FirstPublishedAt IS NOT NULL;
                INSERT INTO Promises (Revision, Slug, OrganisationId, CaseStudyId, What, Role, Outcome, DueAt, ChangedAt)
                    SELECT 0, 'promise-' || Id, (SELECT MAX(Id) FROM Organisations), Id, 'One number to call', 'Head of housing',
                        CASE WHEN Id % 3 = 0 THEN 'Confirmed' ELSE 'Open' END, datetime('now', (Id % 60 - 30) || ' days'), FirstPublishedAt
                    FROM CaseStudies WHERE PublishedAt IS NOT NULL AND Id % 10 = 0;
                UPDATE Promises SET Slug = 'the-first' WHERE Id = (SELECT MIN(Id) FROM Promises);
                INSERT INTO PromiseEvents (PromiseId, Kind, At, DueAt) SELECT Id, 'Planned', ChangedAt, DueAt FROM Promises;
                ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);
                """, cancellation);
        }

        await scope.ServiceProvider.GetRequiredService<ImpactCounting>().CheckAsync(cancellation);
        return side;
    }

    /// <summary>Every row of a table so many times more, with these columns changed; n.n counts the copies from 1.</summary>
    private static async Task CopyAsync(
        SqliteConnection connection, string table, int copies, CancellationToken cancellation, params (string Column, string Sql)[] changed)
    {
        List<string> names = [];
        await using (var columns = new SqliteCommand($"SELECT name FROM pragma_table_info('{table}') WHERE name <> 'Id'", connection))
        await using (var reader = await columns.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation)) names.Add(reader.GetString(0));

        var values = names.Select(name => changed.FirstOrDefault(change => change.Column == name).Sql ?? $"t.\"{name}\"");
        await RunAsync(connection, $"""
            WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {copies})
            INSERT INTO {table} ({string.Join(", ", names.Select(name => $"\"{name}\""))}) SELECT {string.Join(", ", values)} FROM {table} AS t, n
            """, cancellation);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new SqliteCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
