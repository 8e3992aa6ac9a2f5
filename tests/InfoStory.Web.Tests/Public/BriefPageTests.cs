using System.Net;

namespace InfoStory.Web.Tests.Public;

/// <summary>What a search finds as a brief to print, and the words that a search which finds nothing may have meant.</summary>
[Collection(nameof(LibrarySite))]
public sealed class BriefPageTests(LibrarySite site)
{
    [Fact]
    public async Task The_library_leads_to_a_brief_of_what_it_shows_which_says_how_much_it_leaves_out()
    {
        using var reader = site.Browser();
        var library = await reader.PageAsync("/case-studies?place=leeds");
        var link = library.QuerySelectorAll("main a").Single(link => link.TextContent == "Print these as a brief");

        var brief = await reader.PageAsync(link.GetAttribute("href")!);

        Assert.Equal(("/brief?place=leeds", "nofollow"), (link.GetAttribute("href"), link.GetAttribute("rel")));
        var said = brief.QuerySelector("article")!.TextContent;
        Assert.Contains("Chosen: Place: Leeds.", said, StringComparison.Ordinal);
        Assert.Contains($"The first 20 of {LibrarySite.Studies} case studies, newest first, as of ", said, StringComparison.Ordinal);
        Assert.Contains("All of them: https://localhost/case-studies?place=leeds", said, StringComparison.Ordinal);
        Assert.Equal(20, brief.QuerySelectorAll("article section").Length);
        Assert.Contains($"https://localhost/case-studies/{site.Latest.Slug}", brief.QuerySelector("article section")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("noindex", brief.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(brief.QuerySelector("link[rel=canonical]"));
        Assert.Equal("/case-studies?place=leeds", brief.QuerySelector(".govuk-back-link")!.GetAttribute("href"));
        Assert.DoesNotContain("/brief", await reader.Client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_brief_is_kept_and_is_sent_once_to_whoever_has_it()
    {
        using var reader = site.Browser();
        await site.ForgetAsync();
        var first = await site.StatementsAsync(() => reader.GetAsync("/brief?words=nurse&place=leeds"));
        var answer = await reader.GetAsync("/brief?words=nurse&place=leeds");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/brief?words=nurse&place=leeds") { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        using var head = new HttpRequestMessage(HttpMethod.Head, "/brief?words=nurse&place=leeds");

        Assert.InRange(first.Count, 1, 4);
        Assert.Empty(await site.StatementsAsync(() => reader.GetAsync("/brief?words=nurse&place=leeds")));
        Assert.Equal(HttpStatusCode.NotModified, (await reader.Client.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.Client.SendAsync(head)).StatusCode);
    }

    [Theory]
    [InlineData("/brief?place=leeds&kind=failed", HttpStatusCode.MovedPermanently, "/brief?kind=failed&place=leeds")]
    [InlineData("/brief?tag=referral-lost-or-refused", HttpStatusCode.MovedPermanently, "/brief?problem=referral-lost-or-refused")]
    [InlineData("/brief?place=nowhere", HttpStatusCode.Redirect, "/case-studies?place=nowhere")]
    [InlineData("/brief?words=...", HttpStatusCode.Redirect, "/case-studies?words=...")]
    [InlineData("/brief?sort=;drop", HttpStatusCode.Redirect, "/case-studies?sort=;drop")]
    [InlineData("/brief?words=giraffe", HttpStatusCode.OK, null)]
    [InlineData("/brief?after=nonsense&page=99999", HttpStatusCode.OK, null)]
    [InlineData("/BRIEF/", HttpStatusCode.OK, null)]
    public async Task Whatever_is_asked_of_it_is_answered_or_led_to_where_it_is_said_what_is_wrong(string asked, HttpStatusCode status, string? leads)
    {
        using var reader = site.Browser();

        var answer = await reader.GetAsync(asked);

        Assert.Equal((status, leads), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Near_words_are_a_link_that_keeps_the_filter_and_finds_as_many_as_it_says()
    {
        using var reader = site.Browser();

        var page = await reader.PageAsync("/case-studies?words=nures%20wroker&place=leeds");
        var near = page.QuerySelector("main a[href='/case-studies?words=nurse%20worker&place=leeds']")!;
        var found = await reader.PageAsync(near.GetAttribute("href")!);

        Assert.Equal($"Did you mean nurse worker? {LibrarySite.Studies} case studies", near.ParentElement!.TextContent.Trim());
        Assert.DoesNotContain("check the spelling", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith($"{LibrarySite.Studies} case studies", found.QuerySelector(".info-results__count")!.TextContent, StringComparison.Ordinal);
        var none = await reader.PageAsync("/case-studies?words=nures&place=cornwall");
        Assert.DoesNotContain("Did you mean", none.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("check the spelling", none.Body!.TextContent, StringComparison.Ordinal);
    }
}
