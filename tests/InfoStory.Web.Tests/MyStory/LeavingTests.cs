using System.Net;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Jobs;
using InfoStory.Rights;
using InfoStory.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.MyStory;

/// <summary>Whoever leaves a story leaves nothing behind: not in the browser, and not in a copy of its cookie.</summary>
public sealed class LeavingTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Everything = "\"cache\", \"storage\"";

    [Fact]
    public async Task A_copy_of_the_cookie_ends_when_the_story_is_closed()
    {
        using var author = await site.Opened((await site.Given(A.Story())).Receipt.ToString());
        using var copy = site.Copy(author);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/my-story/open")).StatusCode);

        await author.DoAsync("/my-story/open", [], "Close");

        Assert.False(await IsOpenAsync(copy));
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/my-story")).StatusCode);
    }

    [Theory]
    [InlineData(29, 4, true)]
    [InlineData(30, 1, false)]
    [InlineData(29, 5, false)]
    public async Task A_story_stays_open_for_half_an_hour_after_its_last_use_and_for_two_hours_at_most(int minutes, int times, bool stands)
    {
        using var author = await site.Opened((await site.Given(A.Story())).Receipt.ToString());
        using var copy = site.Copy(author);

        var open = true;
        for (var time = 0; time < times; time++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(minutes));
            open = await IsOpenAsync(author);
        }

        Assert.Equal((stands, stands), (open, await IsOpenAsync(copy)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Taking_a_story_back_ends_it_in_every_browser(bool everything)
    {
        var story = await site.Given(A.Story());
        using var author = await site.Opened(story.Receipt.ToString());
        using var other = await site.Opened(story.Receipt.ToString());

        await author.DoAsync("/my-story/open/take-back", new() { ["Everything"] = everything ? "true" : "false" });

        Assert.False(await IsOpenAsync(other));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/my-story")).StatusCode);
    }

    [Fact]
    public async Task A_story_that_is_erased_elsewhere_is_open_nowhere()
    {
        var story = await site.Given(A.Story());
        using var author = await site.Opened(story.Receipt.ToString());

        await site.Get<Erasure>().EraseAsync(story.Id, byAuthor: false, default);

        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync("/my-story")).StatusCode);
    }

    [Fact]
    public async Task Opening_another_story_ends_the_first_one()
    {
        var (first, second) = (await site.Given(A.Story()), await site.Given(A.Story()));
        using var author = site.Browser();
        var page = await author.PageAsync("/my-story");
        await author.DoAsync(page, "/my-story", new() { ["Form.Receipt"] = first.Receipt.ToString() });
        using var copy = site.Copy(author);

        await author.DoAsync(page, "/my-story", new() { ["Form.Receipt"] = second.Receipt.ToString() });

        Assert.False(await IsOpenAsync(copy));
        Assert.Contains(second.Reference, (await author.PageAsync("/my-story/open")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/my-story/open/permission", "/my-story/open/permission")]
    [InlineData("/my-story/open?handler=Answer", "/my-story/open")]
    [InlineData("//evil.example/my-story/open", "/my-story/open")]
    [InlineData("/moderation", "/my-story/open")]
    public async Task Whose_session_has_ended_is_told_so_and_comes_back_to_the_page_they_were_on(string from, string to)
    {
        var story = await site.Given(A.Story());
        using var author = site.Browser();
        var page = await author.PageAsync($"/my-story?from={Uri.EscapeDataString(from)}");

        var answer = await author.SubmitAsync(page, "/my-story", new() { ["Form.Receipt"] = story.Receipt.ToString() });

        var says = page.Body!.TextContent.Contains("not open here any more", StringComparison.Ordinal);
        Assert.Equal(from.StartsWith("/my-story/open", StringComparison.Ordinal), says);
        Assert.Equal(to, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Sessions_that_ended_are_deleted()
    {
        await site.Opened((await site.Given(A.Story())).Receipt.ToString());
        site.Clock.Advance(AuthorSession.Idle);

        await site.Get<IEnumerable<IJob>>().OfType<DeleteExpired>().Single().RunAsync(default);

        Assert.Equal(0, await site.Get<InfoStoryContext>().Set<AuthorSession>().CountAsync());
    }

    [Fact]
    public async Task Whoever_leaves_has_the_browser_forget_what_it_kept()
    {
        var story = (await site.Given(A.Story())).Receipt.ToString();
        using var closing = await site.Opened(story);
        using var taking = await site.Opened(story);
        using var staff = await site.SignedIn(Roles.Moderator, "leaver@example.org");

        HttpResponseMessage[] answers =
        [
            await closing.SubmitAsync("/my-story/open", [], "Close"),
            await taking.SubmitAsync("/my-story/open/take-back", []),
            await staff.SubmitAsync("/sign-out", []),
        ];

        Assert.All(answers, answer => Assert.Equal(Everything, answer.Headers.GetValues("Clear-Site-Data").Single()));
    }

    private static async Task<bool> IsOpenAsync(TestBrowser author) => (await author.GetAsync("/my-story/open")).StatusCode == HttpStatusCode.OK;
}

/// <summary>Every page that is one person's own is asked for again on Back, whoever looks.</summary>
[Collection(nameof(PeopledSite))]
public sealed class BackTests(PeopledSite site)
{
    [Fact]
    public async Task Every_page_of_a_person_is_kept_by_no_browser_and_says_so_to_the_script()
    {
        List<string> wrong = [];

        foreach (var row in AccessTable.Rows.Where(row => row.Method == "GET" && row.Route[0] == '/'))
        {
            foreach (var visitor in new[] { "anonymous", "author", "publisher", "lead", "administrator" })
            {
                using var answer = await site.SendAsync(row, visitor);
                if (answer.Headers.CacheControl!.NoStore is false || answer.Content.Headers.ContentType?.MediaType != "text/html") continue;

                var page = await TestBrowser.DocumentAsync(answer);
                if (!page.Body!.HasAttribute("data-passing") || page.QuerySelector("script[src*='site'], script[src*='desk']") is null)
                    wrong.Add($"{row.Address} as {visitor}");
            }
        }

        Assert.Empty(wrong);
    }
}
