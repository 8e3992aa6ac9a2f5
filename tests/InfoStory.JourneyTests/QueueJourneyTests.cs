using InfoStory.Data.Access;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>A moderator with forty stories: how high a row is, and how few keys and pages lead from one story to the next, without scrolling.</summary>
public sealed class QueueJourneyTests(Stage stage) : IClassFixture<Stage>
{
    private const int Stories = 40, HighestRow = 44, MostKeysBesidesTyping = 4, MostPages = 3, FewestInSight = 14, LowestResult = 500;

    private const string InSight = "rows => rows.filter(row => row.getBoundingClientRect().bottom <= innerHeight).length";

    [Fact]
    public async Task Forty_stories_are_low_rows_and_each_decision_opens_the_next()
    {
        List<GivenStory> stories = [];
        for (var number = 0; number < Stories; number++) stories.Add(await stage.Site.Given(A.Story().About("Housing", "Leeds")));
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator);
        await staff.GoAsync("/moderation?lane=someone");
        var inSight = await staff.Main.Locator("tbody tr").EvaluateAllAsync<int>(InSight);
        await staff.GoAsync("/moderation?lane=someone&place=leeds");
        foreach (var (width, least) in ((int, int)[])[(1024, 230), (1280, 340)])
        {
            await staff.Page.SetViewportSizeAsync(width, 900);
            Assert.All(
                await staff.Main.Locator("tbody tr").EvaluateAllAsync<double[]>("rows => rows.map(row => row.getBoundingClientRect().height)"),
                height => Assert.InRange(height, 1, HighestRow));
            Assert.True((await staff.Main.Locator("tbody th").First.BoundingBoxAsync())!.Width >= least, $"The title is cut at {width}.");
        }

        var heights = await staff.Main.Locator("tbody tr").EvaluateAllAsync<double[]>("rows => rows.map(row => row.getBoundingClientRect().height)");
        var (keys, pages) = (0, 0);
        staff.Page.Load += (_, _) => pages++;

        await PressAsync("s");
        await staff.ComesToAsync(stories[0].Reference);
        await PressAsync("c");
        await staff.IsToldAsync("You have claimed the story");
        await PressAsync("d");
        await staff.Page.Keyboard.TypeAsync("Because it is a test.");
        await staff.Page.GetByLabel("Reason", new() { Exact = true }).EvaluateAsync("box => box.form.querySelector('[formaction$=\"/decline\"]').focus()");
        await PressAsync("Enter");

        await staff.ComesToAsync(stories[1].Reference);
        await staff.IsToldAsync("Declined. The author can read your reason");
        await staff.SeesAsync(stories[0].Reference);
        Assert.Equal(Stories, heights.Length);
        Assert.All(heights, height => Assert.InRange(height, 1, HighestRow));
        Assert.True(inSight >= FewestInSight, $"{inSight} rows in sight");
        Assert.True(keys <= MostKeysBesidesTyping && pages <= MostPages, $"{keys} keys and {pages} pages");

        async Task PressAsync(string key)
        {
            keys++;
            Assert.Equal(0, await staff.Page.EvaluateAsync<int>("() => scrollY"));
            await staff.Page.Keyboard.PressAsync(key);
        }
    }

    [Fact]
    public async Task Rows_are_gone_through_opened_and_ticked_by_key()
    {
        var (first, second) = (await stage.Site.Given(A.Story().Told("The ocelot rang.")), await stage.Site.Given(A.Story().Told("The ocelot rang.")));
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator);
        await staff.Page.SetViewportSizeAsync(Visitor.Narrow, 640);
        await staff.GoAsync("/moderation?lane=someone&words=ocelot&criticality=wasted&kind=failed");
        var nothing = (await staff.Main.GetByText("No story here fits.").BoundingBoxAsync())!.Y;
        await staff.LookAsync();
        await staff.GoAsync("/moderation?lane=someone&words=ocelot");
        var result = (await staff.Main.Locator("tbody tr").First.BoundingBoxAsync())!.Y;
        Assert.True(nothing < LowestResult && result < LowestResult, $"What is found begins at {result:0}, and that nothing is at {nothing:0}.");
        await staff.Page.SetViewportSizeAsync(1280, 900);

        await staff.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(staff.Main.GetByLabel("Words or reference")).ToBeFocusedAsync();
        await staff.Page.Keyboard.PressAsync("Escape");
        foreach (var key in (string[])["j", "x", "j", "x", "k", "x"]) await staff.Page.Keyboard.PressAsync(key);

        await Assertions.Expect(staff.Main.GetByLabel(first.Reference)).Not.ToBeCheckedAsync();
        await Assertions.Expect(staff.Main.GetByLabel(second.Reference)).ToBeCheckedAsync();
        await staff.Page.Keyboard.PressAsync("Enter");
        await staff.ComesToAsync(first.Reference);
    }
}
