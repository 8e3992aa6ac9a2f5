using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;
using InfoStory.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Respond;

/// <summary>A publisher who comes second with what an organisation sent is told so, and loses no word.</summary>
public sealed class FirstAtTheDeskTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Why = "Leave out the name of the street";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_returns_a_response_second_keeps_the_reason(bool wasPublished)
    {
        var title = $"Calls of a {(wasPublished ? "numbat" : "quoll")}";
        var (story, name) = (await site.Given(A.Story().Titled(title).For(Audience.Website, Audience.NamedService).Published()), Slug.From(title));
        var ask = await site.PutAsync(story.Slug!, title);
        var organisation = await site.Get<InfoStoryContext>().Asks.Where(one => one.Id == ask).Select(one => one.OrganisationId).SingleAsync();
        using var responder = await site.RespondingAsync(organisation, $"ann@{name}.example");
        await responder.DoAsync($"/respond/asks/{ask}", new() { ["Form.Understood"] = "Five calls", ["Form.WillDo"] = "One number" }, "Send");
        using var first = await site.SignedIn(Roles.Publisher, $"first-{name}@example.org");
        using var second = await site.SignedIn(Roles.Publisher, $"second-{name}@example.org");
        var shown = (await first.PageAsync("/moderation/responses")).QuerySelector("tbody a")!.GetAttribute("href")!;
        var (late, alsoLate) = (await second.PageAsync($"{shown}/return"), await second.PageAsync(shown));
        await (wasPublished ? first.DoAsync(shown, []) : first.DoAsync($"{shown}/return", new() { ["Form.Why"] = "Another" }));

        var returned = await second.SubmitAsync(late, $"{shown}/return", new() { ["Form.Why"] = Why });
        var published = await second.SubmitAsync(alsoLate, shown, []);
        var page = await TestBrowser.DocumentAsync(returned);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (returned.StatusCode, published.StatusCode));
        Assert.Contains("Somebody has published this response or given it back already", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Why, page.Field("Form.Why"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_returns_a_report_second_keeps_the_reason(bool wasPublished)
    {
        var what = $"Report of a {(wasPublished ? "numbat" : "quoll")}";
        var story = await site.Given(A.Story().Titled(what).For(Audience.Website, Audience.NamedService).Published());
        var slug = await site.Get<IServiceProvider>().PromiseAsync(story, what: what);
        var organisation = await site.Get<InfoStoryContext>().Promises.Where(one => one.Slug == slug).Select(one => one.OrganisationId).SingleAsync();
        using var responder = await site.RespondingAsync(organisation, $"ann@{slug}.example");
        await responder.DoAsync($"/respond/promises/{slug}", new() { ["Form.Kind"] = "Made", ["Form.Words"] = "One number" });
        using var first = await site.SignedIn(Roles.Publisher, $"first-{slug}@example.org");
        using var second = await site.SignedIn(Roles.Publisher, $"second-{slug}@example.org");
        var report = $"/moderation/promises/{slug}/report";
        var back = $"/moderation/promises/{slug}/return";
        var (late, alsoLate) = (await second.PageAsync(back), await second.PageAsync(report));
        await (wasPublished ? first.DoAsync(report, []) : first.DoAsync(back, new() { ["Form.Why"] = "Another" }));

        var returned = await second.SubmitAsync(late, back, new() { ["Form.Why"] = Why });
        var published = await second.SubmitAsync(alsoLate, report, []);
        var page = await TestBrowser.DocumentAsync(returned);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (returned.StatusCode, published.StatusCode));
        Assert.Contains("Somebody has published this report or given it back already", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Why, page.Field("Form.Why"));
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(back)).StatusCode);
    }
}
