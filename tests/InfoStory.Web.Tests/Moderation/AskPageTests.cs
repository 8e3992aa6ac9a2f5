using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Stories;
using InfoStory.Web.Http;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>A case study is put to organisations, and everyone reads what came of it.</summary>
public sealed class AskPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_publisher_asks_two_organisations_and_the_public_page_says_by_itself_who_was_silent()
    {
        var (kent, essex) = (await GiveAsync("Kent Hospitals"), await GiveAsync("Essex Trust"));
        var story = await site.Given(A.Story().Titled("Calls of a numbat").For(Audience.Website, Audience.NamedService).Published());
        using var publisher = await site.SignedIn(Roles.Publisher);
        using var reader = site.Browser();
        var (put, page) = ($"/moderation/case-studies/{story.CaseStudy}/asks", $"/case-studies/{story.Slug}");

        var look = await publisher.SubmitAsync(put, new() { ["Form.Find"] = "kent hospitals", ["Form.Organisations"] = $"{essex}" }, "Find");
        var found = await publisher.PageAsync(look.Headers.Location!.OriginalString);
        var nobody = await publisher.SubmitAsync(found, put, new() { ["Form.Organisations"] = "" }, "asks");
        var both = new[] { kent, essex }.Select(id => KeyValuePair.Create("Form.Organisations", $"{id}"));
        var done = await publisher.PostAsync(put, [
            .. both, new("__RequestVerificationToken", found.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!),
        ]);
        var asked = await LinesAsync(reader, page);
        await site.Get<Outbox>().SendDueAsync(
            new TestPostman(letter => letter.To == "kent-hospitals@numbat.example" ? LetterOutcome.Done : LetterOutcome.Later), CancellationToken.None);
        site.Clock.Advance(TimeSpan.FromDays(27));
        var waiting = await LinesAsync(reader, page);
        site.Clock.Advance(TimeSpan.FromDays(2));
        await site.Given(A.Story().Titled("A new edition").Published());
        await site.Get<EditionWatch>().WaitUntilKnownAsync(CancellationToken.None);
        var silent = await LinesAsync(reader, page);
        using var later = await site.SignedIn(Roles.Publisher, "later@example.org");
        var ask = (await later.PageAsync(put)).QuerySelector("tbody a")!.GetAttribute("href")!;
        await later.DoAsync(ask, new() { ["Form.Kind"] = "Answered", ["Form.On"] = "20 December 2026" });
        var replied = await LinesAsync(reader, page);

        Assert.Equal(["Essex Trust", "Kent Hospitals"], found.QuerySelectorAll(".govuk-checkboxes__label").Select(label => label.TextContent.Trim()));
        Assert.Equal($"{essex}", Assert.Single(found.QuerySelectorAll("[name='Form.Organisations'][checked]")).GetAttribute("value"));
        Assert.Equal("kent hospitals", found.QuerySelector("#form-find")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(
            [
                "Put to Essex Trust on 24 November 2026. We hope for a reply by 22 December 2026.",
                "Put to Kent Hospitals on 24 November 2026. We hope for a reply by 22 December 2026.",
            ],
            asked);
        Assert.Equal(asked, waiting);
        // One of our letters never left: nobody was silent whom we did not reach.
        Assert.Equal(["Put to Essex Trust on 24 November 2026.", "Put to Kent Hospitals on 24 November 2026. No reply after 28 days."], silent);
        Assert.Single(replied, line => line.EndsWith("It replied on 20 December 2026.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_recorded_wrongly_is_refused_beside_its_field_and_stays_typed()
    {
        var kent = await GiveAsync("Surrey");
        var story = await site.Given(A.Story().Titled("Calls of a quoll").For(Audience.Website, Audience.NamedService).Published());
        await site.Get<Asking>().PutAsync(story.CaseStudy, new() { Organisations = [kent] }, A.Publisher(), CancellationToken.None);
        var ask = $"/moderation/asks/{(await site.Get<AskDesk>().OfCaseStudyAsync(story.CaseStudy, A.Publisher(), CancellationToken.None))[0].Id}";
        using var publisher = await site.SignedIn(Roles.Publisher, "asks@example.org");
        using var reader = site.Browser();

        var put = (await publisher.PageAsync($"/moderation/case-studies/{story.CaseStudy}/asks")).QuerySelector("main")!;
        var refused = await publisher.SubmitAsync(ask, new() { ["Form.Kind"] = "PassedOn", ["Form.To"] = "Nowhere at all" });
        var again = await TestBrowser.DocumentAsync(refused);
        var until = site.Clock.Today().AddDays(9);
        await publisher.DoAsync(ask, new() { ["Form.Kind"] = "HoldingReply", ["Form.Until"] = until.ToString("d MMMM yyyy") });

        Assert.Contains("Nobody can answer for Surrey at /respond yet.", put.TextContent, StringComparison.Ordinal);
        Assert.NotNull(put.QuerySelector($"a[href='/moderation/organisations/{kent}/responders']"));
        Assert.Contains($"If there is no reply by {site.Clock.Today().AddDays(28):d MMMM yyyy}, it says that too.", put.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotNull(again.QuerySelector("#form-to-error"));
        var reason = again.QuerySelector("[name='Form.Kind'][value=PassedOn]")!.GetAttribute("data-aria-controls")!;
        Assert.NotNull(again.QuerySelector($"#{reason}:not(.govuk-radios__conditional--hidden) #form-to"));
        Assert.Equal(
            ["form-until", "form-whyextended", "form-lastday", "form-whycorrected"],
            again.QuerySelectorAll(".govuk-radios__conditional--hidden :is(input, select)").Select(field => field.Id));
        Assert.Contains("Nobody can answer at /respond yet", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nowhere at all", again.QuerySelector("#form-to")!.GetAttribute("value"));
        Assert.NotNull(again.QuerySelector("[name='Form.Kind'][value=PassedOn][checked]"));
        Assert.EndsWith(
            $"it wrote that it will reply by {until:d MMMM yyyy}.", Assert.Single(await LinesAsync(reader, $"/case-studies/{story.Slug}")),
            StringComparison.Ordinal);
        Assert.Contains("Surrey", (await publisher.PageAsync("/moderation/asks?state=paused")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Paused: holding reply", (await publisher.PageAsync($"/moderation/case-studies/{story.CaseStudy}")).QuerySelector(".desk-head")!.TextContent,
            StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(TestBrowser reader, string page) =>
        [.. (await reader.PageAsync(page)).QuerySelectorAll("section[aria-labelledby=asks] li").Select(line => line.TextContent)];

    private async Task<Id<Organisation>> GiveAsync(string name)
    {
        var db = site.Get<InfoStoryContext>();
        var organisation = new Organisation { Name = name, Slug = Slug.From(name), Mailbox = $"{Slug.From(name)}@numbat.example" };
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation.Id;
    }
}
