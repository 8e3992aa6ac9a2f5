using System.Net;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Public;

/// <summary>What changes by time alone changes on cached pages at that moment, whatever job has run.</summary>
public sealed class EndsByTimeTests
{
    [Fact]
    public async Task A_permission_that_ends_is_gone_from_page_list_feed_search_and_sitemap_at_that_moment()
    {
        using var site = new TestSite();
        var story = await site.Given(A.Story().Titled("Calls of the quokka").PublicText("The quokka rang.").Published());
        var until = await site.Get<InfoStoryContext>().CaseStudies.Select(study => study.PublicUntil!.Value).SingleAsync();
        string[] pages =
        [
            $"/case-studies/{story.Slug}", "/", "/case-studies", "/case-studies?words=rang", "/case-studies?kind=failed", "/case-studies/feed", "/sitemap.xml",
            "/case-studies/feed.json?kind=failed", "/case-studies.csv", "/case-studies.jsonl?words=rang", "/api/v1/case-studies",
            $"/api/v1/case-studies/{story.Slug}",
        ];
        using var reader = site.Browser();
        site.Clock.Advance(until - site.Clock.UtcNow - TimeSpan.FromSeconds(1));
        foreach (var page in pages) Assert.Contains("quokka", await TextAsync(page), StringComparison.OrdinalIgnoreCase);

        site.Clock.Advance(TimeSpan.FromSeconds(1));

        foreach (var page in pages) Assert.DoesNotContain("quokka", await TextAsync(page), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(pages[0])).StatusCode);

        async Task<string> TextAsync(string page) => await (await reader.GetAsync(page)).Content.ReadAsStringAsync();
    }

    [Fact]
    public async Task A_campaign_begins_and_ends_on_the_home_page_at_that_moment()
    {
        using var site = new TestSite();
        var (begins, ends) = (site.Clock.UtcNow.AddHours(3), site.Clock.UtcNow.AddHours(5));
        await site.Get<CampaignCalendar>().AddAsync(
            new() { Slug = "short", Name = "A short one", Hashtag = "#Short", Summary = "Tell us.", StartsAt = begins, EndsAt = ends }, CancellationToken.None);
        using var reader = site.Browser();
        List<bool> shown = [];

        foreach (var moment in (DateTime[])[begins.AddSeconds(-1), begins, ends.AddSeconds(-1), ends])
        {
            site.Clock.Advance(moment - site.Clock.UtcNow);
            shown.Add((await (await reader.GetAsync("/")).Content.ReadAsStringAsync()).Contains("A short one", StringComparison.Ordinal));
        }

        Assert.Equal([false, true, true, false], shown);
    }
}
