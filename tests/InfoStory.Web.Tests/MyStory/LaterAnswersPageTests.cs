using System.Net;
using AngleSharp.Html.Dom;
using InfoStory.Authors;
using InfoStory.Moderation.Desk;
using InfoStory.Stories;
using InfoStory.Web.Tests.BadInput;

namespace InfoStory.Web.Tests.MyStory;

/// <summary>What helps us understand a story, answered after it was sent: over HTTP, without scripts.</summary>
public sealed class LaterAnswersPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string More = "/my-story/open/more", Chain = More + "/hand-offs", Missing = More + "/missing";

    [Fact]
    public async Task The_last_page_leads_to_the_chain_and_what_is_answered_stands_on_the_list_and_on_the_desk()
    {
        using var author = site.Browser();
        await author.TellAsync("I rang three times.");
        await author.DoAsync("/share/check", []);
        var sent = await author.GetAsync("/share/sent");
        var shown = await Journeys.ReadAsync(sent);
        var led = await author.SubmitAsync(await TestBrowser.DocumentAsync(sent), "/share/sent", new() { ["question"] = "hand-offs" }, "More");

        var saved = await author.SubmitAsync(led.Headers.Location!.OriginalString, new() { ["Form.HandOffs.Steps[0].Happened"] = "They rang off." });
        var list = await author.PageAsync(saved.Headers.Location!.OriginalString);

        Assert.Equal(Chain, led.Headers.Location!.OriginalString);
        Assert.Equal($"{More}?after=hand-offs", saved.Headers.Location!.OriginalString);
        Assert.Contains("Told once.\n1. They rang off.", list.QuerySelector(".info-more")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Missing, list.QuerySelector("main a.govuk-button")!.GetAttribute("href"));
        var story = await site.Get<StoryDesk>().ShowAsync(shown.Reference, CancellationToken.None);
        Assert.Equal("They rang off.", Assert.Single(story.Answers.HandOffs).Happened);
    }

    [Fact]
    public async Task A_device_that_does_not_show_the_six_words_any_more_asks_for_them()
    {
        using var author = site.Browser();
        await author.TellAsync("Sent a while ago.");
        await author.DoAsync("/share/check", []);
        var page = await author.PageAsync("/share/sent");
        var last = await author.PageAsync("/share/sent");
        Assert.Equal("/my-story?from=/my-story/open/more", last.QuerySelector("section[aria-labelledby=more] a")!.GetAttribute("href"));

        var led = await author.SubmitAsync(page, "/share/sent", [], "More");
        var asked = await author.GetAsync(led.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.StartsWith("/my-story?from=", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_from_an_older_page_shows_both_and_the_next_press_saves_it()
    {
        var story = await site.Given(A.Story());
        using var author = await site.Opened(story.Receipt.ToString());
        var older = await author.PageAsync(Missing);
        await author.DoAsync(Missing, new() { ["Form.Missing.Needed"] = "Where the heron lives" });

        var answer = await author.SubmitAsync(older, Missing, new() { ["Form.Missing.Needed"] = "Where the otter lives" });
        var both = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Where the heron lives", both.QuerySelector("section[aria-labelledby=kept]")!.TextContent, StringComparison.Ordinal);
        await author.DoAsync(both, Missing, []);
        Assert.Contains("Where the otter lives", (await author.PageAsync(More)).Body!.TextContent, StringComparison.Ordinal);

        await author.DoAsync(Missing, new() { ["Form.Missing.Needed"] = "Where the stoat lives" });
        var removed = await author.SubmitAsync(both, Missing, new() { ["To"] = "remove" });
        Assert.Equal(HttpStatusCode.Conflict, removed.StatusCode);
        Assert.DoesNotContain("Leave without", (await TestBrowser.DocumentAsync(removed)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_keeps_what_was_typed_Skip_keeps_nothing_and_Remove_takes_the_answer_away()
    {
        using var author = await site.Opened((await site.Given(A.Story())).Receipt.ToString());
        var first = await author.PageAsync(Missing);

        var skipped = await author.SubmitAsync(first, Missing, new() { ["Form.Missing.Needed"] = "Where the heron lives", ["To"] = "next" });
        var back = await author.SubmitAsync(first, Missing, new() { ["Form.Missing.Needed"] = "Where the otter lives", ["To"] = "back" });
        var unchanged = await author.SubmitAsync(first, Missing, new() { ["To"] = "back" });
        var kept = await author.PageAsync(Missing);
        var removed = await author.SubmitAsync(kept, Missing, new() { ["To"] = "remove" });

        Assert.Equal(
            [$"{More}?after=missing", More, More, $"{More}?after=missing"],
            new[] { skipped, back, unchanged, removed }.Select(answer => answer.Headers.Location!.OriginalString));
        Assert.Equal("Where the otter lives", kept.QuerySelector("textarea")!.TextContent.Trim());
        Assert.DoesNotContain("otter", (await author.PageAsync(More)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "/my-story/open")]
    [InlineData("?more=true", More)]
    public async Task Back_keeps_the_contact_that_was_typed_and_deletes_none(string way, string to)
    {
        const string Contact = "/my-story/open/contact";
        using var author = await site.Opened((await site.Given(A.Story())).Receipt.ToString());
        Task<HttpResponseMessage> LeaveAsync(string email, bool delete = false) => author.SubmitAsync(
            Contact + way, new() { ["Form.Email"] = email, ["Delete"] = delete ? "true" : "false", ["To"] = "back" });

        var nothing = await LeaveAsync("");
        var kept = await LeaveAsync("otter@example.org");
        var ticked = await LeaveAsync("", delete: true);
        var wrong = await LeaveAsync("otter at home");

        Assert.All([nothing, kept, ticked], answer => Assert.Equal(to, answer.Headers.Location!.OriginalString));
        Assert.Contains("o…@example.org", (await author.PageAsync(Contact)).Body!.TextContent, StringComparison.Ordinal);
        var page = await TestBrowser.DocumentAsync(wrong);
        Assert.Equal("otter at home", page.Field("Form.Email"));
        Assert.Equal(to, page.QuerySelectorAll("main a").Single(link => link.TextContent == "Leave without keeping this answer").GetAttribute("href"));
    }

    [Fact]
    public async Task Once_the_team_has_the_story_in_hand_the_page_says_so_keeps_what_was_typed_and_leads_on()
    {
        var story = await site.Given(A.Story());
        using var author = await site.Opened(story.Receipt.ToString());
        var open = await author.PageAsync(Missing);
        await author.DoAsync(Chain, new() { ["Form.HandOffs.Steps[0].Happened"] = "They rang off." });
        var chain = await author.PageAsync(Chain);
        Assert.Equal("Remove all steps", chain.QuerySelector("[value=remove]")!.TextContent);
        Assert.NotNull((await author.PageAsync("/my-story/open")).QuerySelector($"main a[href='{More}']"));
        await site.Get<Review>().ClaimAsync(story.Reference, 1, A.Moderator(), CancellationToken.None);

        var answer = await author.SubmitAsync(open, Missing, new() { ["Form.Missing.Needed"] = "Where the heron lives" });
        var page = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Our team has your story in hand", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Where the heron lives", page.QuerySelector(".info-told")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form[data-keep]"));
        var removed = await TestBrowser.DocumentAsync(await author.SubmitAsync(chain, Chain, new() { ["To"] = "remove" }));
        Assert.Contains(LaterAnswers.TooLateToRemove, removed.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Null(removed.QuerySelector(".info-told"));
        Assert.All(await Task.WhenAll(author.GetAsync(More), author.GetAsync(Chain)), gone => Assert.Equal(HttpStatusCode.Gone, gone.StatusCode));
        Assert.Null((await author.PageAsync("/my-story/open")).QuerySelector($"main a[href='{More}']"));
    }

    [Fact]
    public async Task Whoever_writes_of_danger_reads_at_once_whom_to_ring()
    {
        var story = await site.Given(A.Story());
        using var author = await site.Opened(story.Receipt.ToString());

        var saved = await author.SubmitAsync(Missing, new() { ["Form.Missing.Needed"] = "He said that he will kill her." });

        Assert.True(Cares(await author.PageAsync(saved.Headers.Location!.OriginalString)));
        Assert.False(Cares(await author.PageAsync(More)));
        Assert.Equal(StoryState.OnHold, (await site.Get<StoryDesk>().ShowAsync(story.Reference, CancellationToken.None)).State);
    }

    [Fact]
    public async Task Steps_are_added_and_removed_by_buttons_that_keep_what_is_typed()
    {
        using var author = await site.Opened((await site.Given(A.Story())).Receipt.ToString());
        var added = await author.SubmitAsync(Chain, new() { ["Form.HandOffs.Steps[0].Happened"] = "The first." }, "Add");
        Assert.Equal($"{Chain}?steps=2#step-2", added.Headers.Location!.OriginalString);
        var two = await author.PageAsync($"{Chain}?steps=2");
        await author.DoAsync(two, Chain, new() { ["Form.HandOffs.Steps[1].Happened"] = "The second." });

        await author.DoAsync(Chain, [], "Remove");

        Assert.Equal(["The second."], (await author.PageAsync(Chain)).QuerySelectorAll("textarea").Select(box => box.TextContent.Trim()));
    }

    [Fact]
    public async Task The_service_is_not_asked_where_the_chain_names_it_before_and_after_sending()
    {
        using var author = site.Browser();
        await author.TellAsync("Asked once.");
        Assert.NotNull((await author.PageAsync("/share/where")).QuerySelector("[name='Form.Service']"));
        var housing = (await author.PageAsync("/share/hand-offs")).QuerySelectorAll("option").First(option => option.TextContent == "Housing");
        await author.DoAsync("/share/hand-offs", new() { ["Form.Steps[0].ServiceId"] = housing.GetAttribute("value")! });

        Assert.Null((await author.PageAsync("/share/where")).QuerySelector("[name='Form.Service']"));
        await author.DoAsync("/share/where", []);
        var row = Row(await author.PageAsync("/share/check"), "Main service");
        Assert.Contains("Housing", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("/share/hand-offs?change=true", row.QuerySelector("a")!.GetAttribute("href"));
        var where = (await author.PageAsync("/share/more")).QuerySelector("a[href='/share/where']")!;
        Assert.DoesNotContain("Answered", where.TextContent, StringComparison.Ordinal);
        await author.DoAsync("/share/check", []);
        await author.DoAsync("/share/sent", [], "More");
        Assert.Null((await author.PageAsync($"{More}/where")).QuerySelector("[name='Form.Where.Service']"));
    }

    [Theory]
    [InlineData("contact")]
    [InlineData("story")]
    [InlineData("x")]
    public async Task What_is_no_such_question_is_not_found(string name)
    {
        using var author = await site.Opened((await site.Given(A.Story())).Receipt.ToString());

        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync($"{More}/{name}")).StatusCode);
    }

    private static bool Cares(IHtmlDocument page) => page.QuerySelector(".info-care") is not null;

    private static AngleSharp.Dom.IElement Row(IHtmlDocument page, string key) =>
        page.QuerySelectorAll(".govuk-summary-list__row").First(row => row.QuerySelector("dt")!.TextContent == key);
}
