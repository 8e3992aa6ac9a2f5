using InfoStory.Stories;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>How far it is from the first page to the six words, on a telephone, for a story that is simple. The limits are those of docs/sharing.md.</summary>
public sealed class WalkTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_simple_story_is_sent_with_few_taps_pages_and_words(Way way)
    {
        var author = await stage.VisitorAsync(way);
        var walk = new Walk(author);
        await author.Page.SetViewportSizeAsync(390, 844);
        await author.GoAsync("/share");

        await walk.ReadAsync("Share your story");
        await walk.PressAsync("Start your story");
        await walk.ReadAsync(SharePages.WhatHappened);
        await walk.TypeAsync(SharePages.WhatHappened, "I rang three times.");
        await walk.TapAsync(Quick(author, "How many times did you tell it?", "3"));
        await walk.TapAsync(Quick(author, "How many services did you tell?", "2"));
        await walk.PressAsync("Continue");
        await walk.ReadAsync(SharePages.Permission);
        await walk.TapAsync(author.Main.GetByLabel(ConsentWording.Of(Audience.Website).Question));
        await walk.PressAsync("Continue");
        await walk.ReadAsync(SharePages.Check);
        await author.SeesAsync("Told 3 times to 2 services.");
        await walk.PressAsync("Send your story");
        await walk.ReadAsync(SharePages.Thanks);

        Assert.Equal(6, await author.Main.Locator(".info-receipt__words li").CountAsync());
        Assert.True(walk.IsWithin(taps: 8, pages: 5, words: 449), walk.ToString());
    }

    private static ILocator Quick(Visitor author, string question, string answer) =>
        author.Main.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer, new() { Exact = true });
}
