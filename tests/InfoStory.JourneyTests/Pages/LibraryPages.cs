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
        var (opens, sheet) = (visitor.Main.Locator(".info-sheet__open button"), visitor.Page.Locator("#filter"));
        if (await opens.IsVisibleAsync()) await opens.ClickAsync();
        var facet = sheet.GetByRole(AriaRole.Group, new() { Name = filter, Exact = true });
        if (!await facet.GetByLabel(choice).IsVisibleAsync()) await facet.Locator("summary").ClickAsync();
        await facet.GetByLabel(choice).CheckAsync();
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Show case studies", Exact = true }).ClickAsync();
        await visitor.ComesToAsync(Heading);
    }

    public async Task ReadAsync(string title)
    {
        await visitor.FollowAsync(title);
        await visitor.ComesToAsync(title);
    }

    public Task FindsAsync(params string[] titles) => Assertions.Expect(Titles).ToHaveTextAsync(titles);
}
