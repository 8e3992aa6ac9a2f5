using System.Net;
using InfoStory.Data;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;
using InfoStory.Web.Http;
using InfoStory.Web.Tests.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Web.Tests.Public;

/// <summary>"It is fixed where I am": one tap, no cookie, once for each network and promise for ever, and three confirm it.</summary>
public sealed class FixedPageTests(AbuseSite site) : IClassFixture<AbuseSite>
{
    [Fact]
    public async Task Three_networks_confirm_a_promise_and_one_that_comes_again_on_other_days_does_not()
    {
        var (slug, _) = await MadeAsync("A desk that is open");
        List<HttpResponseMessage> answers = [];
        for (var day = 0; day < 3; day++)
        {
            answers.Add(await TapAsync("2001:db8:5::1", slug));
            site.Clock.Advance(TimeSpan.FromDays(1));
        }

        answers.Add(await TapAsync("203.0.113.201", slug));
        var before = await PageAsync(slug);
        answers.Add(await TapAsync("203.0.113.202", slug));
        await site.Services.GetRequiredService<EditionWatch>().WaitUntilKnownAsync(CancellationToken.None);
        var after = await PageAsync(slug);

        Assert.All(answers, answer => Assert.Equal(
            (HttpStatusCode.Redirect, $"/promises/{slug}/fixed?said=True", false),
            (answer.StatusCode, answer.Headers.Location!.OriginalString, answer.Headers.Contains("Set-Cookie"))));
        Assert.DoesNotContain("Three others", before, StringComparison.Ordinal);
        Assert.Contains("Three others say that it is fixed where they are", after, StringComparison.Ordinal);
        Assert.Contains("Kept, and confirmed", after, StringComparison.Ordinal);
        using var reader = site.Browser();
        Assert.Contains("cannot see it", (await reader.PageAsync($"/promises/{slug}/fixed?said=True")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tap_of_another_site_is_refused_and_a_browser_that_says_nothing_presses_twice()
    {
        var (slug, _) = await MadeAsync("A number that works");
        using var foreign = site.From("203.0.113.203");
        foreign.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var old = site.From("203.0.113.204");

        var refused = await foreign.PostAsync($"/promises/{slug}/fixed", new Dictionary<string, string> { ["Made"] = "1" });
        var asked = await old.SubmitAsync($"/promises/{slug}", []);
        var before = await CountAsync(slug);
        var again = await old.SubmitAsync(await TestBrowser.DocumentAsync(asked), $"/promises/{slug}/fixed", []);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (refused.StatusCode, asked.StatusCode, again.StatusCode));
        Assert.Equal((0, 1), (before, await CountAsync(slug)));
    }

    [Fact]
    public async Task Where_an_author_said_no_or_it_was_taken_down_or_made_anew_a_tap_counts_for_nothing()
    {
        var (slug, story) = await MadeAsync("A name on the door");
        var stale = await TapAsync("203.0.113.205", slug, made: "2");
        await site.Get<PromiseAnswers>().AnswerAsync(story.Id, slug, KeptAnswer.No, default);
        await site.Services.GetRequiredService<EditionWatch>().WaitUntilKnownAsync(CancellationToken.None);
        var said = await TapAsync("203.0.113.205", slug);
        var page = await PageAsync(slug);
        await site.Get<Rights.Withdrawal>().WithdrawAsync(story.Id, default);

        var down = await TapAsync("203.0.113.205", slug);

        Assert.Equal(
            (HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Gone), (stale.StatusCode, said.StatusCode, down.StatusCode));
        Assert.DoesNotContain("It is fixed where I am", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_was_never_made_nobody_reads_that_it_is_done()
    {
        var story = await site.Given(A.Story().Titled("A window that opens").For(Audience.Website, Audience.NamedService).Published());
        var slug = await site.Get<IServiceProvider>().PromiseAsync(story, what: "A window that opens");
        await site.Services.GetRequiredService<EditionWatch>().WaitUntilKnownAsync(CancellationToken.None);
        using var reader = site.Browser();

        var page = (await reader.PageAsync($"/promises/{slug}/fixed")).QuerySelector("main")!.TextContent;

        Assert.DoesNotContain("is done", page, StringComparison.Ordinal);
        Assert.Contains("promised: A window that opens", page, StringComparison.Ordinal);
        Assert.Contains("To be done by", page, StringComparison.Ordinal);
    }

    private async Task<(string Slug, GivenStory Story)> MadeAsync(string what)
    {
        var story = await site.Given(A.Story().Titled(what).For(Audience.Website, Audience.NamedService).Published());
        var slug = await site.Get<IServiceProvider>().PromiseAsync(story, what: what);
        await site.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "Done.");
        await site.Services.GetRequiredService<EditionWatch>().WaitUntilKnownAsync(CancellationToken.None);
        return (slug, story);
    }

    private async Task<HttpResponseMessage> TapAsync(string from, string slug, string made = "1")
    {
        using var reader = site.From(from);
        reader.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return await reader.PostAsync($"/promises/{slug}/fixed", new Dictionary<string, string> { ["Made"] = made });
    }

    private async Task<string> PageAsync(string slug)
    {
        using var reader = site.Browser();
        return (await reader.PageAsync($"/promises/{slug}")).Body!.TextContent;
    }

    private async Task<int> CountAsync(string slug)
    {
        var db = site.Get<InfoStoryContext>();
        return await db.Set<FixedTap>().CountAsync(tap => db.Set<Promise>().Any(promise => promise.Id == tap.PromiseId && promise.Slug == slug));
    }
}
