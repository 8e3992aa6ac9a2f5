using System.Net;
using AngleSharp.Html.Dom;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Stories;

namespace InfoStory.Web.Tests.BadInput;

/// <summary>Hostile text through every box that takes words: kept as it was sent, shown as text, or refused with every word still there.</summary>
public sealed class HostileTextTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>So many of the strings at least are kept and shown; whatever is refused cannot be shown wrongly.</summary>
    private const int Most = 250;

    [Fact]
    public void There_are_more_than_300_strings() => Assert.InRange(HostileText.All.Count, 300, 1000);

    [Fact]
    public async Task In_a_story_it_is_shown_as_it_was_typed()
    {
        using var author = site.Browser();
        await author.TellAsync("A story.");
        var shape = ShapeOf(await author.PageAsync("/share/check"));
        List<string> wrong = [];
        var kept = 0;

        foreach (var text in HostileText.All)
        {
            if (!await TryAsync(author, await author.PageAsync("/share/story"), "/share/story", "Form.Told", text, wrong)) continue;

            kept++;
            var check = await author.PageAsync("/share/check");
            var shown = ValueOf(check, "Your story");
            if (shown != PlainText.Tidy(text)) wrong.Add($"{text} became {shown}");
            if (check.QuerySelector(".info-hints") is { } hints)
            {
                if (hints.QuerySelectorAll("*").Any(element => element.LocalName is not ("h2" or "p" or "a" or "ul" or "li" or "strong")))
                    wrong.Add($"markup in a hint: {text}");
            }

            if (ShapeOf(check) != shape) wrong.Add($"{text} changed the page");
        }

        Assert.True(kept > Most, $"Only {kept} were kept.");
        Assert.Empty(wrong);
    }

    /// <summary>Without what a text may change: its hints stand in place of a question.</summary>
    private static string ShapeOf(IHtmlDocument check)
    {
        check.QuerySelector(".info-hints")?.Remove();
        check.QuerySelectorAll("p").FirstOrDefault(asked => asked.TextContent == "Does anything show who someone is?")?.Remove();
        return Shape.Of(check);
    }

    [Fact]
    public async Task In_a_step_and_in_what_was_missing_it_is_shown_as_it_was_typed()
    {
        using var author = site.Browser();
        await author.TellAsync("A story.");
        List<string> wrong = [];
        var kept = 0;

        foreach (var text in HostileText.All.Where(text => PlainText.Tidy(text).Length is > 0 and <= 300))
        {
            if (!await AnswersAsync("/share/hand-offs", "Form.Steps[0].Happened", text)) continue;
            if (!await AnswersAsync("/share/missing", "Form.Needed", text)) continue;

            kept++;
            var check = await author.PageAsync("/share/check");
            var values = check.QuerySelectorAll(".govuk-summary-list__value");
            var (step, missing) = (ValueOf(check, "Who you tried to reach"), ValueOf(check, "What was not shared"));
            if (step != $"Told once.\n1. {PlainText.Tidy(text)}" || missing != PlainText.Tidy(text)) wrong.Add($"{text} became {step} and {missing}");
            if (values.SelectMany(value => value.QuerySelectorAll("*")).Any(element => element.LocalName is not ("div" or "span")))
                wrong.Add($"markup: {text}");
        }

        Assert.True(kept > Most, $"Only {kept} were kept.");
        Assert.Empty(wrong);

        async Task<bool> AnswersAsync(string step, string field, string text) =>
            await TryAsync(author, await author.PageAsync(step), step, field, text, wrong);
    }

    [Fact]
    public async Task In_every_answer_that_the_team_enters_it_is_shown_as_it_was_typed()
    {
        using var staff = await site.SignedIn(Roles.Moderator | Roles.SafeguardingLead);
        List<string> wrong = [];
        var kept = 0;

        foreach (var chunk in HostileText.All.Where(text => PlainText.Tidy(text).Length is > 0 and <= 300).Chunk(HandOff.Most + 4))
        {
            string[] names =
            [
                "Form.Story.Told", "Form.Missing.Needed", "Form.Missing.ReasonGiven", "Form.Missing.WouldHaveChanged",
                .. Enumerable.Range(0, HandOff.Most).Select(step => $"Form.HandOffs.Steps[{step}].Happened"),
            ];
            var fields = names.Zip(chunk).ToDictionary(pair => pair.First, pair => pair.Second);
            var answer = await staff.SubmitAsync(
                "/moderation/enter", new(fields) { ["Form.Channel"] = "Paper", ["Form.Permission.Nobody"] = "true", ["Form.Agreed"] = "true" });
            if (answer.StatusCode != HttpStatusCode.SeeOther)
            {
                var again = await TestBrowser.DocumentAsync(answer);
                wrong.AddRange(fields.Where(field => again.Field(field.Key) != field.Value).Select(field => $"{(int)answer.StatusCode}, lost: {field.Value}"));
                continue;
            }

            kept++;
            var reference = (await staff.PageAsync("/moderation/enter/slip")).QuerySelector(".desk-slip .info-reference")!.TextContent;
            var told = (await staff.PageAsync($"/moderation/stories/{reference}")).QuerySelectorAll(".desk-told").ToList();
            var tidy = chunk.Select(PlainText.Tidy).ToList();
            List<string> lines = ["Told once.", .. tidy.Skip(4).Select((text, place) => $"{place + 1}. {text}")];
            List<string> missing = [tidy[1], $"Reason given: {tidy[2]}", $"Would have changed: {tidy[3]}"];
            if (!told.Select(part => part.TextContent).SequenceEqual([tidy[0], string.Join('\n', lines), string.Join('\n', missing)]))
                wrong.Add($"{string.Join(" | ", tidy)} became {string.Join(" | ", told.Select(part => part.TextContent))}");
            if (told.Any(part => part.Children.Any(child => child.LocalName != "mark"))) wrong.Add($"markup: {string.Join(" | ", tidy)}");
        }

        Assert.Empty(wrong);
        Assert.InRange(kept, 15, 100);
    }

    [Fact]
    public async Task Where_an_address_is_asked_for_it_is_refused_or_kept_as_it_was_typed()
    {
        using var author = site.Browser();
        var page = await author.PageAsync("/share/contact");
        List<string> wrong = [];
        var refused = 0;

        foreach (var text in HostileText.All.Concat(HostileText.Unkept.Where(IsWhole)))
        {
            var answer = await author.SubmitAsync(page, "/share/contact", new() { ["Form.Email"] = text, ["Form.Telephone"] = text });
            if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Redirect)) wrong.Add($"{(int)answer.StatusCode}: {text}");
            if (answer.StatusCode != HttpStatusCode.BadRequest) continue;

            refused++;
            var again = await TestBrowser.DocumentAsync(answer);
            if (again.Field("Form.Email") != text || again.Field("Form.Telephone") != text) wrong.Add($"lost: {text}");
        }

        Assert.True(refused > Most, $"Only {refused} were refused.");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task In_a_public_text_a_note_and_a_reason_it_is_shown_as_it_was_typed()
    {
        var story = await site.Given(A.Story().InReview());
        using var moderator = await site.SignedIn(Roles.Moderator);
        using var author = await site.Opened(story.Receipt.ToString());
        var desk = $"/moderation/stories/{story.Reference}";
        List<string> wrong = [];

        foreach (var together in HostileText.All.Chunk(12).Select(chunk => string.Join('\n', chunk)))
        {
            var saved = await moderator.SubmitAsync(desk, new() { ["Form.PublicText"] = together, ["Form.Note"] = together }, "Save");
            var page = await moderator.PageAsync(desk);
            await moderator.SubmitAsync(page, desk, new() { ["Form.Reason"] = together }, "Decline");
            var reason = (await author.PageAsync("/my-story/open")).QuerySelector(".info-public-text")?.TextContent;
            await moderator.SubmitAsync(desk, [], "Claim");

            if (saved.StatusCode != HttpStatusCode.Redirect) wrong.Add($"{(int)saved.StatusCode}: {together}");
            if (page.Field("Form.PublicText") != PlainText.Tidy(together)) wrong.Add($"public text: {together}");
            if (page.QuerySelector("section[aria-labelledby=notes] li span")?.FirstChild?.TextContent.TrimEnd() != PlainText.Tidy(together))
                wrong.Add($"note: {together}");
            if (reason != PlainText.Tidy(together)) wrong.Add($"reason: {together}");
            if (page.QuerySelectorAll("section[aria-labelledby=notes] li span *").Any(element => element.ClassName != "info-quiet"))
                wrong.Add($"markup in a note: {together}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task In_a_question_an_answer_and_a_sign_off_it_is_shown_as_it_was_typed()
    {
        var asked = await site.Given(A.Story().InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "asks@example.org");
        using var author = await site.Opened(asked.Receipt.ToString());
        var desk = $"/moderation/stories/{asked.Reference}";
        List<string> wrong = [];

        foreach (var together in HostileText.All.Where(text => text.Length < 150).Chunk(12).Select(chunk => PlainText.Tidy(string.Join('\n', chunk))))
        {
            await moderator.SubmitAsync(desk, new() { ["Form.Question"] = together }, "Ask");
            var mine = await author.PageAsync("/my-story/open");
            await author.SubmitAsync(mine, "/my-story/open", new() { ["Form.Text"] = together }, "Answer");
            var answered = await author.PageAsync("/my-story/open");
            var messages = (await moderator.PageAsync(desk)).QuerySelectorAll(".desk-messages p");

            if (mine.QuerySelector(".info-public-text")?.TextContent != together) wrong.Add($"question: {together}");
            var told = answered.QuerySelectorAll(".info-messages .info-told").TakeLast(2).ToList();
            if (told.Count(said => said.TextContent == together) != 2) wrong.Add($"messages: {together}");
            if (messages.TakeLast(2).Count(message => message.TextContent == together && message.ChildElementCount == 0) != 2)
                wrong.Add($"messages on the desk: {together}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Beside_each_other_two_texts_stay_the_texts_that_they_are()
    {
        List<string> wrong = [];
        var compared = 0;
        foreach (var chunk in HostileText.All.Chunk(100))
        {
            var (told, ours) =
                (PlainText.Tidy(string.Join('\n', chunk)), PlainText.Tidy(string.Join('\n', chunk.Where((_, number) => number % 3 > 0).Reverse())));
            if (told.Length > 9000 || PlainText.Words(told) > 1000) continue;

            compared++;
            using var author = await site.Opened((await site.Given(A.Story().Told(told).PublicText(ours).WithAuthor())).Receipt.ToString());
            var page = await author.PageAsync("/my-story/open/sign-off");
            var sides = page.QuerySelectorAll(".info-compare .info-public-text").ToList();
            foreach (var extra in page.QuerySelectorAll(".info-compare .govuk-visually-hidden, .info-compare h3").ToList()) extra.Remove();

            if (sides[0].TextContent != ours) wrong.Add($"ours became {sides[0].TextContent}");
            if (sides[1].TextContent != told) wrong.Add($"told became {sides[1].TextContent}");
            if (sides.SelectMany(side => side.QuerySelectorAll("*")).Any(element => element.LocalName is not ("ins" or "del"))) wrong.Add("markup");
        }

        Assert.True(compared >= 3, $"Only {compared} were compared.");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task As_an_address_a_password_or_six_words_it_opens_nothing()
    {
        using var browser = site.Browser();
        var (signIn, myStory) = (await browser.PageAsync("/sign-in"), await browser.PageAsync("/my-story"));
        List<string> wrong = [];

        foreach (var (text, number) in HostileText.All.Concat(HostileText.Unkept.Where(IsWhole)).Select((text, number) => (text, number)))
        {
            // Every password that is tried is hashed, so only some are.
            if (number % 12 == 0) await RefusedAsync(browser, signIn, "/sign-in", "Form.Email", text, wrong);
            await RefusedAsync(browser, myStory, "/my-story", "Form.Receipt", text, wrong);
            var answer = await browser.GetAsync($"/case-studies/{Uri.EscapeDataString(text)}");
            if ((int)answer.StatusCode is not (404 or 400 or 200 or 405)
                    || (int)answer.StatusCode == 200 && answer.RequestMessage!.RequestUri!.AbsolutePath != "/case-studies/")
                wrong.Add($"address: {(int)answer.StatusCode}: {text}");
        }

        Assert.Empty(wrong);
    }

    /// <summary>Half of a pair cannot be sent: it becomes another letter on its way.</summary>
    private static bool IsWhole(string text) => !text.Any(char.IsSurrogate) || text.Contains("\U0001fffe", StringComparison.Ordinal);

    /// <summary>True where it was kept; where it was refused it must still stand in its box.</summary>
    private static async Task<bool> TryAsync(TestBrowser browser, IHtmlDocument page, string path, string field, string text, List<string> wrong)
    {
        var answer = await browser.SubmitAsync(page, path, new() { [field] = text });
        if (answer.StatusCode == HttpStatusCode.Redirect) return true;

        if (answer.StatusCode != HttpStatusCode.BadRequest) wrong.Add($"{(int)answer.StatusCode}: {text}");
        else if ((await TestBrowser.DocumentAsync(answer)).Field(field) != text) wrong.Add($"lost: {text}");
        return false;
    }

    private static async Task RefusedAsync(TestBrowser browser, IHtmlDocument page, string path, string field, string text, List<string> wrong)
    {
        if (await TryAsync(browser, page, path, field, text, wrong)) wrong.Add($"{path} let in: {text}");
    }

    private static string ValueOf(IHtmlDocument check, string answer) => check.QuerySelectorAll(".govuk-summary-list__row")
        .Single(row => row.QuerySelector("dt")!.TextContent == answer).QuerySelector("dd")!.TextContent;
}
