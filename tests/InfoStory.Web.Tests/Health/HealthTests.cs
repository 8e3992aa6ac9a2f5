using System.Net;
using System.Text.Json;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Moderation.Safeguarding;
using InfoStory.People;
using Microsoft.Data.Sqlite;

namespace InfoStory.Web.Tests.Health;

/// <summary>What machines that watch over the site are told.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_healthy_site_says_so_and_names_what_it_has_checked()
    {
        using var site = new TestSite();
        using var browser = site.Browser();

        var (live, _) = await AskAsync(browser, "/health/live");
        var (ready, said) = await AskAsync(browser, "/health/ready");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live, ready));
        Assert.Equal("Healthy", said.GetProperty("status").GetString());
        var checks = said.GetProperty("checks");
        Assert.True(checks.GetProperty("database").GetProperty("data").GetProperty("writable").GetBoolean());
        Assert.All(
            ["database", "disk", "key ring", "jobs", "letters", "drafts", "safeguarding", "body"],
            name => Assert.Equal("Healthy", checks.GetProperty(name).GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_database_that_takes_no_writes_turns_readiness_red_and_liveness_not()
    {
        using var site = new TestSite();
        using var browser = site.Browser();
        await AskAsync(browser, "/health/ready");
        Execute(site, "PRAGMA wal_checkpoint(TRUNCATE)", "CREATE TRIGGER Stuck BEFORE INSERT ON Secrets BEGIN SELECT RAISE(ABORT, 'read only'); END");

        var (ready, said) = await AskAsync(browser, "/health/ready");
        var (live, _) = await AskAsync(browser, "/health/live");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready, live));
        Assert.Equal("Unhealthy", said.GetProperty("checks").GetProperty("database").GetProperty("status").GetString());
        Assert.DoesNotContain("read only", said.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_fails_and_letters_to_staff_that_are_refused_are_counted_and_the_site_stays_ready()
    {
        using var site = new TestSite();
        using var browser = site.Browser();
        site.Get<JobLedger>().Failed("LeadNotices", 7, site.Clock.UtcNow);
        await WriteLetterAsync(site, "lead@example.org", StaffHistory.Subject(7));

        var (ready, said) = await AskAsync(browser, "/health/ready");

        var (jobs, letters) = (said.GetProperty("checks").GetProperty("jobs"), said.GetProperty("checks").GetProperty("letters"));
        Assert.Equal((HttpStatusCode.OK, "Degraded"), (ready, said.GetProperty("status").GetString()));
        Assert.Equal(("Degraded", "Degraded"), (jobs.GetProperty("status").GetString(), letters.GetProperty("status").GetString()));
        Assert.Equal(1, jobs.GetProperty("data").GetProperty("LeadNotices").GetProperty("failed").GetInt32());
        Assert.Equal(1, letters.GetProperty("data").GetProperty("refusedToStaff").GetInt32());
    }

    [Theory]
    [InlineData("He is going to kill himself tonight.", "immediateDangerLateSince", 15)]
    [InlineData("I rang three times.", "concernLateSince", 24 * 60)]
    public async Task A_case_that_waits_past_its_time_is_seen_until_a_lead_opens_it(string told, string late, int minutes)
    {
        using var site = new TestSite();
        using var browser = site.Browser();
        var story = await site.Given(late.StartsWith("concern", StringComparison.Ordinal) ? A.Story().Told(told).OnHold() : A.Story().Told(told));
        var (_, inTime) = await AskAsync(browser, "/health/ready");

        site.Clock.Advance(TimeSpan.FromMinutes(minutes));
        var (ready, said) = await AskAsync(browser, "/health/ready");
        await site.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default);
        var (_, opened) = await AskAsync(browser, "/health/ready");

        static JsonElement Check(JsonElement said) => said.GetProperty("checks").GetProperty("safeguarding");
        Assert.Equal((HttpStatusCode.OK, "Degraded"), (ready, Check(said).GetProperty("status").GetString()));
        Assert.True(Check(said).GetProperty("data").TryGetProperty(late, out _));
        Assert.Equal(("Healthy", "Healthy"), (Check(inTime).GetProperty("status").GetString(), Check(opened).GetProperty("status").GetString()));
        Assert.DoesNotContain(story.Reference, said.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_somebody_outside_that_nobody_takes_letters_for_is_counted_and_troubles_nobody()
    {
        using var site = new TestSite();
        using var browser = site.Browser();
        await WriteLetterAsync(site, to: null, "ABCD-EFGH");
        await WriteLetterAsync(site, "reader@example.org", "subscriber 7");
        site.Clock.Advance(TimeSpan.FromHours(1));

        var (_, said) = await AskAsync(browser, "/health/ready");

        var letters = said.GetProperty("checks").GetProperty("letters");
        Assert.Equal("Healthy", letters.GetProperty("status").GetString());
        Assert.Equal(2, letters.GetProperty("data").GetProperty("refused").GetInt32());
    }

    [Fact]
    public async Task A_read_only_connection_turns_readiness_red_and_pages_are_still_read()
    {
        using var site = new TestSite();
        var story = await site.Given(A.Story().Published());
        using var readOnly = site.Beside();
        using var watched = readOnly.WithWebHostBuilder(builder => builder.UseSetting("ConnectionStrings:InfoStory", site.Connection + ";Mode=ReadOnly"));
        using var client = watched.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });

        var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        var read = await client.GetAsync(new Uri($"/case-studies/{story.Slug}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task A_migration_that_is_missing_turns_readiness_red_and_is_counted()
    {
        using var site = new TestSite();
        using var browser = site.Browser();
        await AskAsync(browser, "/health/ready");
        Execute(site, "DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT MAX(MigrationId) FROM __EFMigrationsHistory)");

        var (status, said) = await AskAsync(browser, "/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(1, said.GetProperty("checks").GetProperty("database").GetProperty("data").GetProperty("pendingMigrations").GetInt32());
    }

    [Fact]
    public async Task A_database_that_is_gone_turns_readiness_red_and_forms_into_an_honest_503()
    {
        using var site = new TestSite();
        using var browser = site.Browser();
        var page = await browser.PageAsync("/share/story");
        Execute(site, "DROP TABLE Drafts");

        var answer = await browser.SubmitAsync(page, "/share/story", new() { ["Form.Told"] = "Typed with care." });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("30", answer.Headers.RetryAfter!.ToString());
        Assert.Contains("Sorry, we cannot answer just now", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task WriteLetterAsync(TestSite site, string? to, string subject)
    {
        var (db, now) = (site.Get<InfoStoryContext>(), site.Clock.UtcNow);
        db.Add(new Letter { Subject = subject, To = to, Title = "T", Body = "B", WrittenAt = now, NextTryAt = now, Tries = 2 });
        await db.SaveChangesAsync();
    }

    private static async Task<(HttpStatusCode Status, JsonElement Said)> AskAsync(TestBrowser browser, string path)
    {
        var answer = await browser.GetAsync(path);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, json.RootElement.Clone());
    }

    private static void Execute(TestSite site, params string[] statements)
    {
        using var connection = new SqliteConnection(site.Connection);
        connection.Open();
        foreach (var sql in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
