using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>Leaving in a hurry: by keys, without a signal, with more than one tab, and with words that were never sent.</summary>
public sealed class ExitTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task The_keys_clear_the_device_also_where_there_is_no_signal()
    {
        var author = await TypedAsync("A heron that is only typed.");
        await author.Page.Context.SetOfflineAsync(true);
        var left = new TaskCompletionSource();
        author.Page.RequestFailed += (_, request) => { if (request.Url.EndsWith("/exit", StringComparison.Ordinal)) left.TrySetResult(); };

        for (var press = 0; press < 3; press++) await author.Page.Keyboard.PressAsync("Shift");
        await left.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await author.Page.Context.SetOfflineAsync(false);
        await author.GoAsync("/share/story");

        await Assertions.Expect(author.Page.GetByLabel(SharePages.WhatHappened)).ToHaveValueAsync("");
        await author.DoesNotSeeAsync("We kept what you typed");
        Assert.Equal("{}", await KeptAsync(author.Page));
    }

    [Fact]
    public async Task Another_tab_leaves_too_when_the_device_is_cleared_and_writes_nothing_back()
    {
        var author = await TypedAsync("A heron that is only typed.");
        var other = await author.Page.Context.NewPageAsync();
        await other.GotoAsync("/share/story");

        await other.GetByText("Clear this device").ClickAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Delete it" }).ClickAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This device is clear");
        await author.ComesToAsync("This device is clear");

        Assert.Equal("{}", await KeptAsync(other));
    }

    [Fact]
    public async Task The_first_page_says_that_something_is_typed_and_goes_on_with_it_or_clears_it()
    {
        var author = await TypedAsync("A heron that is only typed.");

        await author.GoAsync("/share");
        await author.SeesAsync("Something is typed on this device");
        await author.LookAsync();
        await author.PressAsync("Go on with it");
        await author.SeesAsync("We kept what you typed");
        await author.GoAsync("/share");
        await author.Main.GetByText("Clear this device", new() { Exact = true }).ClickAsync();
        await author.PressAsync("Delete it");

        await author.ComesToAsync("Share your story");
        await Assertions.Expect(author.Page.GetByText("Something is typed on this device")).ToBeHiddenAsync();
        Assert.Equal("{}", await KeptAsync(author.Page));
    }

    private async Task<Visitor> TypedAsync(string words)
    {
        var author = await stage.VisitorAsync(Way.Desktop);
        await author.GoAsync("/share/story");
        await author.FillAsync(SharePages.WhatHappened, words);
        await author.SeesAsync("Saved on this device");
        return author;
    }

    private static Task<string> KeptAsync(IPage page) => page.EvaluateAsync<string>("() => JSON.stringify({ ...localStorage })");
}
