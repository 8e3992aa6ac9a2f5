using System.Net;
using AngleSharp.Html.Dom;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Stories;
using InfoStory.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>A story that somebody tells to the team, from the form to the slip.</summary>
public sealed class EnterPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Enter = "/moderation/enter", Slip = "/moderation/enter/slip";

    private static Dictionary<string, string> Good => new()
    {
        ["Form.Channel"] = "Telephone",
        ["Form.Story.Told"] = "She rang six times.",
        ["Form.Permission.Audiences"] = "Website",
        ["Form.Permission.SeeFirst"] = "true",
        ["Form.Agreed"] = "true",
    };

    [Fact]
    public async Task The_slip_is_shown_until_the_teller_has_it_with_six_words_that_open_the_story()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "slip@example.org");

        var entered = await moderator.SubmitAsync(Enter, Good);
        await moderator.Client.SendAsync(new(HttpMethod.Head, Slip));
        var shown = await moderator.GetAsync(Slip);
        await moderator.DoAsync(Slip, []);
        var again = await moderator.PageAsync(Slip);

        Assert.Equal((HttpStatusCode.SeeOther, Slip), (entered.StatusCode, entered.Headers.Location!.OriginalString));
        Assert.True(shown.Headers.CacheControl!.NoStore);
        var slip = (await TestBrowser.DocumentAsync(shown)).QuerySelector(".desk-slip")!;
        Assert.Contains("localhost/my-story", slip.TextContent, StringComparison.Ordinal);
        Assert.Contains("25 November 2026", slip.TextContent, StringComparison.Ordinal);
        using var teller = await site.Opened(string.Join(' ', slip.QuerySelectorAll(".desk-slip__words li").Select(word => word.TextContent)));
        Assert.Contains(
            slip.QuerySelector(".info-reference")!.TextContent, (await teller.PageAsync("/my-story/open")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(again.QuerySelector(".desk-slip"));
    }

    [Fact]
    public async Task The_desk_says_who_entered_it_and_by_which_door()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "entered@example.org");
        using var colleague = await site.SignedIn(Roles.Moderator, "colleague@example.org");
        await moderator.DoAsync(Enter, Good);
        var reference = (await moderator.PageAsync(Slip)).QuerySelector(".desk-slip .info-reference")!.TextContent;

        var mine = await moderator.PageAsync($"/moderation/stories/{reference}");
        var theirs = await colleague.PageAsync($"/moderation/stories/{reference}");

        Assert.Contains("entered by you, by telephone", mine.QuerySelector(".desk-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("entered by entered@example.org, by telephone", theirs.QuerySelector(".desk-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Entered by entered@example.org", theirs.QuerySelector("section[aria-labelledby=history]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_story_and_the_same_slip()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "twice@example.org");
        var page = await moderator.PageAsync(Enter);
        var before = await CountAsync();

        var answers = await Task.WhenAll(moderator.SubmitAsync(page, Enter, Good), moderator.SubmitAsync(page, Enter, Good));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Equal(before + 1, await CountAsync());
        Assert.NotNull((await moderator.PageAsync(Slip)).QuerySelector(".desk-slip"));
    }

    [Fact]
    public async Task A_page_gone_back_to_and_written_over_keeps_the_words_and_enters_a_second_story_when_pressed_again()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "over@example.org");
        var page = await moderator.PageAsync(Enter);
        await moderator.DoAsync(page, Enter, Good);
        var before = await CountAsync();

        var answer = await moderator.SubmitAsync(page, Enter, new(Good) { ["Form.Story.Told"] = "He wrote nine letters." });

        var again = await TestBrowser.DocumentAsync(answer);
        Assert.Equal((HttpStatusCode.Conflict, before), (answer.StatusCode, await CountAsync()));
        Assert.Equal("He wrote nine letters.", again.QuerySelector("#form-story-told")!.TextContent);
        await moderator.DoAsync(again, Enter, []);
        Assert.Equal(before + 1, await CountAsync());
    }

    [Theory]
    [InlineData("Form.Agreed", "", "Read the sentences to the teller, and tick when they have agreed")]
    [InlineData("Form.Channel", "", "Choose how the story was told")]
    [InlineData("Form.Channel", "Website", "Choose how the story was told")]
    [InlineData("Form.Permission.Audiences", "", "Choose who may hear your story, or choose “Only the InfoStory team”")]
    [InlineData("Key", "made-up", "This page was open for too long, or your browser does not keep cookies. Nothing you typed is lost")]
    public async Task What_is_missing_is_asked_for_and_the_words_stay(string field, string value, string sentence)
    {
        using var moderator = await site.SignedIn(Roles.Moderator, $"missing{Number(field, value)}@example.org");
        var fields = Good;
        if (value.Length == 0) fields.Remove(field);
        else fields[field] = value;

        var answer = await moderator.SubmitAsync(Enter, fields);

        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("She rang six times.", page.QuerySelector("#form-story-told")!.TextContent);
        var mended = await moderator.SubmitAsync(page, Enter, Good);
        Assert.Equal(HttpStatusCode.SeeOther, mended.StatusCode);
    }

    [Fact]
    public async Task What_is_asked_on_the_website_is_asked_here_and_stands_on_the_desk()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "everything@example.org");
        var page = await moderator.PageAsync(Enter);
        var (housing, police) = (Key(page, "Form.HandOffs.Steps[0].ServiceId", "Housing"), Key(page, "Form.Missing.HeldBy", "Police"));
        page = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(page, Enter, Good, "AddStep"));

        await moderator.SubmitAsync(page, Enter, new()
        {
            ["Form.HandOffs.Steps[0].ServiceId"] = housing,
            ["Form.HandOffs.Steps[0].Channel"] = "Telephone",
            ["Form.HandOffs.Steps[0].Waited"] = "Week",
            ["Form.HandOffs.Steps[1].ToldAgain"] = "True",
            ["Form.HandOffs.Steps[1].Happened"] = "They rang off.",
            ["Form.Missing.Needed"] = "The new address",
            ["Form.Missing.HeldBy"] = police,
            ["Form.Missing.ReasonGiven"] = "GDPR",
            ["Form.Missing.Existed"] = "Yes",
            ["Form.Missing.WouldHaveChanged"] = "One call",
            ["Form.Hears.WhoNeedsToHear"] = "Councillors",
            ["Form.When.When"] = "LastMonth",
        });

        var reference = (await moderator.PageAsync(Slip)).QuerySelector(".desk-slip .info-reference")!.TextContent;
        var told = (await moderator.PageAsync($"/moderation/stories/{reference}")).QuerySelectorAll(".desk-told").Select(part => part.TextContent);
        Assert.Equal(
            [
                "She rang six times.",
                "Told twice to 1 service in about 7 days.\n1. Housing · Telephone · About a week\n2. told it again · They rang off.",
                "The new address\nKnown to: Police\nReason given: GDPR\nWritten down: Yes\nWould have changed: One call",
                "In the last month",
                "Councillors",
            ],
            told);
    }

    [Fact]
    public async Task A_step_is_added_or_taken_away_without_scripts_and_all_that_is_typed_stays_at_its_place()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "steps@example.org");
        var before = await CountAsync();
        var page = await moderator.PageAsync(Enter);

        page = await TestBrowser.DocumentAsync(
            await moderator.SubmitAsync(page, Enter, new(Good) { ["Form.HandOffs.Steps[0].Happened"] = "The first." }, "AddStep"));
        page = await TestBrowser.DocumentAsync(
            await moderator.SubmitAsync(
                page, Enter, new() { ["Form.HandOffs.Steps[1].Happened"] = "The second.", ["Form.Missing.Needed"] = "A name" }, "AddStep"));
        page = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(page, Enter, [], "RemoveStep&step=1"));

        Assert.Equal(["The second.", ""], Happened(page));
        Assert.Equal(("She rang six times.", "A name"), (page.Field("Form.Story.Told"), page.Field("Form.Missing.Needed")));
        Assert.Equal(
            ["Telephone", "Website", "true", "true"],
            page.QuerySelectorAll("main [checked]:not([name='Form.Permission.Months'])").Select(box => box.GetAttribute("value")));
        Assert.Equal(before, await CountAsync());
        await moderator.SubmitAsync(page, Enter, []);
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task There_are_eight_steps_at_most()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "eight@example.org");
        var page = await moderator.PageAsync(Enter);

        for (var step = 1; step < HandOff.Most; step++) page = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(page, Enter, Good, "AddStep"));

        Assert.Equal(HandOff.Most, Happened(page).Count());
        Assert.Null(page.QuerySelector("button[formaction*=AddStep]"));
    }

    [Fact]
    public async Task A_step_that_is_refused_says_so_beside_its_field_and_everything_typed_stays()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "refused@example.org");
        var (before, tooLong) = (await CountAsync(), new string('x', HandOff.MaxHappened + 1));
        var page = await moderator.PageAsync(Enter);
        page = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(page, Enter, Good, "AddStep"));

        var answer = await moderator.SubmitAsync(page, Enter, new()
        {
            ["Form.HandOffs.Steps[0].Happened"] = "They rang off.",
            ["Form.HandOffs.Steps[1].Happened"] = tooLong,
            ["Form.Missing.Needed"] = tooLong,
        });

        var again = await TestBrowser.DocumentAsync(answer);
        Assert.Equal((HttpStatusCode.BadRequest, before), (answer.StatusCode, await CountAsync()));
        Assert.Equal(["They rang off.", tooLong], Happened(again));
        Assert.Equal(("She rang six times.", tooLong), (again.Field("Form.Story.Told"), again.Field("Form.Missing.Needed")));
        Assert.Equal(
            ["#form-handoffs-steps-1--happened", "#form-missing-needed"],
            again.QuerySelectorAll(".govuk-error-summary a").Select(link => link.GetAttribute("href")));
        Assert.All(
            again.QuerySelectorAll(".govuk-error-summary a").Select(link => link.GetAttribute("href")!), link =>
                Assert.Contains("300", again.QuerySelector($"{link}-error")!.TextContent, StringComparison.Ordinal));
        var mended = await moderator.SubmitAsync(
            again, Enter, new() { ["Form.HandOffs.Steps[1].Happened"] = "", ["Form.Missing.Needed"] = "" });
        Assert.Equal(HttpStatusCode.SeeOther, mended.StatusCode);
    }

    [Fact]
    public async Task Somebody_who_may_be_at_risk_puts_the_story_on_hold_where_only_a_lead_reads_it()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "risk@example.org");
        using var lead = await site.SignedIn(Roles.SafeguardingLead, "risk-lead@example.org");

        await moderator.SubmitAsync(
            Enter, new(Good) { ["Form.Story.SomeoneAtRisk"] = "true", ["Form.HandOffs.Steps[0].Happened"] = "They rang off." });

        var reference = (await moderator.PageAsync(Slip)).QuerySelector(".desk-slip .info-reference")!.TextContent;
        var (closed, open) = (await moderator.PageAsync($"/moderation/stories/{reference}"), await lead.PageAsync($"/moderation/stories/{reference}"));
        Assert.Contains("Only a safeguarding lead reads this story while it is on hold.", closed.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("They rang off.", closed.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Raised by risk@example.org.", open.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("They rang off.", open.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_one_member_of_staff_is_of_no_use_to_another()
    {
        using var one = await site.SignedIn(Roles.Moderator, "one@example.org");
        using var two = await site.SignedIn(Roles.Moderator, "two@example.org");
        var key = (await one.PageAsync(Enter)).QuerySelector("[name=Key]")!.GetAttribute("value")!;
        await one.DoAsync(Enter, new(Good) { ["Key"] = key });

        var answer = await two.SubmitAsync(Enter, new(Good) { ["Key"] = key });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static IEnumerable<string> Happened(IHtmlDocument page) =>
        page.QuerySelectorAll("textarea[name$='.Happened']").Select(box => ((IHtmlTextAreaElement)box).Value);

    private static string Key(IHtmlDocument page, string field, string name) =>
        page.QuerySelectorAll($"select[name='{field}'] option").First(option => option.TextContent == name).GetAttribute("value")!;

    private static int Number(string field, string value) => Math.Abs(string.GetHashCode($"{field} {value}", StringComparison.Ordinal));

    private async Task<int> CountAsync() => await site.Get<InfoStoryContext>().Stories.CountAsync();
}
