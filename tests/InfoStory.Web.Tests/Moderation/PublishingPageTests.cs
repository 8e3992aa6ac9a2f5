using System.Net;
using AngleSharp.Html.Dom;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>Publishing as its pages offer it: looked at before, now or at the next working hours, and what is missing beside the button.</summary>
public sealed class PublishingPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_preview_is_the_public_page_behind_sign_in()
    {
        var (edit, publisher) = await BegunAsync("Calls of a numbat", "preview@example.org");
        using var _ = publisher;
        using var reader = site.Browser();

        var answer = await publisher.GetAsync($"{edit}/preview");
        var preview = await TestBrowser.DocumentAsync(answer);
        await publisher.DoAsync(edit, Answer(), "Publish");
        var page = await reader.PageAsync("/case-studies/calls-of-a-numbat");

        Assert.Equal(page.QuerySelector("article")!.OuterHtml, preview.QuerySelector("article")!.OuterHtml);
        Assert.Contains("Preview, not public.", preview.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("noindex", preview.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.Redirect, (await reader.GetAsync($"{edit}/preview")).StatusCode);
    }

    [Fact]
    public async Task The_preview_shows_what_is_typed_and_saves_nothing()
    {
        var (edit, publisher) = await BegunAsync("Calls of a dugong", "unsaved@example.org");
        using var _ = publisher;

        var same = await PressAsync(publisher, edit, "Preview", []);
        var other = await PressAsync(publisher, edit, "Preview", new() { ["Form.Learning"] = "Typed, **not** saved.", ["Form.Intruder.Known"] = "true" });

        Assert.Equal("Preview, not public. Saved. Close this tab to go back.", same.QuerySelector("#preview")!.Words());
        Assert.Equal("Preview, not public. Not saved yet. Close this tab to go back.", other.QuerySelector("#preview")!.Words());
        Assert.Null(other.QuerySelector(".govuk-back-link"));
        Assert.Contains("Typed, <strong>not</strong> saved.", other.QuerySelector("article")!.InnerHtml, StringComparison.Ordinal);
        Assert.Empty((await publisher.PageAsync(edit)).QuerySelector("#form-learning")!.TextContent);
    }

    [Fact]
    public async Task The_preview_of_a_published_one_is_the_page_that_the_public_reads_once_the_changes_are_saved()
    {
        var (edit, publisher) = await BegunAsync("Calls of a tuatara", "changes@example.org");
        using var _ = publisher;
        using var reader = site.Browser();
        await publisher.DoAsync(edit, Answer(), "Publish");
        var before = (await reader.PageAsync("/case-studies/calls-of-a-tuatara")).QuerySelector("main")!.TextContent;
        Dictionary<string, string> typed = new() { ["Form.Title"] = "Two calls of a tuatara", ["Form.Learning"] = "Ask *once*." };

        var preview = await PressAsync(publisher, edit, "Preview", typed);
        var meanwhile = (await reader.PageAsync("/case-studies/calls-of-a-tuatara")).QuerySelector("main")!.TextContent;
        await publisher.DoAsync(edit, typed.Answered(), "Save");
        var after = await reader.PageAsync("/case-studies/calls-of-a-tuatara");

        Assert.StartsWith("Preview.", preview.QuerySelector("#preview strong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, meanwhile);
        Assert.NotEqual(before, after.QuerySelector("main")!.TextContent);
        Assert.Equal(after.QuerySelector("article")!.OuterHtml, preview.QuerySelector("article")!.OuterHtml);
    }

    [Fact]
    public async Task The_preview_says_what_will_be_refused()
    {
        var (edit, publisher) = await BegunAsync("Calls of a wombat", "refused@example.org");
        using var _ = publisher;
        await publisher.DoAsync(edit, Answer(), "Publish");
        var (other, second) = await BegunAsync("Calls of a marmot", "taken@example.org");
        using var __ = second;

        var draft = await PressAsync(second, other, "Preview", new() { ["Form.Address"] = "calls-of-a-wombat" });
        var answered = await PressAsync(second, other, "Preview", new Dictionary<string, string> { ["Form.Summary"] = "" }.Answered());
        var changed = await PressAsync(publisher, edit, "Preview", new() { ["Form.Address"] = "calls-of-a-marmot" });

        Assert.Equal(
            ["Another case study has this address, or had it. Choose another", "Answer whether somebody could find out who this is"], Missing(draft));
        Assert.Equal(["Write a summary before you publish"], Missing(answered));
        Assert.Equal($"{other}#form-summary", answered.QuerySelector("[aria-labelledby=missing] a")!.GetAttribute("href"));
        Assert.Equal(Missing(draft), Missing(changed));
        Assert.NotNull(changed.QuerySelector("article"));
        Assert.Equal("H1", changed.QuerySelector("main :is(h1, h2, h3)")!.TagName);
        Assert.Null((await publisher.PageAsync($"{edit}/preview")).QuerySelector("#missing"));
    }

    [Fact]
    public async Task A_public_one_that_its_author_sees_first_offers_to_save_the_answer_and_no_other_words()
    {
        var story = await site.Given(A.Story().Titled("Calls of a coati").SeeFirst().Published());
        using var publisher = await site.SignedIn(Roles.Moderator | Roles.Publisher, "first@example.org");

        var edit = $"/moderation/case-studies/{story.CaseStudy}";
        var db = site.Get<InfoStoryContext>();
        var study = await db.CaseStudies.SingleAsync(one => one.Slug == story.Slug);
        study.NamesChanged = false;
        study.Figures = [new() { What = "Calls", After = 2, Unit = "calls", Period = "2026", Source = "The ward" }];
        await db.SaveChangesAsync();

        var page = await publisher.PageAsync(edit);

        Assert.Contains("Save the answer", page.QuerySelectorAll(".desk-actions button").Select(button => button.TextContent));
        Assert.DoesNotContain("Publish changes", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("To change its words, take it down below", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById(page.QuerySelector(".desk-note-before a")!.GetAttribute("href")![1..]));
        var boxes = page.QuerySelector(".desk-split > div")!.QuerySelectorAll("textarea, input[type=text], select, input[type=checkbox]");
        Assert.All(boxes, box => Assert.True(box.HasAttribute("readonly"), box.OuterHtml));
        Assert.DoesNotContain("Form.Figures[1].What", boxes.Select(box => box.GetAttribute("name")));
        await publisher.DoAsync(page, edit, Answer(), "Save");
        var now = await site.Get<InfoStoryContext>().CaseStudies.AsNoTracking().SingleAsync(study => study.Slug == story.Slug);
        Assert.Equal((1, false), (now.Figures.Count, now.NamesChanged));
    }

    [Fact]
    public async Task The_preview_says_what_cannot_be_shown()
    {
        var (edit, publisher) = await BegunAsync("Calls of a dingo", "wrong@example.org");
        using var _ = publisher;

        var wrong = await PressAsync(publisher, edit, "Preview", new() { ["Form.Title"] = "", ["Form.Figures[0].After"] = "two" });

        var said = wrong.QuerySelectorAll("#wrong li").ToDictionary(one => one.TextContent, one => one.QuerySelector("a")!);
        var editor = await publisher.PageAsync(edit);
        Assert.Contains("Give the case study a title", said);
        Assert.Equal($"{edit}#form-figures-0--after", said["Figure 1: Give the number in digits, such as 2"].GetAttribute("href"));
        Assert.All(said.Values, link => Assert.NotNull(editor.GetElementById(link.GetAttribute("href")!.Split('#')[1])));
        Assert.All(said.Values, link => Assert.Equal(editor.QuerySelector("form[data-window]")!.GetAttribute("data-window"), link.GetAttribute("target")));
        Assert.Null(wrong.QuerySelector("article"));
    }

    [Fact]
    public async Task What_is_missing_stands_beside_the_button_before_anybody_presses_it()
    {
        var (edit, publisher) = await BegunAsync("Calls of a quoll", "missing@example.org");
        using var _ = publisher;
        await publisher.DoAsync(edit, new() { ["Form.Summary"] = "" }, "Save");

        var page = await publisher.PageAsync(edit);
        var missing = page.QuerySelector("section[aria-labelledby=missing]")!;

        Assert.Equal(
            ["Write a summary before you publish", "Answer whether somebody could find out who this is"],
            missing.QuerySelectorAll("li").Select(one => one.TextContent));
        Assert.True(missing.NextElementSibling!.ClassList.Contains("desk-actions"));
    }

    [Fact]
    public async Task Out_of_hours_the_button_names_the_moment_and_the_list_says_it_until_it_is_cancelled()
    {
        await using var night = new TestSite();
        var story = await night.Given(A.Story().Titled("Calls of a potoroo").Scored(Criticality.Wasted).Ready());
        night.Clock.Advance(new DateTime(2026, 12, 3, 19, 0, 0, DateTimeKind.Utc) - night.Clock.UtcNow);
        using var publisher = await night.SignedIn(Roles.Moderator | Roles.Publisher);
        var edit = await StartAsync(publisher, story);

        var before = (await publisher.PageAsync(edit)).QuerySelectorAll(".desk-actions button").Select(button => button.TextContent).ToList();
        var scheduled = await PressAsync(publisher, edit, "Publish on Friday 4 December at 8am", Answer());
        var row = (await publisher.PageAsync("/moderation/case-studies")).QuerySelector("tbody tr")!.TextContent;
        await PressAsync(publisher, edit, "Cancel the schedule", []);
        var after = (await publisher.PageAsync("/moderation/case-studies")).QuerySelector("tbody tr")!.TextContent;

        Assert.DoesNotContain("Publish now", before);
        Assert.Contains("Will be published Friday 4 December at 8am", scheduled.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Will be published Friday 4 December at 8am", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Will be published", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_it_is_not_published_stands_on_its_page_and_in_the_list()
    {
        await using var night = new TestSite();
        var story = await night.Given(A.Story().Titled("Calls of a bandicoot").Scored(Criticality.Wasted).Ready());
        night.Clock.Advance(TimeSpan.FromHours(10));
        using var publisher = await night.SignedIn(Roles.Moderator | Roles.Publisher, "scheduler@example.org");
        var edit = await StartAsync(publisher, story);
        await PressAsync(publisher, edit, "Publish on Wednesday 25 November at 8am", Answer());
        await publisher.DoAsync($"/moderation/stories/{story.Reference}", [], "Claim");

        await night.Get<CaseStudySchedule>().RunAsync(CancellationToken.None);

        var page = await publisher.PageAsync(edit);
        Assert.Contains("because it is in review", page.QuerySelector("#not-published")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Schedule cancelled", (await publisher.PageAsync("/moderation/case-studies")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_draws_a_story_into_what_is_scheduled_is_warned_and_reads_that_the_schedule_is_cancelled()
    {
        await using var night = new TestSite();
        var (story, other) = (await night.Given(A.Story().Titled("Calls of a bilby").Scored(Criticality.Wasted).Ready()), await night.Given(A.Story().Ready()));
        night.Clock.Advance(TimeSpan.FromHours(10));
        using var publisher = await night.SignedIn(Roles.Moderator | Roles.Publisher, "warned@example.org");
        var edit = await StartAsync(publisher, story);
        await PressAsync(publisher, edit, "Publish on Wednesday 25 November at 8am", Answer());

        var warned = await publisher.PageAsync($"{edit}/stories");
        await publisher.DoAsync($"{edit}/stories", new() { ["Form.Reference"] = other.Reference });

        Assert.Contains("the schedule is cancelled", warned.QuerySelector(".desk-note-before")!.TextContent, StringComparison.Ordinal);
        var said = (await publisher.PageAsync(edit)).QuerySelector("#not-published")!.TextContent;
        Assert.Equal(["The schedule is cancelled.", "Another story was drawn in."], said.Split('\n').Select(line => line.Trim()).Where(line => line != ""));
        Assert.Contains("Schedule cancelled", (await publisher.PageAsync("/moderation/case-studies")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("the schedule is cancelled", (await publisher.PageAsync($"{edit}/stories")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_story_is_drawn_in_and_left_out_again()
    {
        var other = await site.Given(A.Story().Titled("Calls of a glider").PublicText("A glider rang.").Ready());
        var (edit, publisher) = await BegunAsync("Calls of a cuscus", "draws@example.org");
        using var _ = publisher;
        var stories = $"{edit}/stories";

        var wrong = await publisher.SubmitAsync(stories, new() { ["Form.Reference"] = "IS-1" });
        await publisher.DoAsync(stories, new() { ["Form.Reference"] = other.Reference.ToLowerInvariant() });
        var both = (await publisher.PageAsync(edit)).QuerySelector(".desk-head")!.TextContent;
        var leaving = (await publisher.PageAsync(stories)).QuerySelectorAll("form")
            .Single(form => form.QuerySelector($"[name='Form.Reference'][value='{other.Reference}']") is not null);
        var left = await publisher.PostAsync(leaving.GetAttribute("action")!, TestBrowser.Fill(leaving, new() { ["Form.NothingIsHere"] = "true" }));

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("IS-1", (await TestBrowser.DocumentAsync(wrong)).QuerySelector("#form-reference")!.GetAttribute("value"));
        Assert.Contains(other.Reference, both, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.DoesNotContain(other.Reference, (await publisher.PageAsync(edit)).QuerySelector(".desk-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_why_nobody_could_find_out_is_never_public()
    {
        var (edit, publisher) = await BegunAsync("Calls of a wallaroo", "reason@example.org");
        using var _ = publisher;
        using var reader = site.Browser();

        await publisher.DoAsync(edit, Answer(), "Publish");

        Assert.Contains("Nobody is named.", (await publisher.PageAsync(edit)).Body!.TextContent, StringComparison.Ordinal);
        foreach (var page in (string[])["/case-studies/calls-of-a-wallaroo", "/case-studies", "/case-studies/feed"])
            Assert.DoesNotContain("Nobody is named.", await reader.Client.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);
    }

    /// <summary>docs/desk.md has the numbers of this walk.</summary>
    [Fact]
    public async Task The_walk_of_a_publisher_stays_short()
    {
        var (edit, publisher) = await BegunAsync("Calls of a bettong", "walk@example.org");
        using var _ = publisher;

        var page = await publisher.PageAsync(edit);
        var preview = await publisher.PageAsync($"{edit}/preview");
        await publisher.DoAsync(page, edit, Answer(), "Publish");

        foreach (var typed in page.QuerySelectorAll("main textarea, main input")) typed.Remove();
        var boxes = Answer().Count(field => field.Value == "true");
        Assert.InRange(boxes + 2, 1, 8);
        Assert.InRange(WordsOf(page.QuerySelector("main")!.TextContent), 1, 380);
        Assert.InRange(WordsOf(preview.QuerySelector("#preview")!.TextContent), 1, 20);
    }

    private static IEnumerable<string> Missing(IHtmlDocument preview) =>
        preview.QuerySelectorAll("[aria-labelledby=missing] li").Select(one => one.TextContent);

    private static int WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static Dictionary<string, string> Answer() => new Dictionary<string, string>().Answered();

    private async Task<(string Edit, TestBrowser Publisher)> BegunAsync(string title, string email)
    {
        var story = await site.Given(A.Story().Titled(title).Ready());
        var publisher = await site.SignedIn(Roles.Moderator | Roles.Publisher, email);
        return (await StartAsync(publisher, story), publisher);
    }

    private static async Task<string> StartAsync(TestBrowser publisher, GivenStory story) =>
        (await publisher.SubmitAsync($"/moderation/stories/{story.Reference}", [], "Start")).Headers.Location!.OriginalString.Split('?')[0];

    /// <summary>Presses the button that says so, and follows where it leads.</summary>
    private static async Task<IHtmlDocument> PressAsync(TestBrowser publisher, string edit, string words, Dictionary<string, string> typed)
    {
        var button = (await publisher.PageAsync(edit)).QuerySelectorAll(".desk-actions button").Single(button => button.TextContent == words);
        var answer = await publisher.PostAsync(button.GetAttribute("formaction")!, TestBrowser.Fill(button.Closest("form")!, typed));
        return answer.StatusCode == HttpStatusCode.Redirect
            ? await publisher.PageAsync(answer.Headers.Location!.OriginalString)
            : await TestBrowser.DocumentAsync(answer);
    }
}
