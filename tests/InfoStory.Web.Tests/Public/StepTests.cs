using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace InfoStory.Web.Tests.Public;

/// <summary>
/// What the statements of the library, of Explore, of feeds and of the API cost in SQLite's own steps at 1,000, 10,000 and 100,000 case studies. What
/// happens inside the index of words is no step of SQLite's: that is measured by time (docs/performance.md).
/// </summary>
[Collection(nameof(LibrarySite))]
public sealed class StepTests(LibrarySite site)
{
    private static readonly string[] Asked =
    [
        "service=housing", "place=leeds", "kind=failed", "problem=referral-lost-or-refused", "year=2026", "changed=yes", "answered=yes", "words=nurse",
        "limit=100", "state=planned",
    ];

    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    /// <summary>What may read as many rows as there are, and why. What nothing asks for any more is taken out.</summary>
    private static readonly string[] Linear =
    [
        // What is held in memory is read whole once by a process, and after that where it changed.
        "SELECT \"c\".\"Id\", \"c0\".\"TagId\", \"t\".\"Facet\"\n",
        "\"c\".\"WhatChanged\" IS NOT NULL AND \"c\".\"WhatChanged\" <> ''",
        "SELECT \"c\".\"Id\", \"c\".\"PublishedAt\", \"c\".\"FirstPublishedAt\", \"c\".\"PublicUntil\", \"c\".\"Kind\", \"c\".\"ServiceId\"",
        "SELECT \"c\".\"Id\", \"c\".\"FirstPublishedAt\", \"c\".\"Chains\"\n",
        // A sitemap names all there is, 50,000 to a page, and first asks how many there are.
        "SELECT \"c\".\"Slug\", \"c\".\"UpdatedAt\"\n",
        "SELECT \"p\".\"Slug\", \"p\".\"ChangedAt\"\n",
        "SELECT COUNT(*)\nFROM \"CaseStudies\" AS \"c\"\nWHERE \"c\".\"PublishedAt\" IS NOT NULL AND \"c\".\"PublicUntil\" > @now",
        // Promises of one service or place are looked for among all, newest first: people write each by hand, so there are hundreds.
        "\"c0\".\"ServiceId\" = @service AND \"p\".\"ChangedAt\" <= @at",
        "\"c0\".\"PlaceId\" = @place OR \"p0\".\"ParentId\" = @place0 OR \"p1\".\"ParentId\" = @place0) AND \"p\".\"ChangedAt\" <= @at",
    ];

    [Fact]
    public async Task No_statement_of_a_public_page_takes_more_steps_than_the_logarithm_of_what_there_is()
    {
        var statements = await AskedAsync();
        var file = Path.Combine(Path.GetDirectoryName(site.File)!, "grown.db");
        using (var source = Open(site.File)) Run(source, $"VACUUM INTO '{file}'");
        using var grown = Open(file);

        List<long[]> steps = [];
        foreach (var size in Sizes)
        {
            Grow(grown, size);
            steps.Add([.. statements.Select(statement => StepsOf(grown, statement))]);
        }

        var most = Math.Log(Sizes[^1]) / Math.Log(Sizes[0]);
        var found = statements.Select((statement, at) => (statement.Sql, Steps: steps.ConvertAll(size => size[at])));
        var bad = found.Where(one => one.Steps[^1] > one.Steps[0] * most + 500 && !Linear.Any(known => one.Sql.Contains(known, StringComparison.Ordinal)))
            .Select(one => $"{string.Join(" → ", one.Steps)}\n{one.Sql}").ToList();

        Assert.All(Linear, known => Assert.Contains(statements, one => one.Sql.Contains(known, StringComparison.Ordinal)));
        Assert.True(statements.Count > 40, $"Only {statements.Count} statements were seen.");
        Assert.True(bad.Count == 0, string.Join("\n\n", bad));
    }

