using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>Shows what a browser without scripts has before it, in one with scripts, because axe is a script.</summary>
internal sealed class Mirror(IPage glass)
{
    private string shown = "";

    public static async Task<Mirror> HangAsync(IBrowser browser, Uri site)
    {
        var context = await browser.NewContextAsync(
            new() { BaseURL = site.ToString(), ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = Visitor.Narrow, Height = 640 } });
        var mirror = new Mirror(await context.NewPageAsync());
        await context.RouteAsync("**/*", mirror.AnswerAsync);
        return mirror;
    }

    public Task TakeDownAsync() => glass.Context.CloseAsync();

    public async Task<IPage> ShowAsync(IPage page)
    {
        shown = await page.ContentAsync();
        await glass.GotoAsync(page.Url);
        return glass;
    }

    private Task AnswerAsync(IRoute route) => route.Request.ResourceType switch
    {
        "document" => route.FulfillAsync(new() { Body = shown, ContentType = "text/html; charset=utf-8" }),
        "script" => route.AbortAsync(),
        _ => route.ContinueAsync(),
    };
}
