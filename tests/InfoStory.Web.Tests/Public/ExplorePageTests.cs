using System.Globalization;
using System.Net;
using InfoStory.CaseStudies.Finding;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.Explore;

namespace InfoStory.Web.Tests.Public;

/// <summary>What /explore shows: numbers that their links find, hand-offs in fives, and the same in the files.</summary>
public sealed class ExplorePageTests(ExploreSite site) : IClassFixture<ExploreSite>
{
    [Theory]
    [InlineData("/explore")]
    [InlineData("/explore/themes/referral-lost-or-refused")]
    [InlineData("/explore/themes/hospital-discharge")]
    [InlineData("/explore/services/housing")]
    [InlineData("/explore/places/leeds")]
    [InlineData("/explore/places/yorkshire-and-the-humber")]
    [InlineData("/explore/barriers")]
    public async Task Every_number_is_how_many_its_link_finds(string address)
    {
        using var reader = site.Browser();
        var page = await reader.PageAsync(address);
        var numbers = page.QuerySelectorAll("main tr").Select(row => (Link: row.QuerySelector("a"), Number: row.QuerySelector("td")?.TextContent))
            .Concat(page.QuerySelectorAll("main td a").Select(link => (Link: (AngleSharp.Dom.IElement?)link, Number: (string?)link.TextContent)))
            .Where(row => row.Link is not null && row.Number is not null && !row.Number.EndsWith('+')).ToList();

        Assert.NotEmpty(numbers);
        foreach (var (link, number) in numbers)
        {
            var at = link!.GetAttribute("href")!;
            if (at.StartsWith("/explore/", StringComparison.Ordinal))
                at = (await reader.PageAsync(at)).QuerySelector("main table a")!.GetAttribute("href")!;
            var found = (await reader.PageAsync(at)).QuerySelector(".info-results__count strong")!.TextContent;
            Assert.Equal(number, found.Split(' ')[0]);
        }
    }

    [Fact]
    public async Task Hand_offs_are_in_fives_in_the_table_the_chart_and_the_file()
    {
        using var reader = site.Browser();
        var page = await reader.PageAsync(HandOffsModel.Path);
        var row = page.QuerySelectorAll(".info-matrix tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "Housing");
        var file = await reader.Client.GetStringAsync(new Uri("/explore/handoffs.csv", UriKind.Relative));

        Assert.Equal("10+", row.QuerySelector("td[class^=info-shade]")!.TextContent);
        Assert.Equal(["From", "Police", "Any service"], page.QuerySelectorAll(".info-matrix thead th").Select(cell => cell.TextContent));
        Assert.Contains("\r\n,housing,police,10,\r\n", file, StringComparison.Ordinal);
        Assert.All(
            file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1),
            line => Assert.Equal(0, int.Parse(line.Split(',')[3], CultureInfo.InvariantCulture) % 5));
        var region = page.QuerySelector("[role=region]")!;
        Assert.Equal("0", region.GetAttribute("tabindex"));
        Assert.NotNull(page.GetElementById(region.GetAttribute("aria-labelledby")!));

        var service = await reader.PageAsync("/explore/services/police");
        Assert.Contains("Who sent people on to Police", service.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_picture_has_its_name_and_its_table_before_it()
    {
        using var reader = site.Browser();
        var pictures = 0;
        foreach (var address in (string[])["/explore", "/explore/handoffs", "/explore/barriers", "/explore/services/housing", "/explore/places/leeds"])
        {
            var page = await reader.PageAsync(address);
            foreach (var picture in page.QuerySelectorAll("main svg[role=img]"))
            {
                pictures++;
                Assert.All(picture.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(page.GetElementById(id)!.TextContent));
                Assert.True(
                    page.QuerySelectorAll("main table, main svg[role=img]").ToList() is var all && all.FindIndex(one => one == picture) > 0, address);
            }

            Assert.Empty(page.QuerySelectorAll("main [style]"));
            Assert.NotNull(page.QuerySelector("main a[href*='.csv']"));
        }

        Assert.True(pictures >= 2, $"{pictures} pictures");
    }

    [Fact]
    public async Task Every_region_has_a_tile()
    {
        var terms = await site.Get<LibraryFinder>().TermsAsync(default);

        Assert.Equal(
            ExploreSubject.Regions(terms).Select(place => place.Slug).Order(StringComparer.Ordinal), RegionMap.Slugs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_any_spelling_leads_to_one_page()
    {
        using var reader = site.Browser();
        foreach (var address in (string[])["/explore/themes/none", "/explore/themes/housing", "/explore/services/leeds", "/explore/handoffs?year=1999",
            "/explore/figures.csv?theme=none"])
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/explore/SERVICES/Housing")).StatusCode);
    }

    [Fact]
    public async Task The_file_of_a_subject_has_all_its_values()
    {
        using var reader = site.Browser();
        var file = await reader.Client.GetStringAsync(new Uri("/explore/figures.csv?service=housing", UriKind.Relative));
        var all = await reader.Client.GetStringAsync(new Uri("/explore/figures.csv", UriKind.Relative));

        Assert.StartsWith("facet,value,name,case_studies\r\nall,,Housing,", file, StringComparison.Ordinal);
        Assert.Contains("\r\nplace,leeds,Leeds,", file, StringComparison.Ordinal);
        Assert.Contains("\r\nservice,housing,Housing,", all, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nservice,", file, StringComparison.Ordinal);
    }
}

/// <summary>A site whose numbers are taken back while it is read.</summary>
public sealed class ExploreGoneTests(ExploreSite site) : IClassFixture<ExploreSite>
{
    [Fact]
    public async Task What_is_taken_back_leaves_every_table_at_once_in_every_process()
    {
        using var beside = site.Beside();
        TestBrowser[] readers = [site.Browser(), beside.Browser()];
        foreach (var reader in readers) await reader.PageAsync(HandOffsModel.Path);

        // From 14 down to 9 of 13: less than a ten is left.
        foreach (var story in site.Told.Take(5)) await site.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        foreach (var reader in readers)
        {
            await (reader == readers[0] ? site.Get<EditionWatch>() : beside.Get<EditionWatch>()).WaitUntilKnownAsync(default);
            var page = await reader.PageAsync(HandOffsModel.Path);
            Assert.Equal("5+", page.QuerySelector(".info-matrix tbody tr td[class^=info-shade]")!.TextContent);
            reader.Dispose();
        }
    }
}

/// <summary>A site with 18 public case studies, 14 of which draw a hand-off from Housing to Police.</summary>
public sealed class ExploreSite : TestSite, IAsyncLifetime
{
    public List<GivenStory> Told { get; } = [];

    public async Task InitializeAsync()
    {
        for (var number = 0; number < 14; number++)
        {
            Told.Add(await Given(A.Story().Titled($"Case {number}").About("Housing", number % 2 == 0 ? "Leeds" : "Cornwall").HandedOn("Housing", "Police")
                .Tagged("Referral lost or refused", number % 3 == 0 ? "Trust" : "Staff", "Co-location").Published()));
        }

        for (var number = 0; number < 4; number++)
            await Given(A.Story().Titled($"Other {number}").About("Police", "Cardiff").Tagged("Hospital discharge", "Trust", "Time", "Lead worker")
                .Kind(StoryKind.Failed).HandedOn("Police", "Housing").Published());
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;
}
