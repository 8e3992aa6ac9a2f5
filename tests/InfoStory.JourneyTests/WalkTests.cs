using InfoStory.Stories;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>How far it is from the first page to the six words, on a telephone, for a story that is simple. The limits are those of docs/sharing.md.</summary>
public sealed class WalkTests(Stage stage) : IClassFixture<Stage>
{
    private const int MostTaps = 8, MostPages = 5, MostWords = 450;

    private const string SeenWords =
        """
        () => {
          const words = (text) => text.split(/\s+/).filter((word) => word !== "").length;
          const hidden = [...document.querySelectorAll("main .govuk-visually-hidden, main [aria-hidden=true] label")];
          return words(document.querySelector("main").innerText) - hidden.reduce((sum, part) => sum + words(part.innerText), 0);
        }
        """;

    private readonly List<(string Page, int Words)> read = [];

    private int taps;

    [Theory]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_simple_story_is_sent_with_few_taps_pages_and_words(Way way)
    {
        var author = await stage.VisitorAsync(way);
        await author.Page.SetViewportSizeAsync(390, 844);
        await author.GoAsync("/share");

        await ReadAsync(author, "Share your story");
        await PressAsync(author, "Start your story");
        await ReadAsync(author, SharePages.WhatHappened);
        await TapAsync(author.Main.GetByLabel(SharePages.WhatHappened, new() { Exact = true }));
        await author.Page.Keyboard.InsertTextAsync("I rang three times.");
        await TapAsync(Quick(author, "How many times did you tell it?", "3"));
        await TapAsync(Quick(author, "How many services did you tell?", "2"));
        await PressAsync(author, "Continue");
        await ReadAsync(author, SharePages.Permission);
        await TapAsync(author.Main.GetByLabel(ConsentWording.Of(Audience.Website).Question));
        await PressAsync(author, "Continue");
        await ReadAsync(author, SharePages.Check);
        await author.SeesAsync("Told 3 times to 2 services.");
        await PressAsync(author, "Send your story");
        await ReadAsync(author, SharePages.Thanks);

        Assert.Equal(6, await author.Main.Locator(".info-receipt__words li").CountAsync());
        var words = string.Join(", ", read.Select(page => $"{page.Page}: {page.Words}"));
        Assert.True(taps <= MostTaps, $"{taps} taps");
        Assert.True(read.Count <= MostPages, $"{read.Count} pages");
        Assert.True(read.Sum(page => page.Words) < MostWords, $"{read.Sum(page => page.Words)} words ({words})");
    }

    private static ILocator Quick(Visitor author, string question, string answer) =>
        author.Main.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer, new() { Exact = true });

    /// <summary>What stands on the page that somebody comes to: every word that can be seen of it between header and footer.</summary>
    private async Task ReadAsync(Visitor author, string heading)
    {
        await author.ComesToAsync(heading);
        read.Add((heading, await author.Page.EvaluateAsync<int>(SeenWords)));
    }

    private Task PressAsync(Visitor author, string name) =>
        TapAsync(author.Main.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last);

    private async Task TapAsync(ILocator where)
    {
        await where.ClickAsync();
        taps++;
    }
}
