using System.Net;
using InfoStory.Data.Access;
using InfoStory.Web.Http;
using InfoStory.Web.Tests.BadInput;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>What makes a case study evidence, on the page that it is written on and on the one that everyone reads.</summary>
public sealed class EvidencePageTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly Dictionary<string, string> Figure = new()
    {
        ["Form.Figures[0].For"] = "Staff",
        ["Form.Figures[0].What"] = "Calls",
        ["Form.Figures[0].After"] = "2",
        ["Form.Figures[0].Unit"] = "calls",
        ["Form.Figures[0].Period"] = "in May",
        ["Form.Figures[0].Source"] = "The ward",
    };

    [Fact]
    public async Task A_figure_is_a_row_and_one_more_is_always_there_until_there_are_eight()
    {
        var edit = await BeginAsync(A.Story().Titled("Rows").Ready());
        using var publisher = await site.SignedIn(Roles.Publisher);
        var begun = await publisher.PageAsync(edit);

        await publisher.DoAsync(edit, Figure, "Save");
        var saved = await publisher.PageAsync(edit);
        await publisher.DoAsync(edit, Figure.ToDictionary(field => field.Key, field => field.Value == "Staff" ? field.Value : ""), "Save");
        var emptied = await publisher.PageAsync(edit);

        Assert.Equal([1, 2, 1], new[] { begun, saved, emptied }.Select(page => page.QuerySelectorAll(".desk-figure").Length));
        Assert.Equal("calls", saved.Field("Form.Figures[0].Unit"));
        Assert.Equal(3, begun.QuerySelectorAll("[name^='Form.Quotes']").Length);
    }

    [Fact]
    public async Task What_is_missing_stands_beside_its_box_and_nothing_typed_is_lost()
    {
        var edit = await BeginAsync(A.Story().Titled("Missing").Ready());
        using var publisher = await site.SignedIn(Roles.Publisher);

        var refused = await publisher.SubmitAsync(
            edit, new() { ["Form.Figures[0].What"] = "Calls", ["Form.Figures[0].After"] = "some", ["Form.Quotes[1]"] = "Not told" }, "Save");

        var page = await TestBrowser.DocumentAsync(refused);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("some", page.Field("Form.Figures[0].After"));
        foreach (var box in (string[])["form-figures-0--after", "form-figures-0--unit", "form-figures-0--source", "form-quotes-1-"])
            Assert.NotNull(page.QuerySelector($".govuk-form-group--error #{box}"));
    }

    [Fact]
    public async Task How_often_it_was_told_is_shown_until_its_box_is_emptied()
    {
        var edit = await BeginAsync(A.Story().Titled("Told").HandedOn("Housing", "Police").Ready());
        using var publisher = await site.SignedIn(Roles.Publisher);
        var begun = await publisher.PageAsync(edit);

        await publisher.DoAsync(edit, new() { ["Form.HandOffsOf"] = "" }, "Save");

        Assert.NotNull(begun.QuerySelector("[name='Form.HandOffsOf'][type=checkbox]")!.GetAttribute("checked"));
        Assert.Null((await publisher.PageAsync(edit)).QuerySelector("[name='Form.HandOffsOf'][type=checkbox]")!.GetAttribute("checked"));
    }

    [Fact]
    public async Task The_address_of_what_was_taken_down_says_why()
    {
        var story = await site.Given(A.Story().Titled("Taken down").Published());
        using var publisher = await site.SignedIn(Roles.Publisher);
        await publisher.DoAsync(
            $"/moderation/case-studies/{story.CaseStudy}", new() { ["Form.TakenDownWhy"] = "OutOfDate", ["Form.TakenDownWords"] = "The ward has moved." },
            "Unpublish");
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);
        using var reader = site.Browser();

        var gone = await reader.GetAsync($"/case-studies/{story.Slug}");

        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("because it was out of date. The ward has moved.", (await TestBrowser.DocumentAsync(gone)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_taken_down_before_somebody_says_what_everyone_reads_and_what_was_typed_stays()
    {
        var story = await site.Given(A.Story().Titled("Still up").Published());
        var edit = $"/moderation/case-studies/{story.CaseStudy}";
        using var publisher = await site.SignedIn(Roles.Publisher);

        var before = await publisher.PageAsync(edit);
        var answer = await publisher.SubmitAsync(edit, new() { ["Form.Learning"] = "Ask once.", ["Form.TakenDownWords"] = "The ward has moved." }, "Unpublish");
        var page = await TestBrowser.DocumentAsync(answer);
        var reasons = page.QuerySelector("[name='Form.TakenDownWhy']")!.Closest(".govuk-form-group")!;

        Assert.Empty(before.QuerySelectorAll("[name='Form.TakenDownWhy'][checked]"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Choose what everyone reads at its address", reasons.QuerySelector(".govuk-error-message")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(reasons.Closest("details")!.GetAttribute("open"));
        Assert.Equal("Ask once.", page.QuerySelector("#form-learning")!.TextContent.Trim());
        Assert.Equal("The ward has moved.", page.QuerySelector("[name='Form.TakenDownWords']")!.GetAttribute("value"));
        using var reader = site.Browser();
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/case-studies/{story.Slug}")).StatusCode);
    }

    private async Task<string> BeginAsync(StoryBuilder story)
    {
        using var publisher = await site.SignedIn(Roles.Publisher);
        return (await publisher.SubmitAsync($"/moderation/stories/{(await site.Given(story)).Reference}", [], "Start")).Headers.Location!.OriginalString;
    }
}
