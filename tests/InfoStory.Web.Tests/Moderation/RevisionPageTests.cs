using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using InfoStory.Data.Access;
using InfoStory.Web.Tests.BadInput;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>Former words of a case study beside those of now, and brought back through the editor.</summary>
public sealed class RevisionPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_list_says_when_by_whom_and_what_changed_newest_first()
    {
        var (edit, publisher) = await BegunAsync("Calls of a kakapo", "lists@example.org");
        using var _ = publisher;
        await publisher.DoAsync(edit, new() { ["Form.Learning"] = "Ask once.", ["Form.Barrier"] = "Nobody’s job." }, "Save");

        var rows = (await publisher.PageAsync($"{edit}/revisions")).QuerySelectorAll("tbody tr");

        Assert.Equal(["Revision 2 Saved now Never public", "Revision 1 Never public"], rows.Select(row => row.QuerySelector("th")!.Words()));
        Assert.Equal(["What stood in the way, What others can learn", "Where revisions begin"], rows.Select(row => row.Children[3].TextContent));
        Assert.Equal(["you", "you"], rows.Select(row => row.Children[2].TextContent));
        Assert.Equal("24 Nov 2026 at 10:00", rows[0].QuerySelector("time")!.TextContent);
        Assert.Contains("Revisions", (await publisher.PageAsync(edit)).QuerySelector(".desk-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_stands_beside_what_is_saved_now_section_by_section_and_comes_back()
    {
        var (edit, publisher) = await BegunAsync("Calls of a weka", "restores@example.org");
        using var _ = publisher;
        Dictionary<string, string> figure = new()
        {
            ["Form.Figures[0].For"] = "Person",
            ["Form.Figures[0].What"] = "Wait",
            ["Form.Figures[0].After"] = "2",
            ["Form.Figures[0].Unit"] = "days",
            ["Form.Figures[0].Period"] = "2026",
            ["Form.Figures[0].Source"] = "The ward",
        };
        await publisher.DoAsync(edit, new(figure) { ["Form.Learning"] = "Ask the ward once." }, "Save");
        await publisher.DoAsync(edit, new() { ["Form.Learning"] = "Ask the ward twice.", ["Form.Figures[0].What"] = "Wait for a bed" }, "Save");

        var revision = $"{edit}/revisions/2";
        var page = await publisher.PageAsync(revision);
        var opened = await OpenedAsync(publisher, page);
        await publisher.DoAsync(opened, edit, [], "Save");
        var after = await publisher.PageAsync(edit);
        var newest = (await publisher.PageAsync($"{edit}/revisions")).QuerySelector("tbody tr")!;

        Assert.Equal(["What others can learn", "Figures"], page.QuerySelectorAll("main h2").Select(heading => heading.TextContent));
        Assert.Contains("once.", page.QuerySelector("del .govuk-visually-hidden")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("twice.", page.QuerySelector("ins .govuk-visually-hidden")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The same then and now: Title, Summary, The story", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ask the ward once.", after.Field("Form.Learning"));
        Assert.Equal("Wait", after.Field("Form.Figures[0].What"));
        Assert.StartsWith("Revision 4 Saved now", newest.QuerySelector("th")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("Revision 2 restored: What others can learn, Figures", newest.Children[3].TextContent);
        Assert.Contains("These are the words that are saved now", (await publisher.PageAsync(revision)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Former_words_of_a_published_one_are_put_into_the_boxes_and_what_may_not_be_public_is_refused_there()
    {
        var (edit, publisher) = await BegunAsync("Calls of a takahe", "refused@example.org");
        using var _ = publisher;
        await publisher.DoAsync(edit, new() { ["Form.Learning"] = "Ring 07700 900123." }, "Save");
        await publisher.DoAsync(edit, new Dictionary<string, string> { ["Form.Learning"] = "" }.Answered(), "Publish");

        var revision = await publisher.PageAsync($"{edit}/revisions/2");
        var opened = await OpenedAsync(publisher, revision);
        var answer = await publisher.SubmitAsync(opened, edit, new Dictionary<string, string>().Answered(), "Save");
        var page = await TestBrowser.DocumentAsync(answer);
        var mended = await publisher.SubmitAsync(
            page, edit, new Dictionary<string, string> { ["Form.Learning"] = "Ring the ward." }.Answered(), "Save");
        var next = $"{int.Parse(page.Field("Form.Revision")!, CultureInfo.InvariantCulture) + 1}";
        await publisher.DoAsync(
            page, edit, new Dictionary<string, string> { ["Form.Learning"] = "Ring the ward.", ["Form.Revision"] = next }.Answered(), "Save");

        Assert.Null(opened.QuerySelector(".govuk-error-summary"));
        Assert.Contains("It was never public.", revision.Body!.TextContent, StringComparison.Ordinal);
        Assert.All([opened, page], one => Assert.Contains("They may never have been public.", one.Body!.TextContent, StringComparison.Ordinal));
        Assert.Contains("Answer whether somebody could find out who this is, then publish", opened.Body!.Words(), StringComparison.Ordinal);
        Assert.NotNull(opened.QuerySelector("section[aria-labelledby=intruder] details")!.GetAttribute("open"));
        Assert.Equal("Ring 07700 900123.", opened.Field("Form.Learning"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Ring 07700 900123.", page.Field("Form.Learning"));
        Assert.Contains("There is a problem", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
        // What was published before nobody saw said.
        Assert.Equal("✓ Saved", (await publisher.PageAsync(edit)).QuerySelector(".desk-flash")!.Words());
        Assert.Equal("What others can learn", (await publisher.PageAsync($"{edit}/revisions")).QuerySelector("tbody tr")!.Children[3].TextContent);
    }

    [Fact]
    public async Task Former_words_of_a_published_one_come_back_with_the_answer_that_is_asked_for()
    {
        var (edit, publisher) = await BegunAsync("Calls of a kokako", "public@example.org");
        using var _ = publisher;
        await publisher.DoAsync(edit, new Dictionary<string, string> { ["Form.Learning"] = "Ask once." }.Answered(), "Publish");
        await publisher.DoAsync(edit, new Dictionary<string, string> { ["Form.Learning"] = "Ask twice." }.Answered(), "Save");

        var opened = await OpenedAsync(publisher, await publisher.PageAsync($"{edit}/revisions/2"));
        await publisher.DoAsync(opened, edit, new Dictionary<string, string>().Answered(), "Save");
        var done = (await publisher.PageAsync(edit)).QuerySelector(".desk-flash")!;
        await publisher.DoAsync(edit, new Dictionary<string, string>().Answered(), "Save");
        var same = (await publisher.PageAsync(edit)).QuerySelector(".desk-flash")!;

        Assert.DoesNotContain("may never have been public", opened.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("✓ Published. Everyone can read the changes now See the public page", done.Words());
        Assert.Equal("/case-studies/calls-of-a-kokako", done.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("✓ Saved", same.Words());
        Assert.Equal("Ask once.", (await publisher.PageAsync(edit)).Field("Form.Learning"));
        var newest = (await publisher.PageAsync($"{edit}/revisions")).QuerySelector("tbody tr")!;
        Assert.Equal("Revision 2 restored: What others can learn", newest.Children[3].TextContent);
        foreach (var none in (string[])["99", "abc", "-1"])
            Assert.Equal(HttpStatusCode.NotFound, (await publisher.GetAsync($"{edit}?restore={none}")).StatusCode);
    }

    [Fact]
    public async Task Hard_words_are_not_shown_before_somebody_asks_to_read_them()
    {
        const string Hard = "The baby was left in the corridor for a night.";
        var story = await site.Given(A.Story().Told(Hard).Titled("A night in the corridor").PublicText("The baby was in a corridor for a night.").Ready());
        using var publisher = await site.SignedIn(Roles.Moderator | Roles.Publisher, "veiled@example.org");
        var started = await publisher.SubmitAsync($"/moderation/stories/{story.Reference}?open=true", [], "Start");
        var edit = started.Headers.Location!.OriginalString.Split('?')[0];

        var list = await publisher.PageAsync($"{edit}/revisions");
        var page = await publisher.PageAsync($"{edit}/revisions/1");
        var opened = await publisher.PageAsync($"{edit}/revisions/1?open=true");

        Assert.DoesNotContain("corridor", list.Body!.TextContent + list.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("corridor", page.Body!.TextContent + page.Title, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#about"));
        Assert.Contains("corridor", opened.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The editor as the page of a revision opens it.</summary>
    private static Task<IHtmlDocument> OpenedAsync(TestBrowser publisher, IHtmlDocument revision) =>
        publisher.PageAsync(revision.QuerySelector("main a.govuk-button")!.GetAttribute("href")!);

    private async Task<(string Edit, TestBrowser Publisher)> BegunAsync(string title, string email)
    {
        var story = await site.Given(A.Story().Titled(title).Ready());
        var publisher = await site.SignedIn(Roles.Moderator | Roles.Publisher, email);
        var started = await publisher.SubmitAsync($"/moderation/stories/{story.Reference}", [], "Start");
        return (started.Headers.Location!.OriginalString.Split('?')[0], publisher);
    }
}
