using System.Net;
using System.Text.RegularExpressions;
using InfoStory.Data.Access;
using InfoStory.Web.Tests.BadInput;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>Replies over HTTP, without scripts: what administrators keep, and what a moderator makes of them before they go.</summary>
public sealed partial class ReplyPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Welsh = "Your story is in [the language], and we found nobody who knows it well enough to read it for us.";

    [Fact]
    public async Task An_administrator_adds_changes_retires_and_brings_back_a_reply()
    {
        using var staff = await site.SignedIn(Roles.Administrator | Roles.Moderator, "one@example.org");
        var desk = $"/moderation/stories/{(await site.Given(A.Story().InReview())).Reference}";
        async Task<string> OfferedAsync() => (await staff.PageAsync(desk)).QuerySelector("#use-question")!.TextContent;

        var added = await staff.SubmitAsync(
            "/moderation/replies/new",
            new() { ["Form.Kind"] = "Question", ["Form.Name"] = "Day or night", ["Form.Text"] = "Was it day or night?", ["Form.Position"] = "1" });
        var list = await staff.PageAsync("/moderation/replies");
        var edit = list.QuerySelectorAll(".desk-replies a").Single(link => link.TextContent == "Day or night").GetAttribute("href")!;
        var offered = await OfferedAsync();
        await staff.DoAsync(edit, new() { ["Form.Name"] = "Night or day", ["Form.Retired"] = "true" });
        var retired = await OfferedAsync();
        var page = await staff.PageAsync(edit);
        await staff.PostAsync(edit, TestBrowser.Fill(TestBrowser.FormOf(page, null)!, []).Where(field => field.Key != "Form.Retired"));
        var history = (await staff.PageAsync("/moderation/replies")).QuerySelector(".desk-history")!.Words();

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("Day or night", offered, StringComparison.Ordinal);
        Assert.DoesNotContain("Night or day", retired, StringComparison.Ordinal);
        Assert.Contains("Night or day", await OfferedAsync(), StringComparison.Ordinal);
        Assert.All(
            (string[])["Added: Day or night, by you", "Edited: Night or day, by you", "Retired: Night or day, by you", "Brought back: Night or day, by you"],
            act => Assert.Contains(act, history, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_of_two_administrators_sees_both_and_loses_nothing()
    {
        using var first = await site.SignedIn(Roles.Administrator, "two@example.org");
        using var second = await site.SignedIn(Roles.Administrator, "three@example.org");
        const string Edit = "/moderation/replies/2";
        var seen = await second.PageAsync(Edit);
        await first.DoAsync(Edit, new() { ["Form.Text"] = "Theirs." });

        var answer = await second.SubmitAsync(
            seen, Edit, new() { ["Form.Name"] = "Mine", ["Form.Text"] = "My words.", ["Form.Position"] = "7", ["Form.Retired"] = "true" });
        var page = await TestBrowser.DocumentAsync(answer);
        var again = await second.SubmitAsync(page, Edit, []);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Theirs.", page.QuerySelector("section[aria-labelledby=theirs]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Mine", "My words.", "7"), (page.Field("Form.Name"), page.Field("Form.Text"), page.Field("Form.Position")));
        Assert.True(page.QuerySelector("#form-retired")!.HasAttribute("checked"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("My words.", (await first.PageAsync(Edit)).Field("Form.Text"));
    }

    [Fact]
    public async Task Using_a_reply_saves_nothing_and_keeps_everything_that_was_typed()
    {
        var story = await site.Given(A.Story().InReview());
        var desk = $"/moderation/stories/{story.Reference}";
        using var moderator = await site.SignedIn(Roles.Moderator, "four@example.org");
        var seen = await moderator.PageAsync(desk);
        var tag = seen.QuerySelectorAll("input[name='Form.Tags']")[7].GetAttribute("value")!;
        var typed = new Dictionary<string, string>
        {
            ["Form.PublicTitle"] = "My title",
            ["Form.PublicText"] = "My text.",
            ["Form.Kind"] = "Worked",
            ["Form.Criticality"] = "Friction",
            ["Form.Tags"] = tag,
            ["Form.Note"] = "My note.",
            ["Form.Question"] = "My question.",
            ["Form.Reason"] = "My own words."
        };

        var nothing = await moderator.SubmitAsync(seen, desk, typed, "decline?handler=Use");
        var used = await moderator.SubmitAsync(seen, desk, new(typed) { ["Use.Reason"] = "6" }, "decline?handler=Use");
        var page = await TestBrowser.DocumentAsync(used);
        var stored = await moderator.PageAsync(desk);

        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Contains(
            "Choose a reply to start from",
            (await TestBrowser.DocumentAsync(nothing)).QuerySelector("#use-reason-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, used.StatusCode);
        Assert.StartsWith($"My own words.\n\n{Welsh}", page.Field("Form.Reason"), StringComparison.Ordinal);
        Assert.All(typed.Where(field => field.Key is not ("Form.Reason" or "Form.Kind" or "Form.Criticality" or "Form.Tags")), field =>
            Assert.Equal(field.Value, page.Field(field.Key)));
        Assert.Equal("Worked", page.QuerySelector("#form-kind option[selected]")!.GetAttribute("value"));
        Assert.Equal(
            ["Friction", tag],
            page.QuerySelectorAll("input[name='Form.Criticality'][checked], input[name='Form.Tags'][checked]")
                .Select(box => box.GetAttribute("value")).Order(StringComparer.Ordinal).Reverse());
        Assert.Contains("It is not sent yet", page.QuerySelector("#decline [role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", stored.Field("Form.Reason"));
        Assert.NotEqual("My title", stored.Field("Form.PublicTitle"));
    }

    [Fact]
    public async Task A_reply_on_a_page_that_a_colleague_has_overtaken_loses_nothing()
    {
        var desk = $"/moderation/stories/{(await site.Given(A.Story().InReview())).Reference}";
        using var moderator = await site.SignedIn(Roles.Moderator, "five@example.org");
        using var colleague = await site.SignedIn(Roles.Moderator, "six@example.org");
        var seen = await moderator.PageAsync(desk);
        await colleague.DoAsync(desk, new() { ["Form.PublicText"] = "Theirs." }, "Save");

        var answer = await moderator.SubmitAsync(
            seen, desk, new() { ["Form.PublicText"] = "Mine.", ["Form.Reason"] = "My reason.", ["Use.Reason"] = "6" }, "decline?handler=Use");
        var page = await TestBrowser.DocumentAsync(answer);
        var used = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(page, desk, new() { ["Use.Reason"] = "6" }, "decline?handler=Use"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(("Mine.", "My reason."), (page.Field("Form.PublicText"), page.Field("Form.Reason")));
        Assert.StartsWith("My reason.\n\nYour story is in", used.Field("Form.Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gap_is_named_beside_its_field_and_the_author_reads_exactly_what_is_sent_then()
    {
        var story = await site.Given(A.Story().InReview());
        var desk = $"/moderation/stories/{story.Reference}";
        using var moderator = await site.SignedIn(Roles.Moderator, "seven@example.org");
        var used = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(desk, new() { ["Use.Reason"] = "6" }, "decline?handler=Use"));
        const string Words = "It is in [our] “Welsh” <b>& so</b>.\n\nRing 0161 496 0000.";

        var refused = await moderator.SubmitAsync(used, desk, [], "Decline");
        var page = await TestBrowser.DocumentAsync(refused);
        var read = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(page, desk, new() { ["Form.Reason"] = Words }, "decline?handler=Read"));
        var sent = await moderator.SubmitAsync(read, desk, [], "Decline");

        using var author = await site.Opened(story.Receipt.ToString());
        var mine = await author.PageAsync("/my-story/open");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            "Write something in place of “[the language]”, or take it out", page.QuerySelector("#form-reason-error")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(Welsh, page.Field("Form.Reason"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(Words, mine.QuerySelector(".info-public-text")!.TextContent);
        Assert.Contains(
            Squashed(read.QuerySelector(".desk-letter__page")!.TextContent), Squashed(mine.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
        Assert.Empty(read.QuerySelectorAll(".desk-letter__page a"));
    }

    [Fact]
    public async Task A_question_is_read_as_its_author_will_before_it_goes()
    {
        var story = await site.Given(A.Story().InReview());
        var desk = $"/moderation/stories/{story.Reference}";
        using var moderator = await site.SignedIn(Roles.Moderator, "eight@example.org");

        var missing = await moderator.SubmitAsync(desk, [], "ask?handler=Read");
        var used = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(desk, new() { ["Use.Question"] = "8" }, "ask?handler=Use"));
        var read = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(used, desk, [], "ask?handler=Read"));
        await moderator.DoAsync(read, desk, [], "Ask");

        using var author = await site.Opened(story.Receipt.ToString());
        var mine = await author.PageAsync("/my-story/open");
        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
        Assert.Equal(used.Field("Form.Question"), mine.QuerySelector(".info-public-text")!.TextContent);
        Assert.Contains(
            Squashed(read.QuerySelector(".desk-letter__page")!.TextContent), Squashed(mine.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_declined_with_the_words_of_the_spam_reply_as_they_were_changed()
    {
        var story = await site.Given(A.Story());
        using var moderator = await site.SignedIn(Roles.Moderator, "nine@example.org");
        var page = await moderator.PageAsync("/moderation?lane=someone");
        var chosen = page.QuerySelectorAll("input[name='Form.Stories']").Select(box => box.GetAttribute("value")!)
            .First(value => value.StartsWith(story.Reference, StringComparison.Ordinal));

        var form = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(page, "/moderation", new() { ["Form.Stories"] = chosen }, "Choose"));
        var emptied = await moderator.SubmitAsync(form, "/moderation/bulk", new() { ["Form.Act"] = "DeclineAsSpam", ["Form.Reason"] = "" });
        await moderator.DoAsync(
            form, "/moderation/bulk", new() { ["Form.Act"] = "DeclineAsSpam", ["Form.Reason"] = $"{form.Field("Form.Reason")}\nWe mean it." });

        using var author = await site.Opened(story.Receipt.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, emptied.StatusCode);
        Assert.Contains(
            "Tell the authors why you decline their stories",
            (await TestBrowser.DocumentAsync(emptied)).QuerySelector("#form-reason-error")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith(
            "leave out links.\nWe mean it.",
            (await author.PageAsync("/my-story/open")).QuerySelector(".info-public-text")!.TextContent, StringComparison.Ordinal);
    }

    private static string Squashed(string text) => Blank().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
