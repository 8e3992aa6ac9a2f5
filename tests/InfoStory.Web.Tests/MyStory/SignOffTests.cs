using System.Net;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Sharing;
using InfoStory.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.MyStory;

/// <summary>Our version beside the words as told, and what an author can do with it.</summary>
public sealed class SignOffTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Page = "/my-story/open/sign-off";

    [Fact]
    public async Task An_author_sees_what_was_left_out_and_what_is_new_and_says_yes()
    {
        var story = await site.Given(A.Story().Told("I rang Joan at the ward three times.").PublicText("I rang a colleague three times.").WithAuthor());
        using var author = await site.Opened(story.Receipt.ToString());

        var turn = await author.PageAsync("/my-story/open");
        var before = await author.PageAsync(Page);
        var answer = await author.SubmitAsync(before, Page, [], "SignOff");
        var after = await author.PageAsync("/my-story/open");

        Assert.NotNull(turn.QuerySelector($"a[href='{Page}']"));
        Assert.Equal("[ours: a colleague]", before.QuerySelector(".info-compare__ours ins")!.TextContent);
        Assert.Equal("[left out: Joan at the ward]", before.QuerySelector("section[aria-labelledby=told] del")!.TextContent);
        Assert.Equal("/my-story/open", answer.Headers.Location!.OriginalString);
        Assert.Contains("Your story is ready", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/my-story/open", (await author.GetAsync(Page)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_yes_to_a_version_that_has_changed_since_is_not_a_yes()
    {
        var story = await site.Given(A.Story().WithAuthor());
        using var author = await site.Opened(story.Receipt.ToString());
        var seen = await author.PageAsync(Page);
        using var moderator = await site.SignedIn(Roles.Moderator, "changer@example.org");
        await moderator.DoAsync($"/moderation/stories/{story.Reference}", [], "Claim");
        await moderator.DoAsync($"/moderation/stories/{story.Reference}", new() { ["Form.PublicText"] = "Changed since." }, "Approve");

        var answer = await author.SubmitAsync(seen, Page, [], "SignOff");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Changed since.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_asked_for_in_words()
    {
        var story = await site.Given(A.Story().WithAuthor());
        using var author = await site.Opened(story.Receipt.ToString());
        using var moderator = await site.SignedIn(Roles.Moderator, "reads@example.org");

        var empty = await author.SubmitAsync(Page, [], "Change");
        var sent = await author.SubmitAsync(Page, new() { ["Form.Text"] = "Leave out the ward." }, "Change");
        var mine = await author.PageAsync("/my-story/open");
        var desk = await moderator.PageAsync($"/moderation/stories/{story.Reference}");

        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal(
            "Tell us what you would like us to change",
            (await TestBrowser.DocumentAsync(empty)).QuerySelector(".govuk-error-summary__list a[href='#form-text']")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Thank you. We have your message.", mine.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You asked for a change", mine.QuerySelector(".info-track")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("The authorLeave out the ward.", desk.QuerySelector(".desk-messages div")!.Words());
    }

    [Fact]
    public async Task A_change_that_is_typed_and_left_by_Back_waits_until_it_is_sent()
    {
        var story = await site.Given(A.Story().WithAuthor());
        using var author = await site.Opened(story.Receipt.ToString());
        await author.SubmitAsync(Page, new() { ["To"] = "back" }, "Change");
        Assert.Null((await author.PageAsync("/my-story/open")).QuerySelector("#kept-forms"));

        var left = await author.SubmitAsync(Page, new() { ["Form.Text"] = "Leave out the ward.", ["To"] = "back" }, "Change");
        var waits = (await author.PageAsync(left.Headers.Location!.OriginalString)).QuerySelector("#kept-forms a")!.GetAttribute("href")!;
        var again = await author.PageAsync(waits);

        Assert.Equal("Leave out the ward.", again.Field("Form.Text"));
        Assert.Equal("change", again.QuerySelector("button[name=To][value=back]")!.GetAttribute("form"));
        await author.DoAsync(again, waits, [], "Change");
        var mine = await author.PageAsync("/my-story/open");
        Assert.Contains("You asked for a change", mine.QuerySelector(".info-track")!.TextContent, StringComparison.Ordinal);
        Assert.Null(mine.QuerySelector("#kept-forms"));
    }

    [Fact]
    public async Task What_an_author_wrote_while_the_team_took_the_story_back_is_not_lost()
    {
        var story = await site.Given(A.Story().WithAuthor());
        using var author = await site.Opened(story.Receipt.ToString());
        var seen = await author.PageAsync(Page);
        using var moderator = await site.SignedIn(Roles.Moderator, "takes@example.org");
        await moderator.DoAsync($"/moderation/stories/{story.Reference}", [], "Claim");

        var answer = await author.SubmitAsync(seen, Page, new() { ["Form.Text"] = "Written for an hour." }, "Change");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Written for an hour.", (await TestBrowser.DocumentAsync(answer)).QuerySelector(".info-public-text")!.TextContent);
    }

    [Fact]
    public async Task A_case_study_that_says_more_is_read_whole_before_it_is_published()
    {
        var story = await site.Given(A.Story().Titled("Calls of a yak").PublicText("A yak rang.").SeeFirst().Ready());
        using var author = await site.Opened(story.Receipt.ToString());
        using var publisher = await site.SignedIn(Roles.Publisher, "whole@example.org");
        var edit = (await publisher.SubmitAsync($"/moderation/stories/{story.Reference}", [], "Start")).Headers.Location!.OriginalString;
        var words = new Dictionary<string, string> { ["Form.Learning"] = "Ring the yak back." };

        var refused = await publisher.SubmitAsync(edit, words, "Publish");
        var kept = await TestBrowser.DocumentAsync(refused);
        var sent = await publisher.SubmitAsync(kept, edit, [], "SendToAuthor");
        var reading = await publisher.PageAsync(edit);
        var page = await author.PageAsync(Page);
        var yes = await author.SubmitAsync(page, Page, [], "SignOff");
        var published = await publisher.SubmitAsync(edit, new Dictionary<string, string>().Answered(), "Publish");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("Ring the yak back.", kept.QuerySelector("#form-learning")!.TextContent);
        Assert.Contains("has not said yes to these words", kept.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.All([sent, yes, published], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Null(reading.QuerySelector("button[formaction*='handler=Publish'], button[formaction*='handler=Save']"));
        Assert.Contains("Ring the yak back.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await publisher.GetAsync("/case-studies/calls-of-a-yak")).StatusCode);
    }

    [Fact]
    public async Task An_author_who_cannot_read_the_case_study_at_this_moment_is_not_told_that_it_is_their_turn()
    {
        var (first, second) = (await site.Given(A.Story().Titled("Ibis calls").SeeFirst().Ready()), await site.Given(A.Story().Titled("Ibex calls").Ready()));
        var key = await site.Get<CaseStudyEditing>().DraftFromAsync(first.Reference, A.Publisher(), default);
        var revision = (await site.Get<InfoStoryContext>().CaseStudies.SingleAsync(study => study.Id == key)).Revision;
        await site.Get<DrawingIn>().DrawInAsync(key, new() { Revision = revision, Reference = second.Reference }, A.Publisher(), default);
        using var publisher = await site.SignedIn(Roles.Publisher, "ibis@example.org");
        await publisher.DoAsync($"/moderation/case-studies/{key}", new() { ["Form.Learning"] = "Ring the ibis back." }, "SendToAuthor");
        using var author = await site.Opened(first.Receipt.ToString());
        var turn = await author.PageAsync("/my-story/open");

        await site.Get<Permissions>().ChangeAsync(second.Id, new GivePermission { Nobody = true }, default);
        var none = await author.PageAsync("/my-story/open");

        Assert.NotNull(turn.QuerySelector($"a[href='{Page}']"));
        Assert.Null(none.QuerySelector($"a[href='{Page}']"));
        Assert.Contains("We are going over the case study again", none.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("your turn", none.Body.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_but_its_author_reads_a_case_study_that_waits()
    {
        var story = await site.Given(A.Story().Titled("Gnu calls").SentToAuthor());
        using var other = await site.Opened((await site.Given(A.Story().SentToAuthor())).Receipt.ToString());
        using var reader = site.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/case-studies/{story.Slug}")).StatusCode);
        Assert.DoesNotContain("Gnu", (await other.PageAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_case_studies_says_which_one_is_with_its_author()
    {
        var story = await site.Given(A.Story().Titled("Emu calls").SentToAuthor());
        using var publisher = await site.SignedIn(Roles.Publisher, "lists@example.org");

        var row = (await publisher.PageAsync("/moderation/case-studies")).QuerySelectorAll("tbody tr")
            .Single(row => row.TextContent.Contains("Emu calls", StringComparison.Ordinal));

        Assert.Contains("With the author", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(AuthorsWord.Reading, (await site.Get<CaseStudyEditing>().ShowAsync(story.CaseStudy, default)).Author);
    }
}
