using System.Net;
using InfoStory.Authors;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Recalls;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.MyStory;

/// <summary>What came of a story for its author, and what those see to whom it was sent.</summary>
public sealed class OutcomePageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_author_sees_who_was_asked_to_how_many_it_went_and_what_comes_next()
    {
        var story = await PublishedAsync("Three calls");
        var organisation = await OrganisationAsync("Kent Trust");
        await site.Get<Asking>().PutAsync(story.CaseStudy, new() { Organisations = [organisation] }, A.Publisher(), CancellationToken.None);
        await site.Get<IServiceProvider>().PromiseAsync(story);
        await SendAsync(story, "subscriber 901", "subscriber 902");
        using var author = await site.Opened(story.Receipt.ToString());

        var page = await author.PageAsync("/my-story/open");

        var text = page.Body!.TextContent;
        Assert.Contains("Put to Kent Trust on", text, StringComparison.Ordinal);
        Assert.Contains("Sent to 2 policy makers on", text, StringComparison.Ordinal);
        Assert.DoesNotContain("subscriber 9", text, StringComparison.Ordinal);
        var next = page.QuerySelectorAll(".info-track li:not(.info-track__done) > p:first-child").Select(step => step.TextContent).ToList();
        Assert.Contains("Kent Trust replies", next);
        Assert.Equal("We ask you whether anything changed", next[^1]);
    }

    [Fact]
    public async Task Before_a_story_is_taken_back_its_author_reads_who_is_asked_to_delete_it_and_what_goes_with_it()
    {
        var story = await PublishedAsync("Pentekonter");
        await site.Get<IServiceProvider>().PromiseAsync(story);
        await SendAsync(story, $"ask of organisation {await OrganisationAsync("Sussex Trust")}", "subscriber 905", "subscriber 906");
        using var author = await site.Opened(story.Receipt.ToString());

        var (takeBack, permission) = (await TextAsync("take-back"), await TextAsync("permission"));
        var answer = await author.SubmitAsync("/my-story/open/take-back", []);
        var takenBack = (await author.PageAsync(answer.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent;

        Assert.Contains("everyone whom we sent it, 1 organisation and 2 policy makers, and ask them to delete it", takeBack, StringComparison.Ordinal);
        Assert.Contains("we delete what services answered and promised because of it", takeBack, StringComparison.Ordinal);
        Assert.Contains("We sent it to 1 organisation and 2 policy makers.", permission, StringComparison.Ordinal);
        Assert.Contains("we ask each of them by letter to delete it", takenBack, StringComparison.Ordinal);
        using var other = await site.Opened((await PublishedAsync("Liburna")).Receipt.ToString());
        var unsent = (await other.PageAsync("/my-story/open/take-back")).QuerySelector("main")!.TextContent;
        Assert.DoesNotContain("ask them to delete it", unsent, StringComparison.Ordinal);
        Assert.DoesNotContain("services answered", unsent, StringComparison.Ordinal);
        await site.Get<RecallRun>().RunAsync(CancellationToken.None);

        async Task<string> TextAsync(string page) => (await author.PageAsync($"/my-story/open/{page}")).QuerySelector("main")!.TextContent;
    }

    [Fact]
    public async Task What_is_called_back_is_said_to_be_deleted_by_one_button_and_the_author_sees_how_many_said_so()
    {
        var story = await PublishedAsync("Quinquereme");
        await SendAsync(story, $"ask of organisation {await OrganisationAsync("Essex Trust")}", "subscriber 903");
        await site.Get<Withdrawal>().WithdrawAsync(story.Id, CancellationToken.None);
        await site.Get<RecallRun>().RunAsync(CancellationToken.None);
        var link = await LinkAsync(story);
        using var reader = site.Browser();

        var page = await reader.PageAsync($"/called-back/{link}");
        await reader.SubmitAsync(page, $"/called-back/{link}", []);
        var again = await reader.PageAsync($"/called-back/{link}");

        Assert.DoesNotContain("quinquereme", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Single(page.QuerySelectorAll("main button"));
        // Which of our letters it was, by its day and by nothing else.
        var day = $"What you had from us on {site.Clock.Today():d MMMM yyyy} ";
        Assert.Contains(day, page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(day.ToLowerInvariant(), again.Body!.TextContent.ToLowerInvariant(), StringComparison.Ordinal);
        Assert.Contains("You said on", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(again.QuerySelectorAll("main button"));
        using var author = await site.Opened(story.Receipt.ToString());
        var mine = (await author.PageAsync("/my-story/open")).Body!.TextContent;
        Assert.Contains("1 has said that it is deleted", mine, StringComparison.Ordinal);
        Assert.Contains("1 could not be written to any more", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("Essex Trust", mine, StringComparison.Ordinal);
        using var publisher = await site.SignedIn(Roles.Moderator | Roles.Publisher);
        var desk = (await publisher.PageAsync("/moderation/deliveries")).Body!.TextContent;
        Assert.Contains("Essex Trust", desk, StringComparison.Ordinal);
        Assert.Contains("A case study that was taken back", desk, StringComparison.Ordinal);
        await site.Get<InfoStoryContext>().Deliveries.Where(one => one.CaseStudyId == story.CaseStudy).ExecuteDeleteAsync();
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync($"/called-back/{link}")).StatusCode);
    }

    [Fact]
    public async Task The_page_of_what_was_called_back_names_what_everyone_may_still_read_and_for_whom_it_is_not()
    {
        var story = await PublishedAsync("Hexareme");
        await SendAsync(story, "subscriber 904");
        var now = site.Clock.UtcNow;
        await site.Get<InfoStoryContext>().Deliveries.Where(one => one.CaseStudyId == story.CaseStudy).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.CalledBackAt, now).SetProperty(one => one.LinkId, one => one.Id));
        using var reader = site.Browser();

        var answer = await reader.GetAsync($"/called-back/{await LinkAsync(story)}");
        var page = await reader.PageAsync($"/called-back/{await LinkAsync(story)}");

        Assert.True(answer.Headers.CacheControl is { NoStore: true, Public: false });
        var named = Assert.Single(page.QuerySelectorAll("main li"));
        Assert.Equal("Hexareme, not for policy makers", named.TextContent);
        Assert.Equal($"/case-studies/{story.Slug}", named.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_link_of_a_letter_asks_whether_anything_changed_and_shows_nothing_of_the_story()
    {
        var story = await PublishedAsync("Trireme");
        var link = await AskedAsync(story);
        using var reader = site.Browser();

        var page = await reader.PageAsync($"/changed/{link}");
        var refused = await reader.SubmitAsync(page, $"/changed/{link}", new() { ["answer"] = "Perhaps" });
        await reader.SubmitAsync(page, $"/changed/{link}", new() { ["answer"] = "ALittle" });
        var answered = await reader.PageAsync($"/changed/{link}");
        var again = await TestBrowser.DocumentAsync(
            await reader.SubmitAsync(answered, $"/changed/{link}", new() { ["answer"] = "ALittle", ["Form.Text"] = "They ring back." }));
        await reader.SubmitAsync(answered, $"/changed/{link}", new() { ["Form.Text"] = "They ring back <now>." }, "Tell");
        var told = await reader.PageAsync($"/changed/{link}");

        Assert.DoesNotContain("trireme", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("They ring back.", again.Field("Form.Text"));
        Assert.Contains("You said: A little", answered.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("They ring back", told.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var publisher = await site.SignedIn(Roles.Moderator | Roles.Publisher);
        var desk = (await publisher.PageAsync($"/moderation/stories/{story.Reference}")).Body!.TextContent;
        Assert.Contains("The author said on", desk, StringComparison.Ordinal);
        Assert.Contains("They ring back <now>.", desk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_author_says_at_My_story_whether_anything_changed_and_then_what()
    {
        var story = await PublishedAsync("Bireme");
        await AskedAsync(story);
        using var author = await site.Opened(story.Receipt.ToString());

        var asked = await author.PageAsync("/my-story/open");
        await author.SubmitAsync(asked, "/my-story/open", new() { ["answer"] = "Worse" }, "Changed");
        var answered = await author.PageAsync("/my-story/open");
        var again = await TestBrowser.DocumentAsync(
            await author.SubmitAsync(answered, "/my-story/open", new() { ["answer"] = "Worse", ["Form.Text"] = "Nobody answers." }, "Changed"));
        var empty = await author.SubmitAsync(answered, "/my-story/open", new() { ["Form.Text"] = "" }, "Tell");
        await author.SubmitAsync(answered, "/my-story/open", new() { ["Form.Text"] = "Nobody answers." }, "Tell");
        var told = await author.PageAsync("/my-story/open");

        Assert.Contains("Did anything change?", asked.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("We ask you something below.", asked.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("anything more", asked.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("You do not need to do anything more.", answered.Body!.TextContent, StringComparison.Ordinal);
        var steps = told.QuerySelectorAll(".info-track__done > p:first-child").Select(step => step.TextContent).ToList();
        Assert.Single(steps, "You told us whether anything changed");
        Assert.Single(steps, "You wrote to us what changed");
        Assert.Equal("Nobody answers.", again.Field("Form.Text"));
        Assert.Contains("You said: It got worse", answered.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("Nobody answers.", told.QuerySelector(".info-messages")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It got worse", (await author.PageAsync("/my-story/open/data")).Body!.TextContent, StringComparison.Ordinal);
    }

    private Task<GivenStory> PublishedAsync(string title) =>
        site.Given(A.Story().Titled(title).For(Audience.Website, Audience.NamedService, Audience.PolicyMakers).Published());

    private async Task<Id<Organisation>> OrganisationAsync(string name)
    {
        var (db, organisation) = (site.Get<InfoStoryContext>(), new Organisation { Name = name, Slug = Slug.From(name), Mailbox = "office@example.org" });
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation.Id;
    }

    private async Task SendAsync(GivenStory story, params string[] recipients)
    {
        var (db, now) = (site.Get<InfoStoryContext>(), site.Get<TimeProvider>().UtcNow);
        db.AddRange(recipients.Select(recipient => new Delivery
        {
            CaseStudyId = story.CaseStudy,
            Audience = Audience.PolicyMakers,
            Recipient = recipient,
            SentAt = now,
        }));
        await db.SaveChangesAsync();
    }

    private async Task<string> LinkAsync(GivenStory story)
    {
        var key = await site.Get<InfoStoryContext>().Deliveries.Where(one => one.CaseStudyId == story.CaseStudy).MaxAsync(one => one.LinkId);
        return site.Get<LinkKey>().Sign(LinkPurpose.Recall, key!.Value.Value, 0);
    }

    private async Task<string> AskedAsync(GivenStory story)
    {
        var db = site.Get<InfoStoryContext>();
        db.Add(new ChangeQuestion { StoryId = story.Id, AskedAt = site.Get<TimeProvider>().UtcNow });
        await db.SaveChangesAsync();
        return site.Get<LinkKey>().Sign(LinkPurpose.Change, story.Id.Value, 0);
    }
}
