using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Tags;
using InfoStory.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Briefings;

/// <summary>From a publisher's question to the page that somebody outside reads, and back.</summary>
public sealed class BriefingPageTests(BriefingSite site) : IClassFixture<BriefingSite>
{
    [Fact]
    public async Task A_publisher_makes_a_briefing_and_whoever_is_given_it_reads_it_until_it_is_called_back()
    {
        var copies = await site.NewAsync("Who sends whom?", filter: "words=worker");

        await site.Publisher.DoAsync(copies, new() { ["Form.To"] = "Lee Ann", ["Form.Email"] = "lee@ministry.example.org" });
        var link = await site.LinkAsync("lee@ministry.example.org");
        using var reader = site.Browser();
        var answer = await reader.GetAsync($"/briefings/{link}");
        var page = await TestBrowser.DocumentAsync(answer);
        var log = await site.Publisher.PageAsync(copies);
        await site.Publisher.DoAsync(copies, [], "CallBack");
        var after = await reader.GetAsync($"/briefings/{link}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal("Who sends whom?", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Housing", "→ Police", "5"], page.QuerySelectorAll("svg text").Select(text => text.TextContent));
        Assert.Equal(["Housing", "Police", "5"], page.QuerySelectorAll(".info-briefing__beside tbody td").Select(cell => cell.TextContent));
        Assert.Contains("5 of 5", page.QuerySelector(".info-briefing__figures")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“A worker rang three times”", page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("lee@ministry.example.org", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lee Ann, lee@ministry.example.org", log.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, after.StatusCode);
        Assert.Contains("please delete it", (await TestBrowser.DocumentAsync(after)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_stays_typed_with_what_is_wrong_beside_its_field()
    {
        var typed = new Dictionary<string, string>(BriefingSite.Typed("<b>Why & how?</b>"))
        {
            ["Form.SecondReading"] = "Services do not pass it on.",
            ["Form.Filter"] = "tag=none",
        };

        var answer = await site.Publisher.SubmitAsync("/moderation/briefings/new", typed);

        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.All(typed.Where(field => field.Key != "Form.Audience"), field => Assert.Equal(field.Value, page.Field(field.Key)));
        Assert.NotNull(page.QuerySelector("#form-secondreading-error"));
    }

    [Fact]
    public async Task A_reader_takes_it_as_a_document_and_the_log_says_so()
    {
        var copies = await site.NewAsync("What can be taken away?");
        await site.Publisher.DoAsync(copies, new() { ["Form.To"] = "Press", ["Form.Email"] = "press@example.org" });
        var link = await site.LinkAsync("press@example.org");
        using var reader = site.Browser();

        var file = await reader.SubmitAsync($"/briefings/{link}", []);
        var forged = await reader.PostAsync($"/briefings/{link[..^2]}AA", []);
        var desk = await site.Publisher.SubmitAsync(copies, new() { ["Form.To"] = "Board", ["Form.Email"] = "board@example.org" }, "Word");

        Assert.All([file, desk], answer => Assert.Equal("infostory-briefing-2026-11-24.docx", answer.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal(HttpStatusCode.Gone, forged.StatusCode);
        var log = (await site.Publisher.PageAsync(copies)).QuerySelectorAll("tbody tr td:last-child");
        Assert.Equal(["Link", "Link"], log.Select(cell => cell.GetAttribute("data-head")));
        Assert.Equal("None", log[0].TextContent.Trim());
        Assert.True(await site.Get<InfoStoryContext>().History.AnyAsync(entry => entry.Act == HistoryAct.BriefingTaken));
    }

    [Fact]
    public async Task Hard_words_that_it_quotes_are_read_only_by_who_asks_to()
    {
        await site.Given(A.Story().Told("The baby was left in the corridor.").Titled("A corridor").PublicText("A quinquereme went by.").Published());
        var copies = await site.NewAsync("What is hard to read?", quote: "A quinquereme went by.");
        var address = copies.Replace("/copies", "", StringComparison.Ordinal);

        foreach (var page in (string[])[address, $"{address}/preview"])
        {
            Assert.DoesNotContain("quinquereme", (await site.Publisher.PageAsync(page)).Body!.InnerHtml, StringComparison.Ordinal);
            Assert.Contains("quinquereme", (await site.Publisher.PageAsync($"{page}?open=true")).Body!.InnerHtml, StringComparison.Ordinal);
        }

        var saved = await site.Publisher.SubmitAsync(
            await site.Publisher.PageAsync($"{address}?open=true"), address, new() { ["Form.ThirdReading"] = "Nobody knows." });
        Assert.Equal($"{address}?open=true", saved.Headers.Location!.OriginalString);
    }
}

/// <summary>Five public stories that policy makers may read, each with one hand-off, and a publisher.</summary>
public sealed class BriefingSite : TestSite, IAsyncLifetime
{
    public TestBrowser Publisher { get; private set; } = null!;

    public static Dictionary<string, string> Typed(string question) => new(StringComparer.Ordinal)
    {
        ["Form.Question"] = question,
        ["Form.Audience"] = "PolicyMakers",
        ["Form.FirstReading"] = "Services do not pass it on.",
        ["Form.SecondReading"] = "What was passed on is old.",
        ["Form.Contact"] = "The team",
    };

    public async Task InitializeAsync()
    {
        Publisher = await SignedIn(Roles.Publisher);
        var db = Get<InfoStoryContext>();
        var services = await db.Tags.Where(tag => tag.Name == "Housing" || tag.Name == "Police").ToDictionaryAsync(tag => tag.Name, tag => tag.Id.Value);
        for (var number = 0; number < 5; number++)
        {
            var story = await Given(A.Story().Titled($"Story {number}").Published());
            foreach (var (step, service) in ((string[])["Housing", "Police"]).Index())
            {
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO HandOffs (StoryId, Step, ServiceId, Waited) VALUES ({story.Id.Value}, {step + 1}, {services[service]}, {"Day"})");
            }
        }
    }

    /// <summary>Makes one by the form, and returns the address at which it is given.</summary>
    public async Task<string> NewAsync(string question, string quote = "A worker rang three times", string filter = "")
    {
        var made = await Publisher.SubmitAsync("/moderation/briefings/new", new(Typed(question)) { ["Form.FirstQuote"] = quote, ["Form.Filter"] = filter });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return $"{made.Headers.Location!.OriginalString}/copies";
    }

    public async Task<string> LinkAsync(string email)
    {
        var letter = await Get<InfoStoryContext>().Set<Letter>().SingleAsync(one => one.To == email);
        return letter.Body.Split("/briefings/")[1][..LinkKey.Length];
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;
}
