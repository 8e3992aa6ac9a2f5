using System.Net;
using AngleSharp.Html.Dom;
using InfoStory.Authors;
using InfoStory.Data.Access;
using InfoStory.Stories;
using InfoStory.Web.Tests.BadInput;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>What is typed beside a button that is about something else.</summary>
public sealed class NothingTypedIsLostTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly Dictionary<string, string> Typed = new()
    {
        ["Form.Note"] = "Ring the ward first.",
        ["Form.Reason"] = "A reason that is not sent yet.",
        ["Form.Criticality"] = "AvoidableHarm",
    };

    [Theory]
    [InlineData("score")]
    [InlineData("Second")]
    [InlineData("Notice")]
    [InlineData("Start")]
    public async Task Every_act_on_a_story_that_is_ready_keeps_the_note_and_the_reason(string act)
    {
        var desk = await ReadyAsync();
        using var publisher = await site.SignedIn(Roles.Publisher, $"{act}@example.org");

        await publisher.DoAsync(desk, Typed, act);

        var page = await publisher.PageAsync(desk);
        Assert.Equal(["Ring the ward first."], Notes(page));
        Assert.Equal("A reason that is not sent yet.", page.Field("Form.Reason"));
    }

    [Theory]
    [InlineData("score")]
    [InlineData("Second")]
    [InlineData("Notice")]
    [InlineData("Start")]
    public async Task A_note_that_is_too_long_is_refused_and_stays_in_its_box(string act)
    {
        var desk = await ReadyAsync();
        using var publisher = await site.SignedIn(Roles.Publisher, $"long-{act}@example.org");
        var words = new string('x', 2001);

        var answer = await publisher.SubmitAsync(desk, new(Typed) { ["Form.Note"] = words }, act);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(words, (await TestBrowser.DocumentAsync(answer)).Field("Form.Note"));
        Assert.Empty(Notes(await publisher.PageAsync(desk)));
    }

    [Fact]
    public async Task A_case_study_that_cannot_be_started_is_refused_on_the_page_of_the_story_with_everything_typed()
    {
        var story = await site.Given(A.Story().Titled("Not any more").Ready());
        var desk = $"/moderation/stories/{story.Reference}";
        using var publisher = await site.SignedIn(Roles.Publisher, "refused@example.org");
        var opened = await publisher.PageAsync(desk);
        await site.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Press] }, CancellationToken.None);

        var answer = await publisher.SubmitAsync(opened, desk, Typed, "Start");

        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("has not agreed to publication", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Not any more", page.QuerySelector("h1")!.TextContent);
        Assert.Equal((Typed["Form.Note"], Typed["Form.Reason"]), (page.Field("Form.Note"), page.Field("Form.Reason")));
        Assert.Empty(Notes(await publisher.PageAsync(desk)));
    }

    [Fact]
    public async Task A_note_beside_the_start_of_a_case_study_that_is_there_already_is_kept_too()
    {
        var desk = await ReadyAsync();
        using var publisher = await site.SignedIn(Roles.Publisher, "again@example.org");
        var started = await publisher.SubmitAsync(desk, [], "Start");

        var again = await publisher.SubmitAsync(desk, Typed, "Start");

        Assert.Equal(started.Headers.Location, again.Headers.Location);
        Assert.Equal(["Ring the ward first."], Notes(await publisher.PageAsync(desk)));
    }

    [Fact]
    public async Task A_reason_that_was_begun_waits_for_its_own_story()
    {
        var (desk, other) = (await ReadyAsync(), await ReadyAsync());
        using var publisher = await site.SignedIn(Roles.Publisher, "other@example.org");
        await publisher.DoAsync(desk, Typed, "Start");

        var elsewhere = await publisher.PageAsync(other);

        Assert.Equal("", elsewhere.Field("Form.Reason"));
        Assert.Equal("A reason that is not sent yet.", (await publisher.PageAsync(desk)).Field("Form.Reason"));
    }

    private async Task<string> ReadyAsync() =>
        $"/moderation/stories/{(await site.Given(A.Story().Scored(Criticality.AvoidableHarm).Ready())).Reference}";

    private static IEnumerable<string> Notes(IHtmlDocument page) =>
        page.QuerySelectorAll("section[aria-labelledby=notes] li > span").Select(note => note.FirstChild!.TextContent.Trim());
}
