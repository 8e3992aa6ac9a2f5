using System.Net;
using InfoStory.Data;
using InfoStory.Sharing;
using InfoStory.Web.Pages.Share;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Share;

/// <summary>A form knows the draft that its page was made from, and what stood there: an older page loses neither text, at any step.</summary>
public sealed class TwoTabsTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>For each question the field, what one tab answers, what the other does, and how the page names the first.</summary>
    private static readonly Dictionary<string, (string Field, string One, string Other, string Seen)> Answers = new(StringComparer.Ordinal)
    {
        ["/share/kind"] = ("Form.Kind", "Worked", "Failed", "Worked because information was shared"),
        ["/share/story"] = ("Form.Told", "A heron on the roof.", "An otter in the bath.", "A heron on the roof."),
        ["/share/hand-offs"] = ("Form.Steps[0].Happened", "The heron rang off.", "The otter rang back.", "The heron rang off."),
        ["/share/missing"] = ("Form.Needed", "Where the heron lives", "Where the otter lives", "Where the heron lives"),
        ["/share/teller"] = ("Form.WhoIsTelling", "Observer", "CarerOrFamily", "Observer"),
        ["/share/where"] = ("Form.Place", "", "", ""),
        ["/share/when"] = ("Form.When", "LastMonth", "LongerAgo", "In the last month"),
        ["/share/hears"] = ("Form.WhoNeedsToHear", "Councillors", "Inspectors", "Councillors"),
        ["/share/permission"] = ("Form.Audiences", "PolicyMakers", "Training", ""),
        ["/share/contact"] = ("Form.Email", "heron@example.org", "otter@example.org", "heron@example.org"),
    };

    /// <summary>In the statement that reads a draft to change it, and in no other.</summary>
    private const string Changing = "\"d\".\"StartedAt\"";

    public static TheoryData<string> Steps { get; } = [.. Questions.Pages];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task An_answer_from_an_older_page_of_the_same_draft_shows_both_and_the_next_press_saves_it(string step)
    {
        using var author = site.Browser();
        await author.TellAsync("I rang three times.");
        var older = await author.PageAsync(step);
        var (field, one, other, seen) = await OfAsync(author, step);
        await author.DoAsync(step, new() { [field] = one });

        var answer = await author.SubmitAsync(older, step, new() { [field] = other });
        var both = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("in another tab", both.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(seen, both.QuerySelector("section[aria-labelledby=kept]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(TestBrowser.Fill(TestBrowser.FormOf(both, null)!, []), sent => sent.Key == field && sent.Value == other);
        await author.DoAsync(both, step, []);
    }

    [Fact]
    public async Task An_older_page_removes_no_newer_answer_and_says_so_until_the_button_is_pressed_again()
    {
        const string Step = "/share/missing";
        using var author = site.Browser();
        await author.TellAsync("I rang three times.");
        await author.DoAsync(Step, new() { ["Form.Needed"] = "Where the heron lives" });
        var older = await author.PageAsync(Step);
        await author.DoAsync(Step, new() { ["Form.Needed"] = "Where the otter lives" });

        var refused = await TestBrowser.DocumentAsync(await author.SubmitAsync(older, Step, new() { ["To"] = "remove" }));

        Assert.Contains("so it is not removed", refused.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Both are here", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Where the otter lives", refused.QuerySelector("section[aria-labelledby=kept]")!.TextContent, StringComparison.Ordinal);
        await author.DoAsync(refused, Step, new() { ["To"] = "remove" });
        Assert.DoesNotContain("otter", (await author.PageAsync("/share/check")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_second_story_takes_nothing_of_the_first_and_is_told_that_one_is_begun(string step)
    {
        using var author = site.Browser();
        var second = await author.PageAsync(step);
        var (field, one, _, _) = await OfAsync(author, step);
        await author.TellAsync($"The first story, {step}.");
        await author.DoAsync("/share/hand-offs", new() { ["Form.Steps[0].Happened"] = "They rang off." });
        var before = await DraftAsync(step);

        var answer = await author.SubmitAsync(second, step, new() { [field] = one });
        var told = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("A story is begun on this device", told.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(TestBrowser.Fill(TestBrowser.FormOf(told, null)!, []), sent => sent.Key == field && sent.Value == one);
        Assert.Equal(before, await DraftAsync(step));
        Assert.NotNull(TestBrowser.FormOf(told, "Clear"));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Pressing_twice_is_one_answer(string step)
    {
        using var author = site.Browser();
        var page = await author.PageAsync(step);
        var (field, one, _, _) = await OfAsync(author, step);
        var fields = new Dictionary<string, string> { [field] = one };

        await author.DoAsync(page, step, fields);

        await author.DoAsync(page, step, fields);
    }

    [Fact]
    public async Task A_page_of_a_draft_that_was_cleared_says_so_and_begins_a_new_one_with_the_next_press()
    {
        using var author = site.Browser();
        await author.TellAsync("The first story.");
        var open = await author.PageAsync("/share/story");
        await author.DoAsync("/share/check", [], "Clear");

        var answer = await author.SubmitAsync(open, "/share/story", new() { ["Form.Told"] = "Typed with care." });
        var page = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("not on this device any more", page.Body!.TextContent, StringComparison.Ordinal);
        await author.DoAsync(page, "/share/story", []);
        Assert.Contains("Typed with care.", (await author.PageAsync("/share/story")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_since_it_was_checked_is_checked_again_before_it_is_sent()
    {
        using var author = site.Browser();
        await author.TellAsync("Checked in one tab.");
        var check = await author.PageAsync("/share/check");
        await author.DoAsync("/share/story", new() { ["Form.Told"] = "Changed in the other." });

        var answer = await author.SubmitAsync(check, "/share/check", []);
        var again = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Changed in the other.", again.Body!.TextContent, StringComparison.Ordinal);
        await author.DoAsync(again, "/share/check", []);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Of_two_answers_at_the_same_moment_the_later_one_sees_both(string step)
    {
        using var author = site.Browser();
        await author.TellAsync("I rang three times.");
        var (page, theirs) = (await author.PageAsync(step), await author.PageAsync(step));
        var (field, one, other, seen) = await OfAsync(author, step);
        using var meanwhile = new Meanwhile(site.File, Changing, () => author.DoAsync(theirs, step, new() { [field] = one }));

        var answer = await author.SubmitAsync(page, step, new() { [field] = other });
        var both = await TestBrowser.DocumentAsync(answer);

        Assert.Equal((true, HttpStatusCode.Conflict), (meanwhile.IsDone, answer.StatusCode));
        Assert.Contains(seen, both.QuerySelector("section[aria-labelledby=kept]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(TestBrowser.Fill(TestBrowser.FormOf(both, null)!, []), sent => sent.Key == field && sent.Value == other);
        await author.DoAsync(both, step, []);
    }

    [Fact]
    public async Task Answers_to_two_questions_at_the_same_moment_are_both_kept()
    {
        using var author = site.Browser();
        await author.TellAsync("Two questions at once.");
        var (kind, when) = (await author.PageAsync("/share/kind"), await author.PageAsync("/share/when"));
        using var meanwhile = new Meanwhile(
            site.File, Changing, () => author.DoAsync(when, "/share/when", new() { ["Form.When"] = "LastMonth" }));

        await author.DoAsync(kind, "/share/kind", new() { ["Form.Kind"] = "Worked" });

        var check = (await author.PageAsync("/share/check")).Body!.TextContent;
        Assert.True(meanwhile.IsDone);
        Assert.Contains("In the last month", check, StringComparison.Ordinal);
        Assert.Contains("Worked because information was shared", check, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_first_answers_at_the_same_moment_the_later_one_is_told_that_a_story_is_begun()
    {
        using var author = site.Browser();
        var (page, theirs) = (await author.PageAsync("/share/story"), await author.PageAsync("/share/story"));
        // Neither has the answer of the other yet, nor the cookie that came with it.
        using var other = site.Copy(author);
        using var meanwhile = new Meanwhile(
            site.File, "FROM \"Drafts\"", () => other.DoAsync(theirs, "/share/story", new() { ["Form.Told"] = "A heron came first." }));

        var answer = await author.SubmitAsync(page, "/share/story", new() { ["Form.Told"] = "An otter came second." });
        var both = await TestBrowser.DocumentAsync(answer);

        Assert.Equal((true, HttpStatusCode.Conflict), (meanwhile.IsDone, answer.StatusCode));
        Assert.Contains("A heron came first.", both.QuerySelector("section[aria-labelledby=kept]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("An otter came second.", both.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.Get<InfoStoryContext>().Drafts.CountAsync(draft => draft.Answers.Told!.EndsWith(" came first.")));
    }

    [Theory]
    [InlineData("FROM \"Tags\"")]
    [InlineData(Changing)]
    public async Task What_changes_at_the_moment_of_sending_is_checked_again(string moment)
    {
        using var author = site.Browser();
        await author.TellAsync("Checked just before.");
        var (check, theirs) = (await author.PageAsync("/share/check"), await author.PageAsync("/share/story"));
        using var meanwhile = new Meanwhile(
            site.File, moment, () => author.DoAsync(theirs, "/share/story", new() { ["Form.Told"] = "Changed at that moment." }));

        var answer = await author.SubmitAsync(check, "/share/check", []);
        var again = await TestBrowser.DocumentAsync(answer);

        Assert.Equal((true, HttpStatusCode.Conflict), (meanwhile.IsDone, answer.StatusCode));
        Assert.Contains("Changed at that moment.", again.Body!.TextContent, StringComparison.Ordinal);
        await author.DoAsync(again, "/share/check", []);
    }

    private static async Task<(string Field, string One, string Other, string Seen)> OfAsync(TestBrowser author, string step)
    {
        var answers = Answers[step];
        if (answers.Field != "Form.Place") return answers;

        var places = (await author.PageAsync(step)).QuerySelectorAll("select[name='Form.Place'] option").Skip(1).Take(2)
            .Select(option => (option.GetAttribute("value")!, option.TextContent)).ToList();
        return (answers.Field, places[0].Item1, places[1].Item1, places[0].TextContent);
    }

    private async Task<string> DraftAsync(string step)
    {
        var told = $"The first story, {step}.";
        var draft = await site.Get<InfoStoryContext>().Drafts.AsNoTracking().SingleAsync(draft => draft.Answers.Told == told);
        return System.Text.Json.JsonSerializer.Serialize(draft);
    }
}
