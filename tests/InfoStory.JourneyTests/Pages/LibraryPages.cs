using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Pages;

/// <summary>The library as a reader uses it.</summary>
public sealed class LibraryPages(Visitor visitor)
{
    public const string Heading = "Case studies";

    public ILocator Titles => visitor.Main.Locator(".info-card__title");

    public ILocator Marks => visitor.Main.Locator(".info-card mark");

    public async Task OpenAsync()
    {
        await visitor.GoAsync("/case-studies");
        await visitor.ComesToAsync(Heading);
    }

    public async Task SearchAsync(string words)
    {
        await visitor.FillAsync("Search for words", words);
        await visitor.PressAsync("Search");
        await visitor.ComesToAsync(Heading);
    }

    public async Task FilterAsync(string filter, string choice)
    {
        var sheet = visitor.Main.Locator(".info-sheet__open a");
        if (await sheet.IsVisibleAsync()) await sheet.ClickAsync();
        var facet = visitor.Main.GetByRole(AriaRole.Group, new() { Name = filter, Exact = true });
        if (!await facet.GetByLabel(choice).IsVisibleAsync()) await facet.Locator("summary").ClickAsync();
        await facet.GetByLabel(choice).CheckAsync();
        await visitor.PressAsync("Show case studies");
        await visitor.ComesToAsync(Heading);
    }

    public async Task ReadAsync(string title)
    {
        await visitor.FollowAsync(title);
        await visitor.ComesToAsync(title);
    }

    public Task FindsAsync(params string[] titles) => Assertions.Expect(Titles).ToHaveTextAsync(titles);
}
