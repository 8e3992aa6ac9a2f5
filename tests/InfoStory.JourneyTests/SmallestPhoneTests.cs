using InfoStory.Data.Access;
using InfoStory.Insight.Impact;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>The desk and the figures of impact at 320 × 640: the screen is the page's, figures stay whole, and a table is not read for ever.</summary>
public sealed class SmallestPhoneTests(Stage stage) : IClassFixture<Stage>
{
    private const int Heading = 160, Tables = 4 * 640;

    /// <summary>Every word of a table of figures that stands on two lines.</summary>
    private const string Broken = """
        () => [...document.querySelectorAll(".info-figures :is(th, td, caption)")].flatMap(cell => {
            const broken = [], walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), range = document.createRange();
            for (let text = walk.nextNode(); text; text = walk.nextNode()) {
                for (const word of text.data.matchAll(/\S+/g)) {
                    range.setStart(text, word.index);
                    range.setEnd(text, word.index + word[0].length);
                    if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) broken.push(word[0]);
                }
            }
            return broken;
        })
        """;

    [Fact]
    public async Task The_menu_of_the_desk_is_one_press_away_and_leaves_the_screen_to_the_page()
    {
        var staff = await DeskPages.SignedInAsync(
            stage, Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead | Roles.Administrator, Way.Phone);

        foreach (var path in new[] { "/moderation", "/moderation/dissemination", "/moderation/impact", "/moderation/organisations", "/moderation/overview" })
        {
            await staff.GoAsync(path);
            var top = (await staff.Main.GetByRole(AriaRole.Heading, new() { Level = 1 }).BoundingBoxAsync())!.Y;
            Assert.True(top < Heading, $"The heading of {path} begins at {top:0}");
        }

        // How many stories wait is on the page itself, and needs no menu.
        await staff.GoAsync("/moderation");
        await Assertions.Expect(staff.Main.GetByRole(AriaRole.Link, new() { Name = "Needs me (0)", Exact = true })).ToBeInViewportAsync();
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).PressAsync("Enter");
        Assert.Empty(await Eyes.SidewaysAsync(staff.Page));
        await staff.Page.GetByRole(AriaRole.Link, new() { Name = "Dissemination" }).PressAsync("Enter");
        await staff.ComesToAsync("Dissemination");
    }

    [Fact]
    public async Task Figures_keep_their_words_and_numbers_whole_and_those_of_the_desk_are_short()
    {
        for (var number = 0; number < 5; number++) await stage.Site.Given(A.Story());
        await stage.Site.Get<ImpactCounting>().FoldAsync(CancellationToken.None);
        var reader = await stage.VisitorAsync(Way.Phone);
        await reader.GoAsync("/impact");

        await reader.SeesAsync("at least 5");
        await Assertions.Expect(reader.Main.Locator(".info-figures").First).ToContainTextAsync("put to organisations");
        Assert.Empty(await reader.Page.EvaluateAsync<string[]>(Broken));
        Assert.Empty(await Eyes.SidewaysAsync(reader.Page));

        var staff = await DeskPages.SignedInAsync(stage, Roles.Publisher, Way.Phone);
        await staff.GoAsync("/moderation/impact");
        Assert.InRange(await staff.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"), 1, Tables);
        await staff.Main.GetByText("The months before", new() { Exact = true }).ClickAsync();
        await staff.LookAsync();
    }
}
