using System.Net;
using System.Text;
using System.Text.Json;
using InfoStory.Data.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;

namespace InfoStory.Web.Tests.Logs;

/// <summary>A site that writes its log to a folder, through the pipeline of the real one.</summary>
public sealed class LoggingSite : TestSite
{
    private readonly DirectoryInfo logs = Directory.CreateTempSubdirectory("infostory-logs-");

    protected override string LogFolder => logs.FullName;

    protected override int LimitsTimes => 1;

    public string Log()
    {
        var text = new StringBuilder();
        foreach (var file in logs.GetFiles())
        {
            using var reader = new StreamReader(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Site:TrustForwardedFor", "1");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        logs.Refresh();
        if (logs.Exists) logs.Delete(recursive: true);
    }
}

/// <summary>Nobody's words are in the log, nor on a page that says what went wrong.</summary>
public sealed class LogTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    private const string Mark = "canary";

    [Fact]
    public async Task Nothing_that_a_person_types_is_in_the_log_or_on_an_error_page()
    {
        List<HttpResponseMessage> answers = [];
        using var author = site.Browser();
        await author.TellAsync($"{Mark}story I rang.");
        await author.SubmitAsync("/share/hand-offs", new() { ["Form.Steps[0].Happened"] = $"{Mark}happened" });
        await author.SubmitAsync(
            "/share/missing", new() { ["Form.Needed"] = $"{Mark}needed", ["Form.ReasonGiven"] = $"{Mark}given", ["Form.WouldHaveChanged"] = $"{Mark}changed" });
        await author.SubmitAsync("/share/contact", new() { ["Form.Email"] = $"{Mark}contact@example.org", ["Form.Telephone"] = "0113 496 0999" });
        var shown = await author.SendAsync();
        using var opened = await site.Opened(shown.Receipt);
        using var moderator = await site.SignedIn(Roles.Moderator, $"{Mark}staff@example.org");
        var desk = $"/moderation/stories/{shown.Reference}";
        await moderator.SubmitAsync(desk, [], "Claim");
        await moderator.SubmitAsync(
            desk, new() { ["Form.PublicTitle"] = $"{Mark}public", ["Form.PublicText"] = $"{Mark}text", ["Form.Note"] = $"{Mark}note" }, "Save");
        var contact = await moderator.SubmitAsync($"{desk}/contact", new() { ["Why"] = "AskTheAuthor" });
        Assert.Contains($"{Mark}contact", await contact.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await moderator.SubmitAsync(desk, new() { ["Form.Question"] = $"{Mark}question" }, "Ask");
        var told = await opened.SubmitAsync("/my-story/open", new() { ["Form.Text"] = $"{Mark}answer" }, "Answer");
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        await moderator.SubmitAsync(desk, new() { ["Form.Reason"] = $"{Mark}reason" }, "Decline");
        await author.SubmitAsync("/sign-in", new() { ["Form.Email"] = $"{Mark}email@example.org", ["Form.Password"] = $"{Mark}password" });
        await author.PostAsync("/sign-in/forgotten", [new("Form.Email", $"{Mark}forgotten@example.org")]);
        await author.SubmitAsync("/my-story", new() { ["Form.Receipt"] = $"{Mark}receipt {Mark}b {Mark}c {Mark}d {Mark}e {Mark}f" });
        await author.GetAsync($"/case-studies?words={Mark}search&x={Mark}query");
        await author.GetAsync($"/sign-in/choose-password?person=1&token={Mark}token");
        await author.PostAsync("/share/story", [new("Form.Told", $"{Mark}tokenless")]);
        using (var header = new HttpRequestMessage(HttpMethod.Get, "/")
        {
            Headers = { { "X-Forwarded-For", $"{Mark}forwarded" }, { "User-Agent", $"{Mark}agent" }, { "Referer", $"https://example.org/{Mark}referer" } }
        })
            await author.Client.SendAsync(header);
        await BreakAsync();
        answers.Add(await author.GetAsync($"/case-studies?words={Mark}broken"));
        answers.Add(await author.PostAsync($"/nothing?{Mark}", [new("a", $"{Mark}nothing")]));
        answers.Add(await author.SubmitAsync("/share/story", new() { ["Form.Told"] = $"{Mark}lost" }));

        var log = site.Log();

        Assert.Contains(Lines(log), line => (Text(line, "RequestPath"), Number(line, "StatusCode")) == ("/case-studies", 200));
        Assert.Contains(Lines(log), line => (Text(line, "RequestPath"), Number(line, "StatusCode")) == ("/case-studies", 503));
        Assert.Contains("Fault", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("496 0999", log, StringComparison.Ordinal);
        Assert.DoesNotContain(shown.Receipt.Split(' '), word => log.Contains($"\"{word}\"", StringComparison.OrdinalIgnoreCase)
            || log.Contains($" {word} ", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(503, answers.Select(answer => (int)answer.StatusCode));
        foreach (var answer in answers)
        {
            var page = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain(Mark, page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Sqlite", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_limit_that_is_reached_is_in_the_log_and_nobody_s_address_is()
    {
        HttpResponseMessage? last = null;
        foreach (var address in new[] { "198.51.100.77", "2001:db8:77::77" })
        {
            using var guesser = site.Browser();
            guesser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
            var page = await guesser.PageAsync("/sign-in");
            Task<HttpResponseMessage> GuessAsync() =>
                guesser.SubmitAsync(page, "/sign-in", new() { ["Form.Email"] = "who@example.org", ["Form.Password"] = "wrong" });
            // At once, because each wrong password takes half a second to be refused.
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => GuessAsync()));
            last = await GuessAsync();
        }

        var log = site.Log();

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.Contains("WrongPasswords", log, StringComparison.Ordinal);
        Assert.DoesNotContain("198.51.100", log, StringComparison.Ordinal);
        Assert.DoesNotContain("2001:db8", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("2001:db8", await last.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<JsonElement> Lines(string log) =>
        log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    private static string? Text(JsonElement line, string property) => line.TryGetProperty(property, out var value) ? value.GetString() : null;

    private static int? Number(JsonElement line, string property) => line.TryGetProperty(property, out var value) ? value.GetInt32() : null;

    private async Task BreakAsync()
    {
        await using var connection = new SqliteConnection(site.Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP TABLE SearchIndex; CREATE TRIGGER Stuck BEFORE INSERT ON Drafts BEGIN SELECT RAISE(ABORT, 'stuck'); END; "
            + "CREATE TRIGGER Stuck2 BEFORE UPDATE ON Drafts BEGIN SELECT RAISE(ABORT, 'stuck'); END";
        await command.ExecuteNonQueryAsync();
    }
}
