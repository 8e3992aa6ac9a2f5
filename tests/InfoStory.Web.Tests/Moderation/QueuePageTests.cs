using AngleSharp.Dom;
using InfoStory.Data.Access;
using InfoStory.Moderation.Bulk;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>The queue over HTTP: its rows, and how one story leads to the next.</summary>
public sealed class QueuePageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Someone = "?lane=someone";

    [Fact]
    public async Task A_row_says_why_its_story_waits_what_it_is_about_and_how_much_there_is_to_do()
    {
        var story = await site.Given(A.Story().Told(string.Join(' ', Enumerable.Repeat("words", 100))).About("Housing", "Leeds"));
        using var moderator = await site.SignedIn(Roles.Moderator, "row@example.org");

        var row = Row(await moderator.PageAsync($"/moderation?lane=someone&words={story.Reference}"), story.Reference);

        Assert.Equal(
            [story.Reference, "New", "0 minutes by 25 Nov", "Housing · Leeds", "–", "100", "–", "Nobody yet"],
            row.QuerySelectorAll("th, td").Skip(1)
                .Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task Start_next_opens_the_first_and_each_decision_the_one_after_it_with_what_was_done_in_one_line()
    {
        var stories = new List<GivenStory>();
        for (var number = 0; number < 3; number++) stories.Add(await site.Given(A.Story().Told("A tractor of mine.").Kind(Stories.StoryKind.Failed)));
        using var moderator = await site.SignedIn(Roles.Moderator, "next@example.org");
        const string Part = "?lane=someone&words=tractor";
        var start = (await moderator.PageAsync("/moderation" + Part)).QuerySelector("[data-key=s]")!.GetAttribute("href")!;

        var first = await LedToAsync(moderator, start);
        await moderator.DoAsync(first, [], "Claim");
        var second = await LedToAsync(moderator, await DoneAsync(moderator, Address(stories[0]) + Part, new() { ["Form.Reason"] = "Because." }, "Decline"));
        var shown = await moderator.PageAsync(second);
        var third = await LedToAsync(moderator, await DoneAsync(moderator, second, new() { ["Form.Note"] = "Why." }, "Hold"));
        var queue = await LedToAsync(moderator, await DoneAsync(moderator, third, new() { ["Form.Reason"] = "Because." }, "Decline"));

        Assert.Equal((Address(stories[0]) + Part, Address(stories[1]) + Part, Address(stories[2]) + Part, "/moderation" + Part), (first, second, third, queue));
        Assert.Equal($"✓ {stories[0].Reference} Declined. The author can read your reason", Line(shown));
        Assert.Equal(Address(stories[0]) + Part, shown.QuerySelector(".desk-flash a")!.GetAttribute("href"));
        Assert.Equal(
            $"✓ {stories[2].Reference} Declined. The author can read your reason. That was the last story here", Line(await moderator.PageAsync(queue)));
    }

    [Fact]
    public async Task The_part_of_the_queue_stays_with_a_story_that_is_saved_and_whoever_is_at_its_last_story_goes_on_with_what_needs_someone()
    {
        var (mine, other) = (await site.Given(A.Story()), await site.Given(A.Story()));
        using var moderator = await site.SignedIn(Roles.Moderator, "stay@example.org");
        await moderator.DoAsync(Address(mine), [], "Claim");

        var saved = await DoneAsync(moderator, Address(mine) + "?lane=me", new() { ["Form.Note"] = "A note." }, "Save");
        var next = await LedToAsync(moderator, await DoneAsync(moderator, saved, new() { ["Form.Question"] = "When was it?" }, "Ask"));

        Assert.Equal(Address(mine) + "?lane=me", saved);
        Assert.EndsWith(Someone, next, StringComparison.Ordinal);
        Assert.NotNull(other);
    }

    [Fact]
    public async Task What_a_form_carries_leads_nowhere_else()
    {
        var story = await site.Given(A.Story());
        using var moderator = await site.SignedIn(Roles.Moderator, "elsewhere@example.org");

        var saved = await DoneAsync(moderator, Address(story), new() { ["Part"] = "//evil.example?lane=held&of=x&kept=true" }, "Claim");

        Assert.Equal(Address(story), saved);
    }

    [Fact]
    public async Task A_lane_in_which_nothing_is_says_so_kindly()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "empty@example.org");

        var page = await moderator.PageAsync("/moderation?lane=mine");

        Assert.Contains("You have claimed nothing that is not decided yet.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-key=s]"));
    }

    [Fact]
    public async Task What_is_ticked_is_done_by_a_button_that_says_what_and_how_many()
    {
        var (one, two) = (await site.Given(A.Story()), await site.Given(A.Story()));
        using var moderator = await site.SignedIn(Roles.Moderator, "many@example.org");
        var queue = await moderator.PageAsync("/moderation?lane=someone");
        string Tick(GivenStory story) => Row(queue, story.Reference).QuerySelector("[name='Form.Stories']")!.GetAttribute("value")!;

        var chosen = await moderator.SubmitAsync(queue, "/moderation", new() { ["Only"] = "DeclineAsSpam", ["Form.Stories"] = Tick(one) }, "choose");
        var page = await TestBrowser.DocumentAsync(chosen);
        var done = await moderator.SubmitAsync(page, "/moderation/bulk", [], "bulk");

        Assert.Equal(
            ["Decline 1 story as spam", "Decline 1 story as spam"], page.QuerySelectorAll("main h1, main form .govuk-button").Select(said => said.TextContent));
        Assert.Null(page.QuerySelector("[name='Form.Tag']"));
        Assert.Equal("/moderation" + Someone, done.Headers.Location!.OriginalString);
        var after = await moderator.PageAsync("/moderation" + Someone);
        Assert.Equal("✓ Declined 1 story as spam. Their authors can read why", Line(after));
        Assert.Equal("/moderation" + Someone, (await moderator.SubmitAsync(after, "/moderation", [], "Undo")).Headers.Location!.OriginalString);
        Assert.NotNull(two);
    }

    [Fact]
    public async Task A_story_is_found_in_whatever_state_and_its_whole_reference_leads_straight_to_it()
    {
        var open = await site.Given(A.Story().Told("A numbat rang."));
        var published = await site.Given(A.Story().Told("A numbat rang.").Published());
        using var moderator = await site.SignedIn(Roles.Moderator, "find@example.org");
        Task<IDocument> FindAsync(string words) => FoundAsync(moderator, words);

        var both = await FindAsync("numbat");
        var led = await LedToAsync(moderator, $"/moderation?lane=all&words={published.Reference.ToLowerInvariant()}");

        Assert.Equal(
            [open.Reference, published.Reference],
            both.QuerySelectorAll("tbody th .info-reference").Select(cell => cell.TextContent).Intersect([open.Reference, published.Reference]));
        Assert.Equal("All", both.QuerySelector(".desk-tabs [aria-current]")!.TextContent);
        Assert.Contains("Published", Row(both, published.Reference).TextContent, StringComparison.Ordinal);
        Assert.Equal(Address(published), led);
        Assert.NotNull((await moderator.PageAsync("/moderation?lane=mine")).QuerySelector(".desk-head .desk-find [data-key='/']"));
    }

    [Fact]
    public async Task A_search_keeps_the_filter_says_how_many_it_finds_and_lets_each_choice_go()
    {
        var (here, also) = (await site.Given(A.Story().Told("A dugong rang.").About("Housing", "Leeds")), await site.Given(A.Story().Told("A dugong rang.")));
        using var moderator = await site.SignedIn(Roles.Moderator, "keeps@example.org");
        var search = (await moderator.PageAsync("/moderation?lane=someone&service=housing&place=leeds")).QuerySelector("form.desk-find")!;
        string Query(IElement form) => string.Join(
            '&', TestBrowser.Fill(form, new() { ["words"] = "dugong" }).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));

        var found = await moderator.PageAsync($"/moderation?{Query(search)}");
        var chips = found.QuerySelectorAll(".info-chips a");
        var wider = await moderator.PageAsync(chips[0].GetAttribute("href")!);
        var all = await moderator.PageAsync(chips[2].GetAttribute("href")!);
        var led = await LedToAsync(moderator, $"/moderation?{Query(search).Replace("dugong", also.Reference, StringComparison.Ordinal)}");

        Assert.Equal("1 story with dugong", found.QuerySelector(".desk-found")!.TextContent);
        Assert.Contains(here.Reference, found.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Filter (2)", found.QuerySelector(".desk-filter summary")!.TextContent);
        Assert.False(found.QuerySelector(".desk-filter")!.HasAttribute("open"));
        Assert.Equal(["Remove the filter: Housing×", "Remove the filter: Leeds×", "Clear all filters"], chips.Select(chip => Words(chip.TextContent)));
        Assert.Equal("Filter (1)", wider.QuerySelector(".desk-filter summary")!.TextContent);
        Assert.Equal("2 stories with dugong", all.QuerySelector(".desk-found")!.TextContent);
        Assert.Equal(Address(also), led);
        var state = await moderator.PageAsync("/moderation?state=received");
        Assert.Equal("/moderation?lane=all", Assert.Single(state.QuerySelectorAll(".info-chips a")).GetAttribute("href"));
    }

    [Fact]
    public async Task A_story_is_found_by_how_its_reference_begins_and_where_nothing_is_found_the_page_says_what_can_be()
    {
        var story = await site.Given(A.Story());
        using var moderator = await site.SignedIn(Roles.Moderator, "begins@example.org");

        var (begun, lower, none) = (
            await FoundAsync(moderator, story.Reference[..7]), await FoundAsync(moderator, story.Reference[..^1].ToLowerInvariant()),
            await FoundAsync(moderator, "zq"));

        Assert.All([begun, lower], page => Assert.Contains(story.Reference, page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal));
        Assert.Contains("at least three letters of the last one", none.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_a_lead_may_read_is_not_found_by_others_and_answered_as_what_is_not_there()
    {
        var held = await site.Given(A.Story().Told("A quokka rang.").OnHold());
        using var moderator = await site.SignedIn(Roles.Moderator, "notfound@example.org");
        using var lead = await site.SignedIn(Roles.SafeguardingLead, "found@example.org");

        var (hidden, none) = (await FoundAsync(moderator, held.Reference), await FoundAsync(moderator, "IS-2222-22"));

        Assert.Equal("No story fits.", hidden.QuerySelector("main > p.govuk-body")!.TextContent);
        Assert.Equal("No story fits.", none.QuerySelector("main > p.govuk-body")!.TextContent);
        Assert.Equal(Address(held), await LedToAsync(lead, $"/moderation?lane=all&words={held.Reference}"));
    }

    [Fact]
    public async Task As_many_flags_stand_in_the_queue_as_on_the_story()
    {
        await using var quiet = new TestSite();
        var story = await quiet.Given(A.Story().Told("My number is 07700 900123.").About("Housing", "Leeds"));
        await quiet.Get<Protection.Flags.Flagging>().FlagNewAsync(CancellationToken.None);
        using var moderator = await quiet.SignedIn(Roles.Moderator);

        var row = Row(await moderator.PageAsync("/moderation" + Someone), story.Reference);
        var flags = (await moderator.PageAsync($"{Address(story)}/flags")).QuerySelectorAll("[name='Form.Flags']").Length;

        Assert.Equal(2, flags);
        Assert.StartsWith($"{flags}", row.QuerySelector("[data-head=Flags]")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_many_as_may_be_ticked_pass_both_forms_and_one_more_is_refused_in_words()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "most@example.org");
        var queue = await moderator.PageAsync("/moderation?lane=someone");
        var token = queue.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        async Task<HttpResponseMessage> DeclineAsync(int count)
        {
            List<KeyValuePair<string, string>> fields =
                [new("Form.Act", "DeclineAsSpam"), new("Form.Reason", "No."), new("__RequestVerificationToken", token)];
            for (var number = 0; number < count; number++) fields.Add(new("Form.Stories", $"IS-2222-{number:D3}:1"));
            return await moderator.Client.PostAsync(new Uri("/moderation/bulk", UriKind.Relative), new FormUrlEncodedContent(fields));
        }

        var (most, more) = (await DeclineAsync(ActOnMany.Most), await DeclineAsync(ActOnMany.Most + 1));

        Assert.DoesNotContain("could not read", await most.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains($"Tick {ActOnMany.Most} stories or fewer", await more.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_was_done_it_is_said_without_a_tick_in_the_same_part_of_the_queue()
    {
        await site.Given(A.Story());
        using var moderator = await site.SignedIn(Roles.Moderator, "nothing@example.org");

        var queue = (await moderator.SubmitAsync("/moderation" + Someone, [], "choose")).Headers.Location!.OriginalString;
        var unticked = await moderator.PageAsync(queue);
        var empty = await moderator.PageAsync(await LedToAsync(moderator, "/moderation/next?lane=mine"));

        Assert.Equal("/moderation" + Someone, queue);
        Assert.Equal("You ticked no story", unticked.QuerySelector("main p[role=status]")!.TextContent.Trim());
        Assert.Equal("No story here waits for you", empty.QuerySelector("main p[role=status]")!.TextContent.Trim());
        Assert.All([unticked, empty], page => Assert.Null(page.QuerySelector("main [role=alert]")));
    }

    [Fact]
    public async Task Whoever_lets_the_last_story_of_theirs_go_is_not_handed_it_again()
    {
        await using var quiet = new TestSite();
        var mine = await quiet.Given(A.Story());
        using var moderator = await quiet.SignedIn(Roles.Moderator);
        async Task<string> LetGoAsync()
        {
            await moderator.DoAsync(Address(mine), [], "Claim");
            return await LedToAsync(moderator, await DoneAsync(moderator, $"{Address(mine)}/claim?lane=me", [], "Release"));
        }

        var alone = await LetGoAsync();
        var other = await quiet.Given(A.Story());
        var beside = await LetGoAsync();

        Assert.Equal(("/moderation?lane=me", Address(other) + Someone), (alone, beside));
    }

    [Fact]
    public async Task What_was_typed_and_not_saved_is_put_back_or_forgotten_in_the_same_part_of_the_queue()
    {
        var story = await site.Given(A.Story().InReview());
        var desk = Address(story) + "?state=inreview";
        using var moderator = await site.SignedIn(Roles.Moderator, "kept@example.org");
        var form = TestBrowser.FormOf(await moderator.PageAsync(desk), "Save")!;
        await moderator.PostAsync($"{Address(story)}/kept", TestBrowser.Fill(form, new() { ["Form.PublicTitle"] = "Typed and not saved" }));

        var page = await moderator.PageAsync(desk);
        var forgotten = await moderator.SubmitAsync(page, desk, [], "Forget");

        Assert.Equal(desk + "&kept=true", page.QuerySelector("section[aria-labelledby=kept] a")!.GetAttribute("href"));
        Assert.Equal(desk, forgotten.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_next_story_is_one_link_in_the_bar_at_the_bottom_or_above_where_there_is_no_bar()
    {
        var (open, gone) = (await site.Given(A.Story().InReview()), await site.Given(A.Story().Withdrawn()));
        using var moderator = await site.SignedIn(Roles.Moderator, "bar@example.org");

        var (shown, without) = (await moderator.PageAsync(Address(open) + "?state=inreview"), await moderator.PageAsync(Address(gone)));

        var link = Assert.Single(shown.QuerySelectorAll("[data-key=j]"));
        Assert.NotNull(link.Closest(".desk-acts"));
        Assert.Equal($"/moderation/next?state=inreview&of={open.Reference}", link.GetAttribute("href"));
        Assert.NotNull(Assert.Single(without.QuerySelectorAll("[data-key=j]")).Closest(".desk-bar"));
    }

    private static string Address(GivenStory story) => $"/moderation/stories/{story.Reference}";

    private static async Task<string> DoneAsync(TestBrowser moderator, string address, Dictionary<string, string> fields, string handler) =>
        (await moderator.SubmitAsync(address, fields, handler)).Headers.Location!.OriginalString;

    private static async Task<string> LedToAsync(TestBrowser moderator, string address) => (await moderator.GetAsync(address)).Headers.Location!.OriginalString;

    private static async Task<IDocument> FoundAsync(TestBrowser staff, string words) => await staff.PageAsync($"/moderation?lane=all&words={words}");

    private static string Line(IDocument page) => Words(page.QuerySelector(".desk-flash")!.TextContent);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Row(IDocument page, string reference) =>
        page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(reference, StringComparison.Ordinal));
}
