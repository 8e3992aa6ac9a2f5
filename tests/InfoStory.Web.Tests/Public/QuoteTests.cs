using System.Net;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Rights;
using InfoStory.Web.Http;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Public;

/// <summary>A quote that others show in a frame on their own pages.</summary>
public sealed class QuoteTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *; require-trusted-types-for 'script'; " +
        "trusted-types 'none'";

    [Fact]
    public async Task The_page_of_a_case_study_gives_the_frame_which_shows_its_words_until_they_are_taken_back()
    {
        var (story, path) = await QuotedAsync("Quoted", "She rang the ward.", "Nobody <b>rang</b> back.");
        using var reader = site.Browser();

        var given = (await reader.PageAsync(path)).QuerySelectorAll("#cite pre").Select(pre => pre.TextContent)
            .Where(text => text.StartsWith("<iframe", StringComparison.Ordinal)).ToList();
        var frames = given.ConvertAll(html => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelector("iframe")!);
        List<string> shown = [];
        foreach (var frame in frames)
        {
            var answer = await reader.GetAsync(new Uri(frame.GetAttribute("src")!).PathAndQuery);
            Assert.Equal(Policy, answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.False(answer.Headers.Contains("X-Frame-Options"));
            var page = await TestBrowser.DocumentAsync(answer);
            shown.Add(page.QuerySelector("blockquote")!.TextContent);
            Assert.EndsWith(path, page.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("script, form, img, b"));
        }

        // What is copied to another site stays there: no word of a quote may stand in it.
        Assert.All(given, html => Assert.DoesNotContain("rang", html, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["“She rang the ward.”", "“Nobody <b>rang</b> back.”"], shown);

        await site.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);
        var gone = await reader.GetAsync(new Uri(frames[0].GetAttribute("src")!).PathAndQuery);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Equal(Policy, gone.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(
            "This quote is not public any more. Please take it off your page.",
            (await TestBrowser.DocumentAsync(gone)).QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("q=0")]
    [InlineData("q=deadbeef")]
    [InlineData("q=%00")]
    [InlineData("n=1")]
    [InlineData("n=2")]
    [InlineData("n=2", true)]
    public async Task Words_that_are_not_there_any_more_are_never_others(string asked, bool isFormer = false)
    {
        var (_, path) = await QuotedAsync($"Asked for {asked.Replace('%', 'x').Replace('=', 'x')} {isFormer}", "She rang the ward.");
        if (isFormer) await MoveAsync(path);
        using var reader = site.Browser();

        var answer = await reader.GetAsync($"{path.Replace("case-studies", "quotes", StringComparison.Ordinal)}?{asked}");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Null((await TestBrowser.DocumentAsync(answer)).QuerySelector("blockquote"));
    }

    [Fact]
    public async Task A_second_name_in_an_address_changes_nothing_for_others()
    {
        var (_, path) = await QuotedAsync("Asked for twice", "She rang the ward.");
        using var reader = site.Browser();
        var right = $"{path.Replace("case-studies", "quotes", StringComparison.Ordinal)}?q={Web.Pages.Quotes.ReadModel.NameOf("She rang the ward.")}";

        var twice = await reader.GetAsync($"{right}&q=x");
        var answer = await reader.GetAsync(right);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (twice.StatusCode, answer.StatusCode));
    }

    [Fact]
    public async Task No_other_status_can_be_framed()
    {
        using var reader = site.Browser();

        var answer = await reader.GetAsync("/quotes/was-never-there");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private async Task MoveAsync(string path)
    {
        var (editing, slug) = (site.Get<CaseStudyEditing>(), path.Split('/')[^1]);
        var key = await site.Get<InfoStoryContext>().CaseStudies.Where(study => study.Slug == slug).Select(study => study.Id).SingleAsync();
        var form = (await editing.ShowAsync(key, default)).ToForm().Answered() with { Address = "moved-since", LeadOn = true };
        await editing.SaveAsync(key, form, A.Publisher(), default);
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);
    }

    private async Task<(GivenStory Story, string Path)> QuotedAsync(string title, params string[] quotes)
    {
        var story = await site.Given(A.Story().Titled(title).PublicText(string.Join(' ', quotes)).Ready());
        var editing = site.Get<CaseStudyEditing>();
        var key = await editing.DraftFromAsync(story.Reference, A.Publisher(), default);
        await editing.PublishAsync(
            key, ((await editing.ShowAsync(key, default)).ToForm() with { Summary = "In short.", Quotes = [.. quotes] }).Answered(), A.Publisher(), default);
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);
        return (story, $"/case-studies/{(await editing.ShowAsync(key, default)).Slug}");
    }
}
