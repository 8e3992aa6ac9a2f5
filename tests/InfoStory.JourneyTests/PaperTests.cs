using System.Text;
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
