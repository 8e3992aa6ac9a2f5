using System.Globalization;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Insight.Impact;
using InfoStory.Web.Tests.RateLimiting;

namespace InfoStory.Web.Tests.Public;

/// <summary>What /impact shows: counts in fives, from five up, right within a minute in every process, and the same in the file.</summary>
public sealed class ImpactPageTests(AbuseSite site) : IClassFixture<AbuseSite>
{
    [Fact]
    public async Task The_numbers_are_right_within_a_minute_in_every_process_and_no_other_page_is_made_anew()
    {
        using var beside = site.Beside();
        using var sql = new SqlWatch(site.File);
        TestBrowser[] readers = [site.Browser(), beside.Browser()];
        List<string> before = [];
        foreach (var reader in readers) before.Add((await reader.PageAsync("/impact")).QuerySelector("main")!.TextContent);
        foreach (var reader in readers) await reader.PageAsync("/promises");
        for (var number = 0; number < 7; number++) await site.Given(A.Story());

        await site.Get<ImpactCounting>().FoldAsync(default);
        site.Clock.Advance(TimeSpan.FromSeconds(35));

        foreach (var reader in readers)
        {
            var page = await reader.PageAsync("/impact");
            Assert.Contains("at least 5", page.QuerySelector("table tbody tr")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("5+", page.QuerySelector("section[aria-labelledby=heard] tbody td")!.TextContent);
            Assert.Null(page.QuerySelector("svg.info-chart"));
            foreach (var part in (string[])["main", "footer"])
                Assert.All((string[])["/promises", "/organisations"], address => Assert.NotNull(page.QuerySelector($"{part} a[href='{address}']")));
            Assert.Contains(
                "There is a chart once 3 months have a number of 5 or more.", page.QuerySelector("section[aria-labelledby=heard]")!.TextContent,
                StringComparison.Ordinal);
        }

        sql.Take();
        foreach (var reader in readers) await reader.PageAsync("/promises");
        Assert.DoesNotContain(sql.Take(), statement => statement.Sql.Contains("Promises", StringComparison.Ordinal));
        Assert.All(before, text => Assert.Contains("There is nothing to show yet", text, StringComparison.Ordinal));

        var file = await readers[0].Client.GetStringAsync(new Uri("/impact.csv", UriKind.Relative));
        Assert.Contains("\r\nheard,2026-11,5,,,\r\n", file, StringComparison.Ordinal);
        Assert.All(
            file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[2]).Where(number => number.Length > 0),
            number => Assert.Equal(0, int.Parse(number, CultureInfo.InvariantCulture) % SmallNumbers.Least));
        Assert.DoesNotContain(",7,", file, StringComparison.Ordinal);

        using var desk = await site.SignedIn(Roles.Publisher);
        var exact = (await desk.PageAsync("/moderation/impact")).QuerySelectorAll("tbody tr")
            .First(row => row.TextContent.Contains("Stories heard", StringComparison.Ordinal));
        Assert.Equal("7", exact.QuerySelector("td")!.TextContent);
        foreach (var reader in readers) reader.Dispose();
        await ThreeMonthsAreDrawnAsync();
    }

    private async Task ThreeMonthsAreDrawnAsync()
    {
        foreach (var days in (int[])[14, 31])
        {
            site.Clock.Advance(TimeSpan.FromDays(days));
            for (var number = 0; number < 5; number++) await site.Given(A.Story());
        }

        await site.Get<ImpactCounting>().FoldAsync(default);
        site.Clock.Advance(TimeSpan.FromSeconds(35));
        using var reader = site.Browser();
        var page = await reader.PageAsync("/impact");
        var (heard, desc) = (page.QuerySelector("section[aria-labelledby=heard] svg")!, page.QuerySelector("section[aria-labelledby=heard]")!.TextContent);

        Assert.All(heard.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(page.GetElementById(id)!.TextContent));
        Assert.DoesNotContain("There is a chart once", desc, StringComparison.Ordinal);
    }
}
