using System.Net;
using InfoStory.Data;
using InfoStory.Organisations.Promises;
using InfoStory.Web.Http;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Public;

/// <summary>What everyone reads of promises, and what an author taps.</summary>
public sealed class PromisePageTests : IDisposable
{
    private readonly TestSite site = new();

    [Fact]
    public async Task A_promise_is_followed_from_its_plan_to_the_word_of_whoever_told_the_story()
    {
        var story = await site.Given(A.Story().Published());
        var slug = await site.Get<IServiceProvider>().PromiseAsync(story);
        using var reader = site.Browser();
        var planned = await reader.PageAsync("/promises");

        await site.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "The number is on every letter <now>.");
        var link = await LinkAsync();
        var asked = await reader.PageAsync($"/kept/{link}");
        await reader.SubmitAsync(asked, $"/kept/{link}", new() { ["answer"] = "Yes" });
        var read = await reader.PageAsync($"/promises/{slug}");

        Assert.Contains("Planned", planned.QuerySelector(".info-card")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, asked.QuerySelectorAll("main button").Length);
        Assert.Contains("The number is on every letter <now>.", asked.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kept, and confirmed", read.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Promised, by 24 December 2026", "The service says that it is done", "Somebody who told the story says: it changed"],
            read.QuerySelectorAll(".info-track li > p:first-child").Select(step => step.TextContent));
        Assert.Contains("You said: Yes, it changed", (await reader.PageAsync($"/kept/{link}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_that_went_with_its_story_says_that_it_is_gone_and_names_nothing()
    {
        var story = await site.Given(A.Story().Titled("Told nine times").Published());
        var slug = await site.Get<IServiceProvider>().PromiseAsync(story);
        using var reader = site.Browser();
        var (promise, study) = ($"/promises/{slug}", $"/case-studies/{story.Slug}");
        var read = await reader.PageAsync(promise);
        await site.Get<Rights.Withdrawal>().WithdrawAsync(story.Id, default);
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);

        var (gone, other) = (await reader.GetAsync(promise), await reader.GetAsync(study));
        var page = (await gone.Content.ReadAsStringAsync()).Replace(slug, "", StringComparison.Ordinal);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (gone.StatusCode, other.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{promise}-2")).StatusCode);
        Assert.Equal((await other.Content.ReadAsStringAsync()).Replace(story.Slug!, "", StringComparison.Ordinal), page);
        Assert.DoesNotContain(read.QuerySelector("h1")!.TextContent, page, StringComparison.Ordinal);
        Assert.DoesNotContain(PromiseBuilding.Organisation, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_is_asked_at_My_story_and_answers_by_one_tap()
    {
        var story = await site.Given(A.Story().Published());
        var slug = await site.Get<IServiceProvider>().PromiseAsync(story);
        await site.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "Done.");
        using var author = await site.Opened(story.Receipt.ToString());

        var asked = await author.PageAsync("/my-story/open");
        await author.SubmitAsync(asked, "/my-story/open?handler=Kept", new() { ["promise"] = slug, ["answer"] = "Partly" });
        var after = await author.PageAsync("/my-story/open");

        Assert.Contains("Did it change?", asked.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You said: Partly", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A service promised a change", after.QuerySelector(".info-track")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_the_link_says_nothing_and_an_answer_that_is_none_is_refused()
    {
        var story = await site.Given(A.Story().Published());
        var slug = await site.Get<IServiceProvider>().PromiseAsync(story);
        await site.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "Done.");
        var link = await LinkAsync();
        using var reader = site.Browser();

        var page = await reader.PageAsync($"/kept/{link}");
        var refused = await reader.SubmitAsync(page, $"/kept/{link}", new() { ["answer"] = "Perhaps" });
        var nothing = await reader.SubmitAsync(page, $"/kept/{link}", []);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [refused.StatusCode, nothing.StatusCode]);
        Assert.Equal(PromiseState.Made, (await site.Get<PromiseBook>().ReadAsync(slug, CancellationToken.None)).Promise.State);
    }

    [Fact]
    public async Task The_list_is_filtered_by_what_became_of_it_and_a_filter_that_is_none_is_refused()
    {
        var story = await site.Given(A.Story().About("Housing", "Leeds").Published());
        var dropped = await site.Get<IServiceProvider>().PromiseAsync(story, what: "A new form");
        await site.Get<IServiceProvider>().PromiseAsync(story);
        await site.Get<IServiceProvider>().RecordAsync(dropped, PromiseEventKind.Dropped, "There is no money for it.");
        using var reader = site.Browser();

        var found = await reader.PageAsync("/promises?state=dropped&service=housing&place=leeds");
        var none = await reader.PageAsync("/promises?state=confirmed");
        var refused = await reader.GetAsync("/promises?state=perhaps");
        var feed = await reader.Client.GetStringAsync(new Uri("/promises/feed", UriKind.Relative));

        Assert.Equal(["A new form"], found.QuerySelectorAll(".info-card h3").Select(title => title.TextContent));
        Assert.Contains("No promise is like that", none.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Example Council: A new form", feed, StringComparison.Ordinal);
    }

    public void Dispose() => site.Dispose();

    private async Task<string> LinkAsync()
    {
        await site.Get<PromiseLetters>().AskAuthorsAsync(CancellationToken.None);
        var asked = await site.Get<InfoStoryContext>().Set<PromiseEvent>().SingleAsync(one => one.Kind == PromiseEventKind.AuthorAsked);
        return site.Get<LinkKey>().Sign(LinkPurpose.Promise, asked.Id.Value, 0);
    }
}