    /// <summary>The statements of every public page, with every filter, on the first page and further on, with words and without.</summary>
    private async Task<IReadOnlyList<Statement>> AskedAsync()
    {
        await site.ForgetAsync();
        using var reader = site.Browser();
        site.Sql.Take();
        var next = (await reader.PageAsync("/case-studies")).QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        List<string> addresses = [next, "/case-studies?words=nurse", "/case-studies?words=nurse&kind=failed", "/case-studies?words=nurse&sort=newest",
            "/case-studies?words=nurse+unicorn&place=leeds"];
        foreach (var (page, address) in await site.PublicAddressesAsync())
        {
            addresses.Add(address);
            addresses.AddRange(Asked.Where(asked => page.Queries.Contains(asked.Split('=')[0])).Select(asked => $"{address}?{asked}"));
        }

        foreach (var address in addresses)
        {
            using var answer = await reader.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}");
        }

        return
        [
            .. site.Sql.Take().Where(one => one.OfRequest && one.Sql.TrimStart().StartsWith("SELECT", StringComparison.Ordinal)).DistinctBy(one => one.Sql),
        ];
    }

    /// <summary>Case studies of every service, place and kind, with their tags, and a promise to every tenth; the newest came first.</summary>
    private static void Grow(SqliteConnection grown, int size)
    {
        var from = Count(grown, "CaseStudies");
        var columns = Columns(grown, "CaseStudies").Except(["Id", "Slug", "ServiceId", "PlaceId", "PublishedAt"]).ToList();
        var same = string.Join(", ", columns.Select(column => $"one.\"{column}\""));
        Run(grown, $"""
            WITH RECURSIVE n(x) AS (SELECT {from + 1} UNION ALL SELECT x + 1 FROM n WHERE x < {size})
            INSERT INTO CaseStudies (Id, Slug, ServiceId, PlaceId, PublishedAt, {string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT 1000 + x, 'grown-' || x, (SELECT Id FROM Tags WHERE Facet = 'Service' ORDER BY Id LIMIT 1) + x % 20,
                (SELECT min(Id) FROM Places) + x % 4, strftime('%Y-%m-%d %H:%M:%S', one.PublishedAt, '-' || x || ' minutes'), {same}
            FROM n JOIN CaseStudies AS one ON one.Slug = 'case-number-' || (1 + x % 25)
            """);
        Run(grown, $"INSERT INTO CaseStudyTags SELECT s.Id, t.Id FROM CaseStudies AS s JOIN Tags AS t ON t.Id % 40 = s.Id % 40 WHERE s.Id > {1000 + from}");
        var promised = Columns(grown, "Promises").Except(["Id", "Slug", "CaseStudyId"]).Select(column => $"\"{column}\"").ToList();
        Run(grown, $"""
            INSERT INTO Promises (Slug, CaseStudyId, {string.Join(", ", promised)})
            SELECT 'grown-' || s.Id, s.Id, {string.Join(", ", promised.Select(column => "one." + column))}
            FROM (SELECT Id FROM CaseStudies WHERE Id > {1000 + from} AND Id % 10 = 0) AS s CROSS JOIN (SELECT * FROM Promises LIMIT 1) AS one
            """);
    }

    /// <summary>The steps of SQLite's machine for one statement, read to its end.</summary>
    private static long StepsOf(SqliteConnection grown, Statement statement)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(grown.Handle, statement.Sql, out var prepared));
        using (prepared)
        {
            foreach (var (name, value) in statement.Values) Bind(prepared, raw.sqlite3_bind_parameter_index(prepared, name), value);
            while (raw.sqlite3_step(prepared) == raw.SQLITE_ROW)
            {
            }

            return raw.sqlite3_stmt_status(prepared, raw.SQLITE_STMTSTATUS_VM_STEP, 0);
        }
    }

    private static void Bind(sqlite3_stmt prepared, int place, object? value)
    {
        if (value is null or DBNull) raw.sqlite3_bind_null(prepared, place);
        else if (value is DateTime at) raw.sqlite3_bind_text(prepared, place, at.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        else if (value is string or DateOnly) raw.sqlite3_bind_text(prepared, place, string.Format(CultureInfo.InvariantCulture, "{0:yyyy-MM-dd}", value));
        else raw.sqlite3_bind_int64(prepared, place, Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Count(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var rows = command.ExecuteReader();
        List<string> names = [];
        while (rows.Read()) names.Add(rows.GetString(0));
        return names;
    }
}
