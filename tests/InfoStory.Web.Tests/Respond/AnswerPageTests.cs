using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Respond;

/// <summary>What a responder writes comes to a publisher and then to everyone, and is never lost on its way.</summary>
public sealed class AnswerPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Hostile = "One number <script>alert(1)</script>";

    [Fact]
    public async Task An_answer_goes_from_draft_to_the_page_of_the_case_study()
    {
        var (story, ask, responder) = await AskedAsync("Calls of a bilby", "Bilby Council");
        using var publisher = await site.SignedIn(Roles.Publisher, "reads@example.org");
        using var reader = site.Browser();
        var address = $"/respond/asks/{ask}";

        var home = await responder.PageAsync("/respond/home");
        Assert.Equal("Calls of a bilby", home.QuerySelector($"a[href='{address}']")!.TextContent);
        await responder.DoAsync(address, new() { ["Form.Understood"] = "Five calls" }, "Save");
        var draft = await responder.PageAsync(address);
        Assert.Contains("A draft is kept. It has not been sent.", (await responder.PageAsync("/respond/home")).Body!.TextContent, StringComparison.Ordinal);
        var refused = await TestBrowser.DocumentAsync(await responder.SubmitAsync(draft, address, new() { ["Form.WillDo"] = "" }, "Send"));
        await responder.DoAsync(draft, address, new() { ["Form.WillDo"] = Hostile, ["Form.Whom"] = "Ask Marek Nowak" }, "Send");
        var before = (await reader.PageAsync($"/case-studies/{story.Slug}")).QuerySelectorAll(".info-answer").Length;

        var list = (await publisher.PageAsync("/moderation/responses")).QuerySelectorAll("tbody tr")
            .Single(row => row.TextContent.Contains("Bilby Council", StringComparison.Ordinal));
        Assert.Contains("Calls of a bilby", list.TextContent, StringComparison.Ordinal);
        var waits = list.QuerySelector("a")!.GetAttribute("href")!;
        var about = (await publisher.PageAsync(waits)).QuerySelector(".desk-head a")!;
        Assert.Equal(("Calls of a bilby", $"/moderation/case-studies/{story.CaseStudy}"), (about.TextContent, about.GetAttribute("href")));
        var stopped = await TestBrowser.DocumentAsync(await publisher.SubmitAsync(waits, []));
        await publisher.DoAsync(waits, new() { ["Form.WhyPublic"] = "Public" });

        Assert.Equal(("Five calls", "Head of housing"), (draft.Field("Form.Understood"), draft.Field("Form.Role")));
        Assert.NotNull(refused.QuerySelector("#form-willdo-error"));
        Assert.Equal(0, before);
        Assert.NotNull(stopped.QuerySelector("#form-whypublic-error"));
        var page = await reader.PageAsync($"/case-studies/{story.Slug}");
        var answer = page.QuerySelector("section[aria-labelledby=asks]")!;
        Assert.Contains("What Bilby Council answered", answer.TextContent, StringComparison.Ordinal);
        Assert.Contains(Hostile, answer.TextContent, StringComparison.Ordinal);
        Assert.Contains("Head of housing, ", answer.TextContent, StringComparison.Ordinal);
        Assert.Empty(answer.QuerySelectorAll("script"));
        Assert.DoesNotContain("Ann", answer.TextContent, StringComparison.Ordinal);
        Assert.Contains(Hostile, (await reader.PageAsync("/organisations/bilby-council")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Hostile, (await responder.PageAsync(address)).Field("Form.WillDo"));
    }

    [Fact]
    public async Task What_is_too_long_to_be_sent_is_refused_beside_its_field_and_there_again_later()
    {
        var (_, ask, responder) = await AskedAsync("Calls of a potoroo", "Potoroo Council");
        var (address, tooLong) = ($"/respond/asks/{ask}", new string('x', 2_001));

        var answer = await responder.SubmitAsync(address, new() { ["Form.Understood"] = tooLong, ["Form.WillDo"] = "One number" }, "Send");
        var refused = await TestBrowser.DocumentAsync(answer);
        var later = await responder.PageAsync(address);
        await responder.DoAsync(refused, address, new()
        {
            ["Form.Understood"] = "Five calls",
            ["Form.Change"] = "A desk",
            ["Form.Whose"] = "Head of desks",
            ["Form.Due"] = "4 March 2027",
        }, "Send");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("must be 2,000 characters or fewer", refused.QuerySelector("#form-understood-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((tooLong, tooLong), (refused.Field("Form.Understood"), later.Field("Form.Understood")));
        var written = (await responder.PageAsync(address)).QuerySelector("#written")!;
        Assert.Equal("Your response is with us", written.TextContent);
        Assert.Equal(
            ["One number", "A desk, by 4 March 2027, Head of desks", "Head of housing"],
            written.ParentElement!.QuerySelectorAll("dd").Skip(1).Select(part => part.TextContent.Trim()));
    }

    [Fact]
    public async Task Whoever_types_no_day_reads_at_once_all_that_is_wrong_in_the_words_of_the_page()
    {
        var (_, ask, responder) = await AskedAsync("Calls of a kowari", "Kowari Council");
        var address = $"/respond/asks/{ask}";

        var answer = await responder.SubmitAsync(address, new() { ["Form.Due"] = "soon", ["Form.Role"] = "" }, "Send");
        var draft = await responder.SubmitAsync(address, new() { ["Form.Due"] = "soon" }, "Save");
        var tell = await responder.SubmitAsync($"{address}/tell", new() { ["Form.Kind"] = "Question", ["Form.Until"] = "soon" });

        Assert.Equal(
            ["Write what you understood", "Write what you will do, or why you will do nothing", "Write your role, such as Head of housing. Not your name",
                "Write what will change, or leave all three empty", "Write whose it is: a role, not a name",
                "The day by which it will change must be a real day, such as 4 December 2026"],
            await ErrorsAsync(answer));
        Assert.Equal(["The day by which it will change must be a real day, such as 4 December 2026"], await ErrorsAsync(draft));
        Assert.Equal(["The day by which you will answer must be a real day, such as 4 December 2026", "Write your question"], await ErrorsAsync(tell));

        static async Task<IEnumerable<string>> ErrorsAsync(HttpResponseMessage answer) =>
            (await TestBrowser.DocumentAsync(answer)).QuerySelectorAll(".govuk-error-summary li").Select(line => line.TextContent.Trim());
    }

    [Fact]
    public async Task A_colleague_who_saved_first_is_shown_and_nothing_typed_is_lost()
    {
        var (_, ask, responder) = await AskedAsync("Calls of a quokka", "Quokka Council");
        var address = $"/respond/asks/{ask}";
        var (mine, theirs) = (await responder.PageAsync(address), await responder.PageAsync(address));
        await responder.DoAsync(theirs, address, new() { ["Form.Understood"] = "Theirs" }, "Save");

        var answer = await responder.SubmitAsync(mine, address, new() { ["Form.Understood"] = "Mine" }, "Save");
        var shown = await TestBrowser.DocumentAsync(answer);
        var wrong = await TestBrowser.DocumentAsync(await responder.SubmitAsync(mine, address, new() { ["Form.Role"] = new string('x', 900) }, "Save"));
        await responder.DoAsync(shown, address, [], "Save");

        Assert.Equal((HttpStatusCode.Conflict, "Mine"), (answer.StatusCode, shown.Field("Form.Understood")));
        Assert.Contains("Theirs", shown.QuerySelector("#written")!.ParentElement!.TextContent, StringComparison.Ordinal);
        // A form that was refused for another reason has not seen what the colleague wrote.
        Assert.Equal("0", wrong.Field("Form.Revision"));
        Assert.Equal("Mine", (await responder.PageAsync(address)).Field("Form.Understood"));
    }

    [Fact]
    public async Task What_was_typed_when_the_session_had_ended_waits_for_its_person_and_goes_with_the_story()
    {
        var (story, ask, responder) = await AskedAsync("Calls of a wombat", "Wombat Council");
        var address = $"/respond/asks/{ask}";
        var page = await responder.PageAsync(address);
        site.Clock.Advance(ResponderSession.Idle);

        var led = (await responder.SubmitAsync(page, address, new() { ["Form.WillDo"] = "One number" }, "Send")).Headers.Location!.OriginalString;
        var said = (await responder.PageAsync(led)).Body!.TextContent;
        await site.SignInAgainAsync(responder, "ann@wombat-council.example");
        var kept = (await responder.PageAsync("/respond/home")).QuerySelector("#kept-forms a")!.GetAttribute("href")!;
        var shown = await responder.PageAsync(kept);
        using var other = (await AskedAsync("Calls of a dingo", "Dingo Council")).Responder;

        Assert.Contains("What you typed waits for you", said, StringComparison.Ordinal);
        Assert.Equal("One number", shown.Field("Form.WillDo"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(kept)).StatusCode);
        await site.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        Assert.False(await site.Get<InfoStoryContext>().Set<Authors.KeptForm>().AnyAsync(form => form.StoryId == story.Id));
    }

    [Theory]
    [InlineData("", "Save", "Form.WillDo", "/respond/home")]
    [InlineData("/tell", null, "Form.Words", "")]
    public async Task Back_sends_nothing_and_what_was_typed_waits_until_it_is_sent(string page, string? handler, string field, string to)
    {
        var (_, ask, responder) = await AskedAsync($"Calls of a quoll{page}", $"Quoll Council{page}");
        var (first, address) = ($"/respond/asks/{ask}", $"/respond/asks/{ask}{page}");
        Task<HttpResponseMessage> LeaveAsync(string typed) => responder.SubmitAsync(address, new() { [field] = typed, ["To"] = "back" }, handler);

        var unchanged = await LeaveAsync("");
        var before = await responder.PageAsync("/respond/home");
        var left = await LeaveAsync("One number");
        var home = await responder.PageAsync("/respond/home");
        var again = await responder.PageAsync(home.QuerySelector("#kept-forms a")!.GetAttribute("href")!);

        Assert.All([unchanged, left], answer => Assert.Equal(to.Length > 0 ? to : first, answer.Headers.Location!.OriginalString));
        Assert.Null(before.QuerySelector("#kept-forms"));
        Assert.DoesNotContain("A draft is kept", home.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("One number", again.Field(field));
        Assert.NotNull(again.QuerySelector("nav button[name=To][form=question]"));
    }

    private async Task<(GivenStory Story, Id<Ask> Ask, TestBrowser Responder)> AskedAsync(string title, string name)
    {
        var story = await site.Given(A.Story().Titled(title).For(Audience.Website, Audience.NamedService).Published());
        var ask = await site.PutAsync(story.Slug!, name);
        var organisation = await site.Get<InfoStoryContext>().Asks.Where(one => one.Id == ask).Select(one => one.OrganisationId).SingleAsync();
        return (story, ask, await site.RespondingAsync(organisation, $"ann@{Slug.From(name)}.example"));
    }
}
