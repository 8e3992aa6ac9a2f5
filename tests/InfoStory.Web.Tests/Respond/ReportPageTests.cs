using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responders;
using InfoStory.Stories;
using InfoStory.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Respond;

/// <summary>What became of a promise, from the form of whoever answers for its organisation to the public page.</summary>
public sealed class ReportPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Hostile = "One number <script>alert(1)</script>";

    [Fact]
    public async Task A_report_goes_from_the_home_of_its_organisation_by_a_publisher_to_the_public_page()
    {
        var (slug, responder) = await PromisedAsync("Report of a bilby");
        using var publisher = await site.SignedIn(Roles.Publisher, "reads-reports@example.org");
        using var reader = site.Browser();
        var address = $"/respond/promises/{slug}";

        var home = await responder.PageAsync("/respond/home");
        var refused = await TestBrowser.DocumentAsync(await responder.SubmitAsync(address, new() { ["Form.Kind"] = "Moved", ["Form.Words"] = Hostile }));
        await responder.DoAsync(address, new() { ["Form.Kind"] = "Made", ["Form.Words"] = Hostile });
        var after = await responder.PageAsync("/respond/home");
        var desk = (await publisher.PageAsync("/moderation/responses")).QuerySelector($"a[href='/moderation/promises/{slug}/report']");
        var before = await reader.PageAsync($"/promises/{slug}");
        await publisher.DoAsync(desk!.GetAttribute("href")!, []);

        Assert.Equal("Report of a bilby", home.QuerySelector($"a[href='{address}']")!.TextContent);
        Assert.NotNull(refused.QuerySelector("#form-due-error"));
        Assert.Equal(Hostile, refused.Field("Form.Words"));
        Assert.Contains("Your report is with us", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Hostile, before.Body!.TextContent, StringComparison.Ordinal);
        var page = await reader.PageAsync($"/promises/{slug}");
        Assert.Contains(Hostile, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task What_a_colleague_sent_first_is_shown_and_nothing_typed_is_lost_and_given_back_it_is_there_again()
    {
        var (slug, responder) = await PromisedAsync("Report of a potoroo");
        using var publisher = await site.SignedIn(Roles.Publisher, "returns-reports@example.org");
        var address = $"/respond/promises/{slug}";
        var (mine, theirs) = (await responder.PageAsync(address), await responder.PageAsync(address));
        await responder.DoAsync(theirs, address, new() { ["Form.Kind"] = "Made", ["Form.Words"] = "Theirs" });

        var answer = await responder.SubmitAsync(mine, address, new() { ["Form.Kind"] = "Dropped", ["Form.Words"] = "Mine" });
        var shown = await TestBrowser.DocumentAsync(answer);
        await publisher.DoAsync($"/moderation/promises/{slug}/return", new() { ["Form.Why"] = "Leave out the name" });
        var returned = await responder.PageAsync(address);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Mine", shown.QuerySelector("#sent")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Leave out the name", returned.QuerySelector(".govuk-inset-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Theirs", returned.Field("Form.Words"));
    }

    [Fact]
    public async Task What_was_typed_when_the_session_had_ended_or_the_promise_went_down_is_there_still()
    {
        var (slug, responder) = await PromisedAsync("Report of a wombat");
        var address = $"/respond/promises/{slug}";
        var page = await responder.PageAsync(address);
        site.Clock.Advance(ResponderSession.Idle);

        var led = (await responder.SubmitAsync(page, address, new() { ["Form.Kind"] = "Made", ["Form.Words"] = "One number" })).Headers.Location!;
        await responder.PageAsync(led.OriginalString);
        await site.SignInAgainAsync(responder, "ann@report-of-a-wombat.example");
        var kept = (await responder.PageAsync("/respond/home")).QuerySelector("#kept-forms a")!.GetAttribute("href")!;
        var shown = await responder.PageAsync(kept);
        await site.Get<Promising>().RecordAsync(
            slug, new() { Revision = await RevisionAsync(slug), Kind = PromiseEventKind.Dropped, Words = "No money" }, A.Publisher(), default);
        var late = await responder.SubmitAsync(shown, address, []);

        Assert.Equal("One number", shown.Field("Form.Words"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var said = (await TestBrowser.DocumentAsync(late)).Body!.TextContent;
        Assert.Contains("made or dropped already", said, StringComparison.Ordinal);
        Assert.Contains("One number", said, StringComparison.Ordinal);
    }

    private Task<int> RevisionAsync(string slug) =>
        site.Get<InfoStoryContext>().Promises.Where(one => one.Slug == slug).Select(one => one.Revision).SingleAsync();

    private async Task<(string Slug, TestBrowser Responder)> PromisedAsync(string what)
    {
        var story = await site.Given(A.Story().Titled(what).For(Audience.Website, Audience.NamedService).Published());
        var slug = await site.Get<IServiceProvider>().PromiseAsync(story, what: what);
        var organisation = await site.Get<InfoStoryContext>().Promises.Where(one => one.Slug == slug).Select(one => one.OrganisationId).SingleAsync();
        return (slug, await site.RespondingAsync(organisation, $"ann@{slug}.example"));
    }
}
