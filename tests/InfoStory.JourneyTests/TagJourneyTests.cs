using InfoStory.Data.Access;
using InfoStory.Moderation.Suggesting;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>Tags on one story: found by a few letters, taken away, suggested.</summary>
public sealed class TagJourneyTests(TaughtStage stage) : IClassFixture<TaughtStage>
{
    private const string Repeating = "Repeating my story", Consent = "Consent at first contact";

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    public async Task Tags_are_found_ticked_and_taken_away_with_the_keyboard_alone_and_saved(Way way)
    {
        var staff = await OpenAsync(way);
        var (box, chosen) = (staff.Page.GetByLabel("Find a tag"), staff.Page.GetByRole(AriaRole.List, new() { Name = "Chosen tags" }));

        await staff.Page.Keyboard.PressAsync("t");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await staff.Page.Keyboard.TypeAsync("STÓRY repéat");
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Option, new() { Name = Repeating })).ToHaveAttributeAsync("aria-selected", "true");
        await staff.LookAsync();
        await staff.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chosen.GetByRole(AriaRole.Button, new() { Name = $"Take away {Repeating}" })).ToBeVisibleAsync();
        await staff.SeesAsync($"{Repeating} is added");
        await staff.Page.Keyboard.TypeAsync("enabler consent");
        await staff.Page.Keyboard.PressAsync("Enter");
        await staff.Page.Keyboard.TypeAsync("technology");
        await staff.Page.Keyboard.PressAsync("ArrowDown");
        await staff.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chosen.GetByRole(AriaRole.Button)).ToHaveCountAsync(3);
        await staff.LookAsync();
        await chosen.GetByRole(AriaRole.Button, new() { Name = "Take away Separate systems" }).PressAsync("Enter");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await staff.Page.Keyboard.PressAsync("Escape");
        await staff.Page.Keyboard.PressAsync("s");

        await staff.IsToldAsync("Saved");
        await Assertions.Expect(chosen.GetByRole(AriaRole.Button)).ToHaveCountAsync(2);
        await Assertions.Expect(Ticked(staff, Repeating)).ToBeCheckedAsync();
        await Assertions.Expect(Ticked(staff, Consent)).ToBeCheckedAsync();
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_suggestion_is_ticked_and_saved(Way way)
    {
        var staff = await OpenAsync(way);
        var suggested = staff.Page.GetByRole(AriaRole.Group, new() { Name = "Suggested tags" });

        await staff.SeesAsync("because of:");
        await staff.LookAsync();
        await suggested.GetByLabel(TaughtStories.Calls).CheckAsync();
        if (way != Way.WithoutScripts) await Assertions.Expect(Ticked(staff, TaughtStories.Calls)).ToBeCheckedAsync();
        await staff.PressAsync("Save");

        await staff.IsToldAsync("Saved");
        await Assertions.Expect(suggested).ToHaveCountAsync(0);
        await Assertions.Expect(Ticked(staff, TaughtStories.Calls)).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_suggestion_takes_four_keys_and_is_taken_back_with_its_box_or_its_chip()
    {
        var staff = await OpenAsync(Way.Desktop);
        var (suggestion, chip) = (staff.Page.GetByRole(AriaRole.Group, new() { Name = "Suggested tags" }).GetByLabel(TaughtStories.Calls),
            staff.Page.GetByRole(AriaRole.Button, new() { Name = $"Take away {TaughtStories.Calls}" }));

        foreach (var key in new[] { "t", "Enter", "Enter" }) await staff.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(suggestion).ToBeCheckedAsync();
        await chip.ClickAsync();
        await Assertions.Expect(suggestion).Not.ToBeCheckedAsync();
        await suggestion.CheckAsync();
        await suggestion.UncheckAsync();

        await Assertions.Expect(chip).ToHaveCountAsync(0);
        await Assertions.Expect(Ticked(staff, TaughtStories.Calls)).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task What_fits_no_tag_is_said_and_enter_sends_nothing()
    {
        var staff = await OpenAsync(Way.Desktop);

        await staff.Page.Keyboard.PressAsync("t");
        await staff.Page.Keyboard.TypeAsync("giraffe");
        await staff.Page.Keyboard.PressAsync("Enter");

        await staff.SeesAsync("Nothing in our list has these letters");
        await Assertions.Expect(staff.Page.GetByLabel("Find a tag")).ToHaveValueAsync("giraffe");
        await staff.LookAsync();
    }

    /// <summary>The box of a tag in the list of all, folded away or not.</summary>
    private static ILocator Ticked(Visitor staff, string tag) =>
        staff.Page.Locator(".desk-facets .govuk-checkboxes__item", new() { Has = staff.Page.GetByText(tag, new() { Exact = true }) }).Locator("input");

    private async Task<Visitor> OpenAsync(Way way)
    {
        var story = await stage.Site.Given(A.Story().Told(TaughtStories.AboutCalls).InReview());
        var staff = await stage.VisitorAsync(way);
        await new DeskPages(staff).SignInAsync(await stage.StaffAsync(Roles.Moderator));
        await staff.ComesToAsync("Queue");
        await staff.GoAsync($"/moderation/stories/{story.Reference}");
        await staff.ComesToAsync("Three calls for one answer");
        return staff;
    }
}

/// <summary>A stage whose site has learned from a dozen decided stories.</summary>
public sealed class TaughtStage : Stage
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var story in TaughtStories.All()) await Site.Given(story);
        await Site.Get<TagLearning>().LearnAsync(CancellationToken.None);
    }
}
