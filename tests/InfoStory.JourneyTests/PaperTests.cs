using System.Text;
using System.Text.Json.Nodes;
using InfoStory.CaseStudies;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>The site with its demonstration content.</summary>
public sealed class DemonstrationStage() : Stage(new DemonstrationSite());

/// <summary>What comes out of a printer: A4, as Chromium prints it.</summary>
public sealed class PaperTests(DemonstrationStage stage) : IClassFixture<DemonstrationStage>
{
    [Fact]
    public async Task Every_case_study_is_two_sheets_at_most_with_its_address_and_nothing_of_the_screen_and_five_are_a_brief_of_two()
    {
        var reader = await stage.VisitorAsync();
        List<string> wrong = [];
        var slugs = await stage.Site.Get<Library>().Sitemap().Select(study => study.Slug).ToListAsync();
        foreach (var path in slugs.Select(slug => $"/case-studies/{slug}").Append("/brief"))
        {
            await reader.GoAsync(path);
            var sheets = await PrintAsync(reader);
            if (sheets is not (1 or 2)) wrong.Add($"{path}: {sheets} sheets");
            wrong.AddRange((await SeenAsync(reader)).Select(one => $"{path}: {one}"));
            await Assertions.Expect(reader.Page.GetByText(path == "/brief" ? $"/case-studies/{slugs[0]}" : path).First).ToBeVisibleAsync();
        }

        Assert.True(slugs.Count >= 5);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_list_that_is_printed_says_where_it_is_and_of_which_day_it_is()
    {
        var reader = await stage.VisitorAsync();
        await reader.GoAsync("/case-studies?words=hospital");
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var printed = await reader.Page.Locator(".info-printed").InnerTextAsync();

        Assert.Matches("/case-studies\\?words=hospital, as of \\d+ [A-Z][a-z]+ \\d{4}$", printed);
    }

    [Fact]
    public async Task Whatever_the_API_gives_as_an_example_finds_something_here()
    {
        var reader = await stage.VisitorAsync();
        async Task<JsonNode> ReadAsync(string address) =>
            JsonNode.Parse(await (await reader.Page.APIRequest.GetAsync(new Uri(stage.Site.Url, address).ToString())).TextAsync())!;
        List<string> empty = [];
        foreach (var (path, item) in (await ReadAsync("/api/v1/openapi.json"))["paths"]!.AsObject())
        {
            foreach (var parameter in item!["get"]!["parameters"]?.AsArray() ?? [])
            {
                if ((string?)parameter!["in"] != "query" || (string?)parameter["name"] is "after") continue;

                var example = parameter["example"] is JsonArray some ? some[0] : parameter["example"];
                var address = $"{path}?{parameter["name"]}={Uri.EscapeDataString(example!.ToString())}";
                var answer = await ReadAsync(address);
                if ((answer["found"]?.GetValue<int>() ?? answer.AsObject().First().Value!.AsArray().Count) == 0 && path != "/api/v1/gone") empty.Add(address);
            }
        }

        Assert.Empty(empty);
    }

    private static async Task<int> PrintAsync(Visitor reader)
    {
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var paper = Encoding.Latin1.GetString(await reader.Page.PdfAsync(new() { PreferCSSPageSize = true, Format = "A4" }));
        return paper.Split("/Type /Page\n").Length - 1;
    }

    /// <summary>What is of no use on paper and is seen there.</summary>
    private static async Task<string[]> SeenAsync(Visitor reader) => await reader.Page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('.info-header, .info-footer, nav, form, button, summary, input, .govuk-back-link, #related, .info-call')]"
        + ".filter(one => one.getClientRects().length > 0).map(one => one.outerHTML.slice(0, 80))");
}
