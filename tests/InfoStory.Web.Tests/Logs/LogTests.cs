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
        // Low, so that a test reaches it.
        builder.UseSetting("Limits:WrongPasswords:Most", "5");
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

    private const string Telephone = "0113 496 0999", NewTelephone = "0113 496 0998";

    [Fact]
    public async Task Nothing_that_a_person_types_is_in_the_log_or_on_an_error_page()
    {
        List<HttpResponseMessage> answers = [];
        using var author = site.Browser();
        using var staff = await site.SignedIn(Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead | Roles.Administrator, $"{Mark}staff@example.org");
        var shown = await TellAsync(author);
        using var opened = await site.Opened(shown.Receipt);
        await opened.DoAsync("/my-story/open/contact", new() { ["Form.Email"] = $"{Mark}changed@example.org", ["Form.Telephone"] = NewTelephone });
        await ReviewAsync(staff, opened, $"/moderation/stories/{shown.Reference}");
        await GuardAsync(staff);
        await PublishAsync(staff);
        await AdministerAsync(staff);
        answers.AddRange(await AreRefusedAsync(author, staff));
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

        Assert.Contains(Lines(log), line => (Text(line, "Page"), Number(line, "StatusCode")) == ("/case-studies", 200));
        Assert.Contains(Lines(log), line => (Text(line, "Page"), Number(line, "StatusCode")) == ("/case-studies", 503));
        Assert.Contains("Fault", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("496 099", log, StringComparison.Ordinal);
        // Whatever was sent left its line, so that there was something to be silent about.
        Assert.All(
            (string[])["/share/contact", "/my-story/open/contact", "/my-story/open/sign-off", "/moderation/enter", "/moderation/staff/new", "/sign-in"],
            path => Assert.Contains(Lines(log), line => (Text(line, "RequestMethod"), Text(line, "Page")) == ("POST", path)));
        // One of the six may be a word of the program's own ("object" stands in many a stack trace); three in one line are the receipt.
        Assert.DoesNotContain(log.Split('\n'), line => shown.Receipt.Split(' ').Intersect(WordsOf(line), StringComparer.OrdinalIgnoreCase).Count() > 2);
        Assert.Contains(503, answers.Select(answer => (int)answer.StatusCode));
        foreach (var answer in answers)
        {
            var page = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain(Mark, page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Sqlite", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> WordsOf(string line) =>
        new string([.. line.Select(c => char.IsAsciiLetter(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task The_log_names_the_page_and_not_the_address_whatever_stands_in_it()
    {
        using var reader = site.Browser();
        foreach (var address in (string[])[$"/case-studies/{Mark}slug", $"/campaigns/{Mark}name", $"/{Mark}nowhere", $"/i/{Mark}code", $"/x/{Mark}%20{Mark}"])
            await reader.GetAsync(address);

        var log = site.Log();

        Assert.DoesNotContain(Mark, log, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Lines(log), line => (Text(line, "Page"), Number(line, "StatusCode")) == ("/case-studies/{slug}", 404));
        Assert.Contains(Lines(log), line => Text(line, "Page") == "(no page)");
    }

    [Fact]
    public async Task What_a_program_asks_for_and_means_nothing_is_no_fault_of_ours()
    {
        using var reader = site.Browser();
        var before = Faults(site.Log());
        string[] asked =
            ["case-studies?limit=0", "case-studies?kind=nothing", "case-studies?after=x", "counts?place=nowhere", "promises?state=x", "gone?after=x"];

        foreach (var address in asked)
            Assert.Equal(HttpStatusCode.BadRequest, (await reader.GetAsync($"/api/v1/{address}")).StatusCode);

        var log = site.Log();
        var lines = Lines(log).Where(line => Text(line, "Page")?.StartsWith("/api/v1/", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(asked.Length, lines.Count(line => Number(line, "StatusCode") == 400));
        Assert.Equal(before, Faults(log));

        static int Faults(string log) => Lines(log).Count(line => Text(line, "@l") is "Error" or "Fatal");
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
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => GuessAsync()));
            last = await GuessAsync();
        }

        var log = site.Log();

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.Contains("WrongPasswords", log, StringComparison.Ordinal);
        Assert.DoesNotContain("198.51.100", log, StringComparison.Ordinal);
        Assert.DoesNotContain("2001:db8", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("2001:db8", await last.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<Shown> TellAsync(TestBrowser author)
    {
        await author.TellAsync($"{Mark}story I rang.");
        await author.DoAsync("/share/hand-offs", new() { ["Form.Steps[0].Happened"] = $"{Mark}happened" });
        await author.DoAsync(
            "/share/missing", new() { ["Form.Needed"] = $"{Mark}needed", ["Form.ReasonGiven"] = $"{Mark}given", ["Form.WouldHaveChanged"] = $"{Mark}changed" });
        await author.DoAsync("/share/contact", new() { ["Form.Email"] = $"{Mark}contact@example.org", ["Form.Telephone"] = Telephone });
        return await author.SendAsync();
    }

    private static async Task ReviewAsync(TestBrowser staff, TestBrowser author, string desk)
    {
        await staff.DoAsync(desk, [], "Claim");
        await staff.DoAsync(desk, new()
        {
            ["Form.PublicTitle"] = $"{Mark}public",
            ["Form.PublicText"] = $"{Mark}text Ring {Telephone}.",
            ["Form.Note"] = $"{Mark}note",
        }, "Save");
        var flag = (await staff.PageAsync($"{desk}/flags")).QuerySelector("[name='Form.Flags']")!.GetAttribute("value")!;
        await staff.DoAsync($"{desk}/flags", new() { ["Form.Flags"] = flag, ["Form.Why"] = "Public", ["Form.Remark"] = $"{Mark}remark" }, "Dismiss");
        var contact = await staff.SubmitAsync($"{desk}/contact", new() { ["Why"] = "AskTheAuthor" });
        Assert.Contains($"{Mark}changed@", await contact.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await staff.DoAsync(desk, new() { ["Form.Question"] = $"{Mark}question" }, "Ask");
        await author.DoAsync("/my-story/open", new() { ["Form.Text"] = $"{Mark}answer" }, "Answer");
        await staff.DoAsync(desk, new() { ["Form.Reason"] = $"{Mark}reason" }, "Decline");
    }

    private async Task GuardAsync(TestBrowser staff)
    {
        var held = await site.Given(A.Story().OnHold());
        await staff.DoAsync(
            $"/moderation/safeguarding/{held.Reference}",
            new() { ["Form.Why"] = $"{Mark}why", ["Form.SharedWith"] = $"{Mark}shared", ["Form.HandOver"] = $"{Mark}handover" }, "Save");
        var waiting = await site.Given(A.Story().WithAuthor());
        using var author = await site.Opened(waiting.Receipt.ToString());
        await author.DoAsync("/my-story/open/sign-off", new() { ["Form.Text"] = $"{Mark}change" }, "Change");
    }

    private async Task PublishAsync(TestBrowser staff)
    {
        var ready = await site.Given(A.Story().Ready());
        var edit = (await staff.SubmitAsync($"/moderation/stories/{ready.Reference}", [], "Start")).Headers.Location!.OriginalString;
        string[] fields =
            ["Summary", "TheStory", "PlaceAndNeed", "Partners", "WhatWasNotShared", "Barrier", "WhatTheyDid", "WhatChanged", "NotYetFixed", "Learning"];
        await staff.DoAsync(edit, fields.ToDictionary(field => $"Form.{field}", field => $"{Mark}{field}"), "Save");
    }

    private static async Task AdministerAsync(TestBrowser staff)
    {
        await staff.DoAsync("/moderation/enter", new()
        {
            ["Form.Channel"] = "Telephone",
            ["Form.Story.Told"] = $"{Mark}entered",
            ["Form.Permission.Nobody"] = "true",
            ["Form.Agreed"] = "true",
        });
        await staff.DoAsync("/moderation/invitations/new", new() { ["Form.Name"] = $"{Mark}invitation" });
        await staff.DoAsync("/moderation/replies/new", new() { ["Form.Kind"] = "Question", ["Form.Name"] = $"{Mark}reply", ["Form.Text"] = $"{Mark}words" });
        await staff.DoAsync("/moderation/staff/new", new() { ["Form.Email"] = $"{Mark}invited@example.org", ["Form.Roles"] = "Publisher" });
        await staff.DoAsync("/moderation/campaigns/new", new()
        {
            ["Form.Name"] = $"{Mark}campaign",
            ["Form.Hashtag"] = $"#{Mark}",
            ["Form.Summary"] = $"{Mark}summary",
            ["Form.FirstDay"] = "2026-11-01",
            ["Form.LastDay"] = "2026-12-31",
            ["Form.FirstPrompt"] = $"{Mark}prompt",
        });
        await staff.PageAsync($"/moderation?lane=mine&words={Mark}search");
    }

    /// <summary>What nobody is let in with. The pages may show it to whoever typed it, and the log may not have it.</summary>
    private static async Task<IReadOnlyList<HttpResponseMessage>> AreRefusedAsync(TestBrowser author, TestBrowser staff)
    {
        HttpResponseMessage[] refused =
        [
            await author.SubmitAsync("/sign-in", new() { ["Form.Email"] = $"{Mark}email@example.org", ["Form.Password"] = $"{Mark}password" }),
            await author.SubmitAsync("/my-story", new() { ["Form.Receipt"] = $"{Mark}receipt {Mark}b {Mark}c {Mark}d {Mark}e {Mark}f" }),
            await author.GetAsync($"/case-studies?words={Mark}search&kind={Mark}kind"),
            await author.PostAsync("/share/story", [new("Form.Told", $"{Mark}tokenless")]),
            await staff.SubmitAsync(
                "/account", new() { ["Form.Present"] = $"{Mark}present", ["Form.Password"] = $"{Mark}new", ["Form.Again"] = $"{Mark}again" }),
            await staff.SubmitAsync("/account/second-factor/app", new() { ["Form.Code"] = $"{Mark}code" }),
        ];
        Assert.All(refused, answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        await author.PostAsync("/sign-in/forgotten", [new("Form.Email", $"{Mark}forgotten@example.org")]);
        await author.GetAsync($"/case-studies?words={Mark}search&x={Mark}query");
        return [await author.GetAsync($"/sign-in/choose-password?person=1&token={Mark}token")];
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
