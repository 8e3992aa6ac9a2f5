using System.Net;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using CodeHollow.FeedReader;
using InfoStory.Data.Csv;
using InfoStory.Organisations;
using InfoStory.Web.Http;
using SyndicationFeed = System.ServiceModel.Syndication.SyndicationFeed;

namespace InfoStory.Web.Tests.Public;

/// <summary>What machines read of the library: feeds, files and lists of the API say the same of the same filter.</summary>
[Collection(nameof(LibrarySite))]
public sealed class MachineTests(LibrarySite site)
{
    private const string Problem = "application/problem+json";

    public static TheoryData<string> Filters => ["", "?place=leeds", "?words=nurse&problem=referral-lost-or-refused", "?PLACE=Leeds&place=york&stranger=1"];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_feed_reader_reads_both_feeds_of_a_filter(string filter)
    {
        using var reader = site.Browser();
        var listed = await ListedAsync(reader, $"/api/v1/case-studies{filter}");

        var xml = await TextAsync(reader, $"/case-studies/feed{filter}");
        var feeds = new[] { FeedReader.ReadFromString(xml), FeedReader.ReadFromString(await TextAsync(reader, $"/case-studies/feed.json{filter}")) };
        using var text = XmlReader.Create(new StringReader(xml));
        var loaded = SyndicationFeed.Load(text);

        Assert.Equal((FeedType.Atom, FeedType.JsonFeed), (feeds[0].Type, feeds[1].Type));
        Assert.All(feeds, feed => Assert.Equal(Keys(listed), feed.Items.Select(item => item.Id)));
        Assert.All(feeds, feed => Assert.Equal(listed.Select(one => (string?)one!["title"]), feed.Items.Select(item => item.Title)));
        Assert.All(feeds, feed => Assert.Equal(listed.Select(one => (string?)one!["address"]), feed.Items.Select(item => item.Link)));
        Assert.All(feeds, feed => Assert.All(feed.Items, item => Assert.NotNull(item.PublishingDate)));
        Assert.Equal(Keys(listed), loaded.Items.Select(item => item.Id));
        // What nobody defined, and other spellings, are no part of the feed's own address.
        var self = loaded.Links.Single(link => link.RelationshipType == "self").Uri.PathAndQuery;
        Assert.DoesNotContain("stranger", self, StringComparison.Ordinal);
        Assert.Equal(xml, await TextAsync(reader, self));
    }

    [Fact]
    public async Task The_library_names_the_feeds_of_what_is_on_the_page_and_home_how_to_search()
    {
        using var reader = site.Browser();

        var page = await reader.PageAsync("/case-studies?words=nurse&place=leeds&sort=newest");
        var home = await reader.PageAsync("/");
        var about = await reader.PageAsync("/about");

        Assert.Equal(
            ["/case-studies/feed?words=nurse&place=leeds", "/case-studies/feed.json?words=nurse&place=leeds"],
            page.QuerySelectorAll("link[rel=alternate]").Select(link => link.GetAttribute("href")));
        Assert.All([page, home], one => Assert.Equal("/opensearch.xml", one.QuerySelector("link[rel=search]")!.GetAttribute("href")));
        Assert.Null(about.QuerySelector("link[rel=search]"));
        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/case-studies.csv?words=nurse&place=leeds");
    }

    [Theory]
    [InlineData("/api/v1/case-studies?limit=7", "caseStudies", "id")]
    [InlineData("/api/v1/case-studies?words=nurse&limit=4&problem=referral-lost-or-refused", "caseStudies", "id")]
    [InlineData("/api/v1/promises?limit=1", "promises", "slug")]
    public async Task Next_leads_to_the_end_and_gives_each_once(string address, string list, string key)
    {
        using var reader = site.Browser();
        var whole = await reader.Client.GetFromJsonNodeAsync(address.Split('?')[0] + "?limit=100");
        List<string?> seen = [];

        for (string? next = address; next is not null;)
        {
            var page = await reader.Client.GetFromJsonNodeAsync(next);
            seen.AddRange(page[list]!.AsArray().Select(one => (string?)one![key]));
            next = (string?)page["next"] is { } on ? new Uri(on).PathAndQuery : null;
        }

        Assert.Equal(whole[list]!.AsArray().Select(one => (string?)one![key]), seen);
        Assert.NotEmpty(seen);
        Assert.Null((string?)whole["next"]);
    }

