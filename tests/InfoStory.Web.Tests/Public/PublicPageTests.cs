using System.Globalization;
using System.Net;
using System.Xml.Linq;
using InfoStory.Web.Http;

namespace InfoStory.Web.Tests.Public;

/// <summary>What readers, search engines and feed readers get.</summary>
[Collection(nameof(LibrarySite))]
public sealed class PublicPageTests(LibrarySite site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static TheoryData<string> ForPeople => [.. PublicPages.All.Where(page => page.ForPeople).Select(page => page.Route)];

    [Theory, MemberData(nameof(ForPeople))]
    public async Task A_public_page_says_what_it_is_where_it_lives_and_how_it_reads_when_shared(string route)
    {
        var path = (await site.PublicAddressesAsync()).Single(one => one.Page.Route == route).Address;
        using var reader = site.Browser();

        var head = (await reader.PageAsync(path + "?utm_source=x")).Head!;

        string? meta(string name) => head.QuerySelector($"meta[name='{name}'], meta[property='{name}']")?.GetAttribute("content");
        var title = head.QuerySelector("title")!.TextContent;
        Assert.Equal($"https://localhost{path}", head.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal($"https://localhost{path}", meta("og:url"));
        Assert.EndsWith(" – InfoStory", title, StringComparison.Ordinal);
        Assert.Equal(title, $"{meta("og:title")} – InfoStory");
        Assert.InRange(meta("description")!.Length, 10, 300);
        Assert.Equal(meta("description"), meta("og:description"));
        Assert.Null(meta("robots"));
    }

    [Theory]
    [InlineData("/share/story")]
    [InlineData("/my-story")]
    [InlineData("/sign-in")]
    [InlineData("/nothing")]
    [InlineData("/case-studies?words=nurse")]
    public async Task A_page_that_is_not_for_search_engines_says_so(string path)
    {
        using var reader = site.Browser();

        var head = (await TestBrowser.DocumentAsync(await reader.GetAsync(path))).Head!;

        Assert.Equal("noindex", head.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(head.QuerySelector("link[rel=canonical]"));
    }

    [Fact]
    public async Task The_library_shows_every_case_study_once_newest_first_by_following_next()
    {
        using var reader = site.Browser();
        List<string> titles = [];
        var pages = 0;

        for (var path = "/case-studies"; path is not null; pages++)
        {
            var page = await reader.PageAsync(path);
            titles.AddRange(page.QuerySelectorAll(".info-cards h3, .info-cards h2").Select(title => title.TextContent.Trim()));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(2, pages);
        Assert.Equal(Enumerable.Range(1, LibrarySite.Studies).Reverse().Select(number => $"Case number {number}"), titles);
    }

    [Theory]
    [InlineData("/case-studies?words=nurse", 20)]
    [InlineData("/case-studies?words=nurse&page=2", 5)]
    [InlineData("/case-studies?words=\"nurse rang\"&kind=failed&problem=referral-lost-or-refused&service=housing&place=leeds", 20)]
    [InlineData("/case-studies?words=nothing-like-it", 0)]
    [InlineData("/case-studies?words=%ff%fe", 0)]
    [InlineData("/case-studies?kind=worked", 0)]
    [InlineData("/case-studies?place=england", 20)]
    public async Task Search_and_filters_find_what_they_should(string path, int found)
    {
        using var reader = site.Browser();

        var page = await reader.PageAsync(path);

        Assert.Equal(found, page.QuerySelectorAll(".info-cards > li").Length);
        if (found > 0 && path.Contains("words", StringComparison.Ordinal))
            Assert.Contains("nurse", page.QuerySelector(".info-cards mark")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("words=%22%22")]
    [InlineData("kind=nothing")]
    [InlineData("service=nothing")]
    [InlineData("words=nurse&service=no-such-thing")]
    [InlineData("answered=no")]
    [InlineData("year=20266")]
    [InlineData("sort=size")]
    [InlineData("place=atlantis")]
    [InlineData("tag=%00")]
    [InlineData("after=nothing")]
    [InlineData("after=99999999999999999999-1")]
    [InlineData("page=0")]
    [InlineData("words=nurse&page=51")]
    [InlineData("page=-1")]
    public async Task An_address_that_means_nothing_is_refused_with_a_sentence(string query)
    {
        using var reader = site.Browser();

        var answer = await reader.GetAsync("/case-studies?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await TestBrowser.DocumentAsync(answer)).QuerySelector(".govuk-error-summary__list li")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_feed_is_valid_atom_and_names_the_newest_twenty()
    {
        using var reader = site.Browser();

        var answer = await reader.GetAsync("/case-studies/feed");
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("application/atom+xml; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal(
            "https://localhost/case-studies/feed",
            feed.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(20, entries.Count);
        Assert.Equal("Case number 25", entries[0].Element(Atom + "title")!.Value);
        Assert.All(entries.Prepend(feed), element =>
        {
            Assert.True(Uri.IsWellFormedUriString(element.Element(Atom + "id")!.Value, UriKind.Absolute));
            Assert.NotEmpty(element.Element(Atom + "title")!.Value);
            Assert.True(DateTimeOffset.TryParseExact(
                element.Element(Atom + "updated")!.Value, ["yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ"],
                CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        });
        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
    }

    [Fact]
    public async Task The_sitemap_names_pages_that_are_there_and_robots_names_the_sitemap()
    {
        using var reader = site.Browser();

        var places = XDocument.Parse(await reader.Client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)))
            .Root!.Elements(Sitemap + "url").Select(url => url.Element(Sitemap + "loc")!.Value).ToList();
        var robots = await reader.Client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative));

        var alone = PublicPages.All.Where(page => page.ForPeople && !page.Route.Contains('{', StringComparison.Ordinal)).Select(page => page.Route);
        Assert.Superset(alone.Select(route => $"https://localhost{route}").ToHashSet(), places.ToHashSet());
        Assert.Equal(LibrarySite.Studies, places.Distinct().Count(place => place.Contains("/case-studies/", StringComparison.Ordinal)));
        Assert.Contains("https://localhost/campaigns/in-the-library", places);
        foreach (var place in places) Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(new Uri(place).PathAndQuery)).StatusCode);
        Assert.Contains("Sitemap: https://localhost/sitemap.xml\n", robots, StringComparison.Ordinal);
        Assert.Contains("Disallow: /moderation\n", robots, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nothing", 404, "We cannot find that page")]
    [InlineData("/case-studies/nothing", 404, "We cannot find that page")]
    [InlineData("/error/403", 403, "You cannot open this page")]
    [InlineData("/error/500", 500, "Sorry, we have left you hanging")]
    [InlineData("/error/200", 404, "We cannot find that page")]
    public async Task A_page_that_is_not_there_is_kind(string path, int status, string heading)
    {
        using var reader = site.Browser();

        var answer = await reader.GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(heading, (await TestBrowser.DocumentAsync(answer)).QuerySelector("h1")!.TextContent);
    }
}
