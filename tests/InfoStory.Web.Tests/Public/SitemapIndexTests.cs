using System.Globalization;
using System.Net;
using System.Xml.Linq;
using InfoStory.Web.Tests.Access;
using Microsoft.AspNetCore.Hosting;

namespace InfoStory.Web.Tests.Public;

/// <summary>A site whose sitemaps hold as many addresses as sitemaps.org allows, if that were sixteen.</summary>
public sealed class SmallSitemapSite : TestSite
{
    public const int Size = 16;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Site:SitemapSize", $"{Size}");
    }
}

public sealed class SitemapIndexTests(SmallSitemapSite site) : IClassFixture<SmallSitemapSite>
{
    private const string Folder = "/case-studies/";

    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Past_its_limit_the_sitemap_is_an_index_whose_pages_name_everything_once()
    {
        for (var number = 0; number < SmallSitemapSite.Size + 2; number++) await site.Given(A.Story().Titled($"Study {number}").Published());
        using var reader = site.Browser();

        var index = await PlacesAsync("/sitemap.xml", "sitemap");
        List<IReadOnlyList<string>> pages = [];
        foreach (var page in index) pages.Add(await PlacesAsync(new Uri(page).PathAndQuery, "url"));

        Assert.Equal(3, index.Distinct().Count(page => int.Parse(page.Split("/sitemap.xml?page=")[^1], CultureInfo.InvariantCulture) > 0));
        Assert.All(pages, page => Assert.InRange(page.Count, 1, SmallSitemapSite.Size));
        var all = pages.SelectMany(page => page).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Contains("https://localhost/about", all);
        Assert.Equal(SmallSitemapSite.Size + 2, all.Count(place => place.Contains("/case-studies/study-", StringComparison.Ordinal)));
        foreach (var wrong in (string[])["0", "9999", "-1", "x", "99999999999", "01", "3", "5"])
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/sitemap.xml?page={wrong}")).StatusCode);

        async Task<IReadOnlyList<string>> PlacesAsync(string path, string kind) =>
            [.. XDocument.Parse(await reader.Client.GetStringAsync(new Uri(path, UriKind.Relative))).Root!.Elements(Schema + kind)
                .Select(one => one.Element(Schema + "loc")!.Value)];
    }

    /// <summary>Every address below /case-studies that is a page of ours: a new one is walked by itself.</summary>
    [Fact]
    public async Task A_case_study_called_as_a_page_of_ours_is_read_at_its_own_address_and_the_page_of_ours_at_its()
    {
        using var reader = site.Browser();
        var ours = (await Doors.OfAsync(site)).Where(door => door.Method == "GET").Select(door => door.Route)
            .Where(route => route.StartsWith(Folder, StringComparison.Ordinal) && !route.Contains('{', StringComparison.Ordinal)).Distinct().ToList();

        foreach (var word in ours.Select(route => route[Folder.Length..]))
        {
            var before = await reader.Client.GetStringAsync(new Uri(Folder + word, UriKind.Relative));
            foreach (var title in (string[])[word, word.ToUpperInvariant(), char.ToUpperInvariant(word[0]) + word[1..]])
            {
                var story = await site.Given(A.Story().Titled(title).Published());

                var page = await reader.PageAsync(Folder + story.Slug);

                Assert.NotEqual(word, story.Slug);
                Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
            }

            var after = await reader.GetAsync(Folder + word.ToUpperInvariant());
            Assert.Equal(before[..40], (await after.Content.ReadAsStringAsync())[..40]);
        }

        Assert.Contains(Folder + "feed", ours);
    }
}