    [Fact]
    public async Task Next_leads_to_every_organisation_once()
    {
        using var reader = site.Browser();
        List<string> seen = [];

        for (string? next = "/api/v1/organisations?limit=60"; next is not null;)
        {
            var page = await reader.Client.GetFromJsonNodeAsync(next);
            seen.AddRange(page["organisations"]!.AsArray().Select(one => (string)one!["slug"]!));
            next = (string?)page["next"] is { } on ? new Uri(on).PathAndQuery : null;
        }

        Assert.Equal(await site.Get<OrganisationRegister>().All().Select(one => one.Slug).ToListAsync(), seen);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task The_files_hold_all_that_the_filter_leaves(string filter)
    {
        using var reader = site.Browser();
        var listed = await ListedAsync(reader, $"/api/v1/case-studies{filter}{(filter.Length > 0 ? '&' : '?')}limit=100");

        var rows = CsvText.Read(await TextAsync(reader, $"/case-studies.csv{filter}"), ["id", "title", "problem"], 1000);
        var lines = (await TextAsync(reader, $"/case-studies.jsonl{filter}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Empty(rows.Problems);
        Assert.Equal(Keys(listed), rows.Rows.Select(row => row["id"]));
        Assert.Equal("Referral lost or refused; No feedback to the referrer", rows.Rows[0]["problem"]);
        Assert.Equal(listed.Select(one => one!.ToJsonString()), lines.Select(line => JsonNode.Parse(line)!.ToJsonString()));
    }

    [Fact]
    public async Task Counts_and_themes_are_those_of_the_lists()
    {
        using var reader = site.Browser();
        var counts = await reader.Client.GetFromJsonNodeAsync("/api/v1/counts?place=leeds");
        var themes = (await reader.Client.GetFromJsonNodeAsync("/api/v1/themes"))["themes"]!.AsArray();

        foreach (var (facet, value) in counts["facets"]!.AsArray().SelectMany(facet => facet!["values"]!.AsArray(), (facet, value) => (facet, value)))
        {
            var name = (string)facet!["facet"]!;
            var found = await reader.Client.GetFromJsonNodeAsync(
                $"/api/v1/case-studies?{(name == "place" ? "" : "place=leeds&")}{name}={value!["slug"]}&limit=1");
            Assert.Equal((int)value["count"]!, (int)found["found"]!);
        }

        Assert.Equal(LibrarySite.Studies, (int)counts["found"]!);
        Assert.Equal(LibrarySite.Studies, (int)themes.Single(theme => (string?)theme!["slug"] == "referral-lost-or-refused")!["count"]!);
        Assert.Contains(themes, theme => (int)theme!["count"]! == 0);
    }

    [Fact]
    public async Task Every_answer_may_be_read_by_any_site_without_a_cookie_and_is_asked_for_again_by_its_tag()
    {
        using var reader = site.Browser();
        foreach (var (page, address) in (await site.PublicAddressesAsync()).Where(one => IsOurs(one.Page)))
        {
            var answer = await reader.GetAsync(address);
            Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
            if (!page.IsCached) continue;

            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            var same = await reader.Client.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
            Assert.Equal("*", Assert.Single(same.Headers.GetValues("Access-Control-Allow-Origin")));
        }
    }

    [Theory]
    [InlineData("OPTIONS", HttpStatusCode.NoContent)]
    [InlineData("POST", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", HttpStatusCode.MethodNotAllowed)]
    public async Task Only_reading_is_answered(string method, HttpStatusCode status)
    {
        using var reader = site.Browser();
        foreach (var address in (string[])["/api/v1/case-studies", "/case-studies/feed", "/case-studies.csv"])
        {
            using var request = new HttpRequestMessage(new(method), address);
            request.Headers.Add("Origin", "https://elsewhere.example");
            request.Headers.Add("Access-Control-Request-Method", method);
            var answer = await reader.Client.SendAsync(request);

            Assert.Equal(status, answer.StatusCode);
            Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
            if (status == HttpStatusCode.NoContent)
                Assert.Equal("GET, HEAD, OPTIONS", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Methods")));
            else Assert.Equal(Problem, answer.Content.Headers.ContentType!.MediaType);
        }
    }

    [Theory]
    [InlineData("/api/v1/case-studies?limit=0", "limit")]
    [InlineData("/api/v1/case-studies?limit=101", "limit")]
    [InlineData("/api/v1/case-studies?limit=many", "limit")]
    [InlineData("/api/v1/case-studies?after=nowhere", "after")]
    [InlineData("/api/v1/case-studies?area=nothing", "area")]
    [InlineData("/api/v1/case-studies?year=22026", "year")]
    [InlineData("/api/v1/case-studies?tag=nothing", "tag")]
    [InlineData("/api/v1/case-studies?words=%21", "words")]
    [InlineData("/api/v1/counts?place=atlantis", "place")]
    [InlineData("/api/v1/promises?state=perhaps", "state")]
    [InlineData("/api/v1/promises?service=nothing", "service")]
    [InlineData("/api/v1/promises?after=1", "after")]
    [InlineData("/api/v1/organisations?after=-1", "after")]
    [InlineData("/api/v1/gone?after=1-", "after")]
    [InlineData("/case-studies/feed?barrier=nothing", "barrier")]
    [InlineData("/case-studies/feed.json?changed=perhaps", "changed")]
    [InlineData("/case-studies.csv?kind=nothing", "kind")]
    [InlineData("/case-studies.jsonl?service=nothing", "service")]
    public async Task What_means_nothing_is_a_problem_that_names_it(string address, string parameter)
    {
        using var reader = site.Browser();

        var answer = await reader.GetAsync(address);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal((HttpStatusCode.BadRequest, Problem), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal((400, parameter), ((int)problem["status"]!, (string?)problem["parameter"]));
        Assert.NotEmpty((string)problem["detail"]!);
    }

    [Theory]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/case-studies/was-never-there")]
    [InlineData("/API/V1/case-studies/%FF%3Cscript%3E")]
    public async Task What_was_never_there_is_a_problem_too(string address)
    {
        using var reader = site.Browser();

        var answer = await reader.GetAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, Problem), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Whatever_is_asked_is_never_our_fault()
    {
        using var reader = site.Browser();
        string[] texts =
        [
            "\ufffe", "\u0301", "%", "'\"<>;--", "\0", new('x', 3000), "9223372036854775808", "-1", "0001-01-01", "*", "NEAR(", "١٢",
            "desk\u0001window", "abc\ufffe\u0301", "\U0001fffe a",
        ];
        List<string> wrong = [];
        var asked = 0;

        foreach (var page in PublicPages.All.Where(page => IsOurs(page) && page.Queries.Count > 0))
        {
            foreach (var text in texts.Select(Uri.EscapeDataString))
            {
                foreach (var query in page.Queries.Select(name => $"{name}={text}")
                    .Append(string.Join('&', page.Queries.Select(name => $"{name}={text}"))).Append(string.Join('&', Enumerable.Repeat($"area={text}", 30))))
                {
                    asked++;
                    var answer = await reader.GetAsync($"{page.Route}?{query}");
                    if ((int)answer.StatusCode >= 500) wrong.Add($"{page.Route}?{query}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(asked, 500, 5000);
    }

    [Fact]
    public async Task The_way_to_search_leads_to_what_it_finds()
    {
        using var reader = site.Browser();
        var described = XDocument.Parse(await TextAsync(reader, "/opensearch.xml")).Root!;
        var templates = described.Elements().Where(one => one.Name.LocalName == "Url").ToDictionary(
            one => one.Attribute("type")!.Value, one => one.Attribute("template")!.Value);

        Assert.InRange(described.Elements().Single(one => one.Name.LocalName == "ShortName").Value.Length, 1, 16);
        foreach (var type in (string[])["text/html", "application/atom+xml"])
        {
            var answer = await reader.GetAsync(new Uri(templates[type].Replace("{searchTerms}", "nurse", StringComparison.Ordinal)).PathAndQuery);
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Contains("Case number", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static bool IsOurs(PublicPage page) => page.Route.StartsWith("/api/", StringComparison.Ordinal)
        || (page.Route.StartsWith("/case-studies", StringComparison.Ordinal) && !page.ForPeople);

    private static IEnumerable<string?> Keys(JsonArray listed) => listed.Select(one => (string?)one!["id"]);

    private static async Task<JsonArray> ListedAsync(TestBrowser reader, string address)
    {
        var listed = (await reader.Client.GetFromJsonNodeAsync(address))["caseStudies"]!.AsArray();
        Assert.NotEmpty(listed);
        return listed;
    }

    private static Task<string> TextAsync(TestBrowser reader, string address) => reader.Client.GetStringAsync(new Uri(address, UriKind.Relative));
}

internal static class JsonAnswers
{
    public static async Task<JsonNode> GetFromJsonNodeAsync(this HttpClient client, string address) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative)))!;
}
