using InfoStory.CaseStudies;
using InfoStory.Rights;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>A council shows a quote in a page of its own, at another address, with the HTML that the case study gives.</summary>
public sealed class CouncilJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_council_shows_a_quote_on_its_own_page_until_the_story_is_taken_back()
    {
        var story = await stage.Site.Given(A.Story().Titled("The ward rang nobody").PublicText("She rang the ward. Nobody rang back.").Ready());
        await PublishAsync(story, "Nobody rang back.");
        var reader = await stage.VisitorAsync();
        await reader.GoAsync("/case-studies");
        await reader.FollowAsync("The ward rang nobody");
        await reader.ComesToAsync("The ward rang nobody");
        await reader.Main.GetByText("Cite this case study").ClickAsync();
        var copied = await reader.Main.Locator("#cite pre", new() { HasText = "<iframe" }).TextContentAsync();

        await using var council = await CouncilAsync($"<!DOCTYPE html><title>Our council</title><h1>What people told</h1>{copied}");
        var context = await (await OneBrowser.Browser).NewContextAsync();
        try
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(council.Urls.Single());
            await Assertions.Expect(page.FrameLocator("iframe").Locator("blockquote")).ToHaveTextAsync("“Nobody rang back.”");

            await stage.Site.Get<Withdrawal>().WithdrawAsync(story.Id, default);
            await stage.Site.Get<EditionWatch>().WaitUntilKnownAsync(default);
            await page.ReloadAsync();

            await Assertions.Expect(page.FrameLocator("iframe").Locator("main"))
                .ToHaveTextAsync("This quote is not public any more. Please take it off your page.");
        }
        finally
        {
            await context.CloseAsync();
        }
    }

    private async Task PublishAsync(GivenStory story, string quote)
    {
        var editing = stage.Site.Get<CaseStudyEditing>();
        var key = await editing.DraftFromAsync(story.Reference, A.Publisher(), default);
        var form = (await editing.ShowAsync(key, default)).ToForm() with { Summary = "In short.", Quotes = [quote] };
        await editing.PublishAsync(key, form.Answered(), A.Publisher(), default);
        await stage.Site.Get<EditionWatch>().WaitUntilKnownAsync(default);
    }

    /// <summary>Another site: to a browser 127.0.0.1 is not localhost.</summary>
    private static async Task<WebApplication> CouncilAsync(string html)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var council = builder.Build();
        council.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(html);
        });
        await council.StartAsync();
        return council;
    }
}
