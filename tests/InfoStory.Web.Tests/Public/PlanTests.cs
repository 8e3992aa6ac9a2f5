using InfoStory.People;
using Microsoft.Data.Sqlite;

namespace InfoStory.Web.Tests.Public;

/// <summary>How SQLite means to run every statement of every page: never by reading a table that grows from end to end.</summary>
public sealed class PlanTests(LibrarySite site) : IClassFixture<LibrarySite>
{
    private static readonly string[] Small = ["Tags", "Places", "Campaigns", "Secrets", "Staff", "__EFMigrationsHistory", "json_each", "p", "t"];

    [Fact]
    public async Task No_page_reads_a_table_that_grows_from_end_to_end_and_none_counts_past_rows()
    {
        site.Sql.Take();
        await VisitEverythingAsync();

        var statements = site.Sql.Take().DistinctBy(statement => statement.Sql).ToList();
        var plans = statements.Select(statement => (statement.Sql, Plan: Explain(statement))).ToList();
        var bad = plans.Where(plan => plan.Plan.Any(step => IsBad(plan.Sql, step))).Select(plan => $"{string.Join(" | ", plan.Plan)}\n{plan.Sql}").ToList();

        Assert.True(statements.Count > 40, $"Only {statements.Count} statements were seen.");
        Assert.DoesNotContain(statements, statement => statement.Sql.Contains("OFFSET", StringComparison.OrdinalIgnoreCase));
        Assert.True(bad.Count == 0, string.Join("\n\n", bad));
    }

    private async Task VisitEverythingAsync()
    {
        using var reader = site.Browser();
        var next = (await reader.PageAsync("/case-studies")).QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        foreach (var page in (string[])["/", next, "/case-studies?kind=failed", "/case-studies?service=housing", "/case-studies?words=nurse", "/case-studies?words=nurse&kind=failed", "/case-studies/case-number-8", "/case-studies/nothing", "/case-studies/feed", "/sitemap.xml"]) await reader.GetAsync(page);

        using var author = site.Browser();
        await author.TellAsync("I rang.");
        var shown = await author.SendAsync();
        using var opened = await site.Opened(shown.Receipt);
        await opened.GetAsync("/my-story/open");
        using var publisher = await site.SignedIn(Roles.Moderator | Roles.Publisher, "both@example.org");
        foreach (var state in (string[])["received", "published", "ready"]) await publisher.GetAsync($"/moderation?state={state}&after=638000000000000000-5");
        var desk = $"/moderation/stories/{shown.Reference}";
        await publisher.SubmitAsync(desk, [], "Claim");
        await publisher.SubmitAsync(desk, new() { ["Form.PublicTitle"] = "T", ["Form.PublicText"] = "A text.", ["Form.Kind"] = "Failed", ["Form.Note"] = "N" }, "Approve");
        var edit = (await publisher.SubmitAsync(desk, [], "Start")).Headers.Location!.OriginalString;
        await publisher.SubmitAsync(edit, new() { ["Form.Summary"] = "S" }, "Publish");
        await publisher.GetAsync("/moderation/case-studies");
        await opened.SubmitAsync("/my-story/open/take-back", []);
        await publisher.SubmitAsync("/sign-out", []);
    }

    private List<string> Explain(Statement statement)
    {
        using var connection = new SqliteConnection(site.Connection);
        connection.Open();
        connection.CreateFunction<string, string, bool>("ef_x", (_, _) => true);
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement.Sql;
        foreach (var (name, value) in statement.Values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        List<string> steps = [];
        using var rows = command.ExecuteReader();
        while (rows.Read()) steps.Add(rows.GetString(3));
        return steps;
    }

    private static bool IsBad(string sql, string step)
    {
        if (step.StartsWith("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)) return true;
        return step.StartsWith("SCAN ", StringComparison.Ordinal) && !Small.Contains(step.Split(' ')[1]);
    }
}
