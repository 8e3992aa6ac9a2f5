using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using InfoStory.CaseStudies;
using InfoStory.Data.Access;
using InfoStory.Data.Csv;

namespace InfoStory.Web.Tests.Public;

/// <summary>What is withdrawn leaves everything that machines read at once, and its key alone says so.</summary>
public sealed class WithdrawnForMachinesTests
{
    private static readonly string[] Lists =
    [
        "/case-studies/feed", "/case-studies/feed?kind=failed", "/case-studies/feed?words=rang", "/case-studies/feed.json", "/case-studies.csv",
        "/case-studies.jsonl", "/api/v1/case-studies", "/api/v1/case-studies?words=rang",
    ];

    [Fact]
    public async Task What_an_author_takes_back_is_gone_and_only_its_key_says_so()
    {
        using var site = new TestSite();
        var story = await site.Given(A.Story().Titled("Calls of the quokka").PublicText("The quokka rang.").Published());
        await site.Given(A.Story().Titled("Calls of the numbat").PublicText("The numbat rang.").Published());
        using var reader = site.Browser();
        foreach (var address in Lists) Assert.Contains("quokka", await TextAsync(reader, address), StringComparison.Ordinal);
        var key = (string)(await reader.Client.GetFromJsonNodeAsync($"/api/v1/case-studies/{story.Slug}"))["id"]!;
        using var author = await site.Opened(story.Receipt.ToString());

        await author.SubmitAsync("/my-story/open/take-back", []);

        foreach (var address in Lists)
        {
            var text = await TextAsync(reader, address);
            Assert.DoesNotContain("quokka", text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("numbat", text, StringComparison.Ordinal);
        }

        var answer = await reader.GetAsync($"/api/v1/case-studies/{story.Slug}");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((HttpStatusCode.Gone, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Null(problem["detail"]);
        foreach (var address in Lists[..3]) Assert.Equal([key], DeletedIn(await TextAsync(reader, address)));
        var feed = await reader.Client.GetFromJsonNodeAsync("/case-studies/feed.json");
        Assert.Equal(key, (string?)Assert.Single(feed["_infostory"]!["gone"]!.AsArray())!["id"]);
        var gone = Assert.Single((await reader.Client.GetFromJsonNodeAsync("/api/v1/gone"))["gone"]!.AsArray())!.AsObject();
        Assert.Equal(["id", "goneAt"], gone.Select(one => one.Key));
        Assert.Equal((key, site.Clock.GetUtcNow()), ((string?)gone["id"], (DateTimeOffset)gone["goneAt"]!));

        site.Clock.Advance(TimeSpan.FromDays(91));
        // Lists are kept for ten minutes, and these were not asked for before.
        Assert.Empty((await reader.Client.GetFromJsonNodeAsync("/api/v1/gone?limit=99"))["gone"]!.AsArray());
        Assert.Empty(DeletedIn(await TextAsync(reader, "/case-studies/feed?kind=worked")));
    }

    [Fact]
    public async Task What_the_team_takes_down_says_why_where_it_was_and_comes_back_under_its_key()
    {
        using var site = new TestSite();
        var story = await site.Given(A.Story().Titled("Calls of the bilby").PublicText("The bilby rang.").Published());
        using var reader = site.Browser();
        var first = await reader.Client.GetFromJsonNodeAsync($"/api/v1/case-studies/{story.Slug}");
        var (key, day) = ((string)first["id"]!, (DateTimeOffset)first["publishedAt"]!);
        await site.Given(A.Story().Titled("Calls of the numbat").Published());
        site.Clock.Advance(TimeSpan.FromDays(40));
        using var publisher = await site.SignedIn(Roles.Publisher);
        var editor = $"/moderation/case-studies/{story.CaseStudy}";

        await publisher.DoAsync(editor, new() { ["Form.TakenDownWhy"] = "OutOfDate", ["Form.TakenDownWords"] = "The ward has moved." }, "Unpublish");
        var problem = JsonNode.Parse(await (await reader.GetAsync($"/api/v1/case-studies/{story.Slug}")).Content.ReadAsStringAsync())!;
        var deleted = DeletedIn(await TextAsync(reader, "/case-studies/feed"));
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        await publisher.DoAsync(editor, new Dictionary<string, string>().Answered(), "Publish");

        Assert.Equal("We took it down because it was out of date. The ward has moved.", (string?)problem["detail"]);
        Assert.Equal([key], deleted);
        Assert.Empty(DeletedIn(await TextAsync(reader, "/case-studies/feed")));
        var back = await reader.Client.GetFromJsonNodeAsync($"/api/v1/case-studies/{story.Slug}");
        Assert.Equal(
            (key, day, site.Clock.GetUtcNow()), ((string?)back["id"], (DateTimeOffset)back["publishedAt"]!, (DateTimeOffset)back["updatedAt"]!));
        // First again, so that whoever deleted a copy finds it, under the day on which it was first published.
        var item = (await reader.Client.GetFromJsonNodeAsync("/case-studies/feed.json"))["items"]![0]!;
        Assert.Equal((key, day), ((string?)item["id"], (DateTimeOffset)item["date_published"]!));
        var page = (await reader.PageAsync($"/case-studies/{story.Slug}")).QuerySelector(".info-case__facts")!;
        Assert.Equal(
            [$"{day:yyyy-MM-dd}", $"{site.Clock.GetUtcNow():yyyy-MM-dd}"], page.QuerySelectorAll("time").Select(time => time.GetAttribute("datetime")));
        Assert.Contains("bilby", await TextAsync(reader, $"/case-studies?year={day.Year}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_a_text()
    {
        using var site = new TestSite();
        await site.Given(A.Story().Titled("=HYPERLINK(1)").PublicText("It rang.").Published());
        using var reader = site.Browser();

        var rows = CsvText.Read(await TextAsync(reader, "/case-studies.csv"), ["title"], 10);

        Assert.Equal("'=HYPERLINK(1)", Assert.Single(rows.Rows)["title"]);
    }

    [Fact]
    public async Task Old_addresses_lead_on_in_the_api_too()
    {
        using var site = new TestSite();
        var story = await site.Given(A.Story().Titled("Calls of the potoroo").Published());
        using var reader = site.Browser();
        var editing = site.Get<CaseStudyEditing>();
        var form = (await editing.ShowAsync(story.CaseStudy, default)).ToForm().Answered() with { Address = "calls-of-another", LeadOn = true };
        await editing.SaveAsync(story.CaseStudy, form, A.Publisher(), default);

        var answer = await reader.GetAsync($"/api/v1/case-studies/{story.Slug}");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/api/v1/case-studies/calls-of-another"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    private static IEnumerable<string> DeletedIn(string atom) =>
        XDocument.Parse(atom).Root!.Elements(XName.Get("deleted-entry", "http://purl.org/atompub/tombstones/1.0")).Select(one => one.Attribute("ref")!.Value);

    private static Task<string> TextAsync(TestBrowser reader, string address) => reader.Client.GetStringAsync(new Uri(address, UriKind.Relative));
}
