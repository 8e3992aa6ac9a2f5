using InfoStory.Data;
using InfoStory.History;
using InfoStory.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Processes;

/// <summary>The process is killed again and again while people share stories: what somebody was shown is never lost, and nothing is doubled.</summary>
public sealed class KillTests
{
    private const int Authors = 3;
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("INFOSTORY_KILLS"), out var kills) ? kills : 20;

    [Fact]
    public async Task Every_story_that_was_acknowledged_is_there_once_after_twenty_kills()
    {
        await using var site = await RealSite.StartAsync();
        var random = new Random(20261122);
        var authors = Enumerable.Range(0, Authors).Select(number => new Author(site, number)).ToList();

        for (var kill = 0; kill < Kills; kill++)
        {
            var sharing = authors.Select(author => author.ShareUntilItFailsAsync()).ToList();
            await site.UntilRequestsAsync(random.Next(5, 45));
            await site.KillAsync();
            await Task.WhenAll(sharing);
            await site.StartAgainAsync();
        }

        foreach (var author in authors) await author.FinishAsync();
        site.Terminate();
        var code = await site.EndAsync();

        var shown = authors.SelectMany(author => author.Shown).ToList();
        Assert.Equal(0, code);
        Assert.True(shown.Count >= Kills, $"Only {shown.Count} stories were shared.");
        var seen = shown.Select(story => $"{story.Reference} {story.Told}").Order(StringComparer.Ordinal).ToList();
        var there = await ReadAsync(site, "SELECT Reference || ' ' || Told FROM Stories ORDER BY 1");
        Assert.True(
            seen.SequenceEqual(there),
            $"Shown and not there: {string.Join(" | ", seen.Except(there))}. There and not shown: {string.Join(" | ", there.Except(seen))}. "
            + $"Shown: {string.Join(" | ", seen)}.");
        Assert.Equal(shown.Count.ToString(), (await ReadAsync(site, "SELECT COUNT(*) FROM History WHERE Act = 'Received'")).Single());
        await AssertWholeAsync(site);
        Assert.Equal(["ok"], await ReadAsync(site, "PRAGMA integrity_check"));
        Assert.Empty(await ReadAsync(site, "PRAGMA foreign_key_check"));
        Assert.Empty(await ReadAsync(site, "INSERT INTO SearchIndex (SearchIndex, rank) VALUES ('integrity-check', 1)"));
    }

    private static async Task AssertWholeAsync(RealSite site)
    {
        await using var db = new InfoStoryContext((DbContextOptions<InfoStoryContext>)new DbContextOptionsBuilder<InfoStoryContext>()
            .UseSqliteFor($"Data Source={site.File}", null, TimeProvider.System).Options);
        Assert.Equal(
            (null, null),
            await new HistoryCheck(db, HistoryCounter.None).VerifyAsync([], CancellationToken.None) switch { var found => (found.BadNumber, found.Wrong) });
    }

    private static async Task<List<string>> ReadAsync(RealSite site, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={site.File}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        List<string> read = [];
        while (await rows.ReadAsync()) read.Add(rows.GetString(0));
        return read;
    }

    /// <summary>
    /// Shares one story after another and writes down every reference that a page showed. When the site dies under a story, the same browser goes on with it
    /// later.
    /// </summary>
    private sealed class Author(RealSite site, int number)
    {
        private TestBrowser browser = site.Browser();
        private string? told;
        private int count;

        public List<(string Reference, string Told)> Shown { get; } = [];

        public async Task ShareUntilItFailsAsync()
        {
            try
            {
                while (true) await ShareAsync();
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException or System.Net.Sockets.SocketException)
            {
                // The site was killed.
            }
        }

        public async Task FinishAsync()
        {
            if (told is not null) await ShareAsync();
        }

        private async Task ShareAsync()
        {
            if (told is null)
            {
                browser = site.Browser();
                told = $"Story {++count} of author {number}.";
            }

            // After a kill the same browser goes on: a draft that was sent already is only read.
            using var check = await browser.GetAsync("/share/check");
            if (check.StatusCode == System.Net.HttpStatusCode.NotFound && await OnceMoreAsync() is { } again)
            {
                Shown.Add((again, told));
                told = null;
                return;
            }

            if (check.Headers.Location is null)
            {
                await browser.SubmitAsync("/share/story", new() { ["Form.Told"] = told });
                await browser.SubmitAsync("/share/permission", new() { ["Form.Audiences"] = "Website", ["Form.Months"] = "24" });
                await browser.SubmitAsync("/share/check", []);
            }

            var shown = await Journeys.ReadAsync(await browser.GetAsync("/share/sent"));
            Shown.Add((shown.Reference, told));
            told = null;
        }

        /// <summary>The site died under the page with the six words: whoever opens it again sees them once more. Null where there is no such page.</summary>
        private async Task<string?> OnceMoreAsync() =>
            (await browser.PageAsync("/share/sent")).QuerySelector(".info-receipt__reference")?.TextContent;
    }
}
