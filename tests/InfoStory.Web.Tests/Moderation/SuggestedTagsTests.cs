using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Moderation.Suggesting;
using InfoStory.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>Suggested tags over HTTP, without scripts.</summary>
public sealed class SuggestedTagsTests(TaughtSite site) : IClassFixture<TaughtSite>
{
    private const string Suggested = "[data-suggested] input[name='Form.Tags']";

    [Fact]
    public async Task A_suggestion_says_why_and_is_ticked_like_any_tag_even_twice()
    {
        var (moderator, desk) = await OpenAsync("one@example.org");

        var before = await moderator.PageAsync(desk);
        var box = before.QuerySelector(Suggested)!;
        var tag = box.GetAttribute("value")!;
        var sent = TestBrowser.Fill(TestBrowser.FormOf(before, "Save")!, []);
        var saved = await moderator.PostAsync($"{desk}/text?handler=Save", [.. sent, new("Form.Tags", tag), new("Form.Tags", tag)]);
        var after = await moderator.PageAsync(desk);

        Assert.Equal(TaughtStories.Calls, box.NextElementSibling!.FirstChild!.TextContent.Trim());
        Assert.StartsWith("because of: ", before.QuerySelector($"#{box.GetAttribute("aria-describedby")}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("voicemail", before.QuerySelector($"#{box.GetAttribute("aria-describedby")}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Words of this story often go with these tags", before.QuerySelector("#suggested-why")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.NotNull(after.QuerySelector($"#tag-{tag}[checked]"));
        Assert.Null(after.QuerySelector("[data-suggested]"));
    }

    [Fact]
    public async Task What_was_ticked_comes_back_in_the_list_when_the_page_is_refused()
    {
        var (moderator, desk) = await OpenAsync("two@example.org");
        var before = await moderator.PageAsync(desk);
        var tag = before.QuerySelector(Suggested)!.GetAttribute("value")!;

        var refused = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(before, desk, new() { ["Form.Tags"] = tag }, "Decline"));

        Assert.Equal("There is a problem", refused.QuerySelector(".govuk-error-summary h2")!.TextContent.Trim());
        Assert.Equal($"tag-{tag}", Assert.Single(refused.QuerySelectorAll($"[value='{tag}'][name='Form.Tags']")).Id);
        Assert.NotNull(refused.QuerySelector($"#tag-{tag}[checked]"));
    }

    [Fact]
    public async Task A_story_that_says_too_little_or_is_on_hold_shows_none()
    {
        var little = await site.Given(A.Story().Told("The bus was late.").InReview());
        var held = await site.Given(A.Story().Told(TaughtStories.AboutCalls).OnHold());
        using var moderator = await site.SignedIn(Roles.Moderator, "three@example.org");

        Assert.Null((await moderator.PageAsync($"/moderation/stories/{little.Reference}")).QuerySelector("[data-suggested]"));
        Assert.DoesNotContain(
            "because of", (await moderator.PageAsync($"/moderation/stories/{held.Reference}")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggesting_costs_one_small_statement_by_key()
    {
        var (moderator, desk) = await OpenAsync("four@example.org");
        await moderator.GetAsync(desk);
        site.Sql.Take();

        await moderator.GetAsync(desk);

        var asked = Assert.Single(site.Sql.Take(), statement => statement.Sql.Contains("TagWords", StringComparison.Ordinal));
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(site.Connection);
        await connection.OpenAsync();
        await using var explain = connection.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + asked.Sql;
        foreach (var (name, value) in asked.Values) explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
        List<string> plan = [];
        await using var rows = await explain.ExecuteReaderAsync();
        while (await rows.ReadAsync()) plan.Add(rows.GetString(3));
        Assert.Contains(plan, step => step.Contains("(Word=?)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Measure_says_what_was_learned_and_how_good_it_is_and_changes_nothing()
    {
        var kept = await site.Get<InfoStoryContext>().TagWords.CountAsync();
        await using var said = new StringWriter { NewLine = "\n" };

        var code = await CommandLine.RunAsync(site.Services, ["tags", "measure"], said, said);

        Assert.Equal(0, code);
        Assert.StartsWith("stories learned from 10\nstories held out 2\nsuggestions: top-3 accuracy ", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("always the three commonest tags: top-3 accuracy ", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(kept, await site.Get<InfoStoryContext>().TagWords.CountAsync());
    }

    private async Task<(TestBrowser Moderator, string Desk)> OpenAsync(string email)
    {
        var story = await site.Given(A.Story().Told(TaughtStories.AboutCalls).InReview());
        return (await site.SignedIn(Roles.Moderator, email), $"/moderation/stories/{story.Reference}");
    }
}

/// <summary>A site that has learned from a dozen decided stories.</summary>
public sealed class TaughtSite : TestSite, IAsyncLifetime
{
    public SqlWatch Sql { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // From the start: EF Core remembers for a second that nobody watches.
        Sql = new(File);
        foreach (var story in TaughtStories.All()) await Given(story);
        await Get<TagLearning>().LearnAsync(CancellationToken.None);
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        Sql.Dispose();
        return DisposeAsync().AsTask();
    }
}
