using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>What publishers do with digests before they go out, and where they find what goes out at all.</summary>
public sealed class DigestPagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_publisher_reads_the_letter_for_an_interest_drops_one_with_a_reason_and_approves_the_next()
    {
        await BeginAsync();
        await site.Given(A.Story().Titled("Three calls for one answer").For(Audience.Website).Published());
        await MakeAsync();
        using var publisher = await site.SignedIn(Roles.Publisher);

        var list = await publisher.PageAsync("/moderation/digests");
        var address = list.QuerySelector("[aria-labelledby=open] a")!.GetAttribute("href")!;
        var page = await publisher.PageAsync(address);
        var leeds = await publisher.PageAsync($"{address}?interest=place%3Dleeds");
        var refused = await publisher.SubmitAsync(page, address, new() { ["Form.Why"] = " " }, "Drop");
        await publisher.DoAsync(page, address, new() { ["Form.Why"] = "It waits for the inquiry" }, "Drop");
        var late = await publisher.SubmitAsync(page, address, [], "Approve");

        Assert.Equal("Public, at once: 1 case study", page.QuerySelector("h1")!.TextContent);
        var (main, form) = (page.QuerySelector("main")!.TextContent, page.QuerySelector("form[action*=Approve]"));
        Assert.Contains("1 reader gets it.", main, StringComparison.Ordinal);
        Assert.Contains("Each reader’s own letter leaves out what they had before", main, StringComparison.Ordinal);
        Assert.NotNull(form);
        Assert.Empty(page.QuerySelectorAll("section[aria-label='The letter'] a[href*='/subscribe/']"));
        Assert.Contains("Three calls for one answer", page.QuerySelector("section[aria-label='The letter']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("section[aria-label='The letter'] a[href*='/case-studies/']"));
        Assert.Contains("There is nothing in it for them now", leeds.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var told = (await TestBrowser.DocumentAsync(refused)).QuerySelector(".govuk-error-summary")!.TextContent;
        Assert.Contains("Write why it goes to nobody", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);

        await site.Given(A.Story().Titled("Left hanging").For(Audience.Website).Published());
        await MakeAsync();
        address = (await publisher.PageAsync("/moderation/digests")).QuerySelector("[aria-labelledby=open] a")!.GetAttribute("href")!;
        await publisher.DoAsync(address, [], "Approve");
        await site.Get<DigestWriting>().WriteAsync(CancellationToken.None);

        var letter = await site.Get<InfoStoryContext>().Set<Letter>().SingleAsync(one => one.Lane == LetterLane.List);
        Assert.Equal("Left hanging", letter.Title);
        list = await publisher.PageAsync("/moderation/digests");
        Assert.Contains("1 letter,", list.QuerySelector("[aria-labelledby=ended]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_gets_cannot_be_approved_and_the_page_says_why()
    {
        var db = site.Get<InfoStoryContext>();
        var (list, now) = (SubscriberAudience.Press, site.Clock.UtcNow);
        var digest = new Digest { Audience = list, Rhythm = Rhythm.Weekly, From = now, MadeAt = now };
        var story = await site.Given(A.Story().Titled("Nobody hears it").For(Audience.Website, Audience.Press).Published());
        digest.Items.Add(new() { CaseStudyId = story.CaseStudy });
        db.Add(digest);
        await db.SaveChangesAsync();
        using var publisher = await site.SignedIn(Roles.Publisher, "nobody@example.org");

        var address = $"/moderation/digests/{digest.Id}";
        var page = await publisher.PageAsync(address);
        await publisher.DoAsync(page, address, new() { ["Form.Why"] = "Nobody gets it" }, "Drop");

        Assert.Contains("Nobody gets it: nobody is on this list.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*=Approve]"));
        Assert.NotNull(page.QuerySelector("form[action*=Drop]"));
    }

    [Fact]
    public async Task One_entry_of_the_menu_leads_to_all_that_goes_out_and_comes_back()
    {
        using var publisher = await site.SignedIn(Roles.Publisher);
        using var administrator = await site.SignedIn(Roles.Administrator);

        var (theirs, alone) = (await publisher.PageAsync("/moderation/dissemination"), await administrator.PageAsync("/moderation/dissemination"));

        Assert.Contains(theirs.QuerySelectorAll("header nav a"), link => link.TextContent == "Dissemination");
        Assert.DoesNotContain(theirs.QuerySelectorAll("header nav a"), link => link.TextContent is "Letters" or "Subscribers");
        Assert.Equal(
            ["Digests", "Subscribers", "Asks", "Responses", "Promises", "Briefings", "Deliveries", "Impact", "Letters"],
            theirs.QuerySelectorAll("dt a").Select(link => link.TextContent));
        Assert.Equal(["Letters"], alone.QuerySelectorAll("dt a").Select(link => link.TextContent));
        foreach (var link in theirs.QuerySelectorAll("dt a")) await publisher.PageAsync(link.GetAttribute("href")!);
    }

    private async Task BeginAsync()
    {
        await site.Get<DigestMaking>().MakeDueAsync(CancellationToken.None);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.Get<Subscriptions>().AskAsync(
            new() { Email = "reader@example.org", Audience = SubscriberAudience.Public, Rhythm = Rhythm.AtOnce }, CancellationToken.None);
        var db = site.Get<InfoStoryContext>();
        var asked = await db.Set<Letter>().SingleAsync();
        var begin = asked.Body.IndexOf("/subscribe/confirm/", StringComparison.Ordinal) + "/subscribe/confirm/".Length;
        await site.Get<Subscriptions>().ConfirmAsync(asked.Body.Substring(begin, LinkKey.Length), CancellationToken.None);
        db.Remove(asked);
        await db.SaveChangesAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task MakeAsync()
    {
        site.Clock.Advance(DigestTimes.Settles + TimeSpan.FromMinutes(1));
        await site.Get<DigestMaking>().MakeDueAsync(CancellationToken.None);
    }
}
