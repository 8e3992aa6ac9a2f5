using InfoStory.Stories;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

public sealed class KeyboardTests(Stage stage) : IClassFixture<Stage>
{
    private const int MostStops = 60;

    private const string Name = "() => (document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim().replace(/\\s+/g, ' ')";

    [Fact]
    public async Task A_story_is_shared_with_the_keyboard_alone()
    {
        var author = await stage.VisitorAsync();
        var keys = author.Page.Keyboard;

        await author.GoAsync("/");
        await TabToAsync(author, "Skip to main content");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        Assert.Equal("Share your story", await author.Page.EvaluateAsync<string>(Name));
        await keys.PressAsync("Enter");
        await author.ComesToAsync("Share your story");
        await TabToAsync(author, "Start your story");
        await keys.PressAsync("Space");

        await author.ComesToAsync(SharePages.WhatHappened);
        await TypeAsync(author, SharePages.WhatHappened, "I typed this and touched no mouse.");
        await author.ComesToAsync(SharePages.Permission);
        await TabToAsync(author, ConsentWording.Of(Audience.Website).Question);
        await keys.PressAsync("Space");
        await TabToAsync(author, "You see our version first");
        await keys.PressAsync("Space");
        await ContinueAsync(author);
        await author.ComesToAsync(SharePages.Check);
        await TabToAsync(author, SharePages.More);
        await keys.PressAsync("Enter");
        await author.ComesToAsync(SharePages.More);
        await TabToAsync(author, $"Next: {SharePages.HandOffs}");
        await keys.PressAsync("Space");
        await author.ComesToAsync(SharePages.HandOffs);
        await TabToAsync(author, "Add another step");
        await keys.PressAsync("Enter");
        await Assertions.Expect(author.Page.Locator("#step-2")).ToBeVisibleAsync();
        await ContinueAsync(author);
        await author.ComesToAsync(SharePages.More);
        await author.GoAsync("/share/where");
        await author.ComesToAsync(SharePages.Where);
        await TabToAsync(author, "Main service");
        await keys.TypeAsync("Housi");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await TabToAsync(author, "Council area");
        await keys.TypeAsync("Leeds");
        await ContinueAsync(author);
        await author.ComesToAsync(SharePages.More);
        await TabToAsync(author, "Check and send your story");
        await keys.PressAsync("Enter");
        await author.ComesToAsync(SharePages.Check);
        foreach (var answer in new[] { "Housing", "Leeds", ConsentWording.Of(Audience.Website).Question }) await author.SeesAsync(answer);
        await TabToAsync(author, "Send your story", inMain: true);
        await keys.PressAsync("Enter");

        var share = new SharePages(author);
        Assert.Equal(6, (await share.ReadReceiptAsync()).Words.Count);
    }

    private static async Task TypeAsync(Visitor author, string question, string words)
    {
        await author.ComesToAsync(question);
        await TabToAsync(author, question);
        await author.Page.Keyboard.TypeAsync(words);
        await ContinueAsync(author);
    }

    private static async Task ContinueAsync(Visitor author)
    {
        await TabToAsync(author, "Continue");
        await author.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses Tab until the control of this name has the focus, which must be seen at every stop.</summary>
    private static async Task TabToAsync(Visitor author, string name, bool inMain = false)
    {
        List<string> stops = [];
        while (stops.Count < MostStops)
        {
            await author.Page.Keyboard.PressAsync("Tab");
            stops.Add(await author.Page.EvaluateAsync<string>(Name));
            var fault = await Hands.FaultOfStopAsync(author.Page);
            Assert.True(fault.Length == 0, $"{author.Page.Url}: {fault}");
            if (stops[^1] == name && (!inMain || await author.Page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null"))) return;
        }

        Assert.Fail($"No “{name}” among {string.Join(", ", stops)}");
    }
}
