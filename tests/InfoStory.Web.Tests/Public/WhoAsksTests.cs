using System.Text.Json;

namespace InfoStory.Web.Tests.Public;

/// <summary>Which body asks for stories, as the settings say.</summary>
public sealed class WhoAsksTests
{
    [Fact]
    public async Task About_and_privacy_name_the_body_with_its_address_and_contact_and_every_page_names_it_at_its_foot()
    {
        using var site = new TestSite();
        using var reader = site.Browser();

        foreach (var path in new[] { "/about", "/privacy" })
        {
            var page = (await reader.PageAsync(path)).QuerySelector("main")!;
            Assert.Contains("Office of the Tests runs this site and is responsible for what you tell us.", page.TextContent, StringComparison.Ordinal);
            Assert.Contains("2 Proof Road, Testham", page.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("a[href='mailto:office@example.org']"));
            Assert.NotNull(page.QuerySelector("a[href='tel:01632960002']"));
        }

        Assert.Contains("Run by Office of the Tests", (await reader.PageAsync("/my-story")).QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_nobody_has_named_is_said_to_be_missing_and_none_is_made_up()
    {
        using var site = new NamelessSite();
        using var reader = site.Browser();

        var about = await reader.PageAsync("/about");
        var health = JsonDocument.Parse(await (await reader.GetAsync("/health/ready")).Content.ReadAsStringAsync()).RootElement;

        var said = about.QuerySelector("main")!.TextContent;
        Assert.Contains("The public body that runs this site has not given its name and address here yet.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Run by", about.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        var check = health.GetProperty("checks").GetProperty("body");
        Assert.Equal(("Degraded", false), (check.GetProperty("status").GetString(), check.GetProperty("data").GetProperty("named").GetBoolean()));
    }

    private sealed class NamelessSite : TestSite
    {
        protected override IReadOnlyDictionary<string, string> Body { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
    }
}
