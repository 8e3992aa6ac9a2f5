using System.Globalization;
using InfoStory.Data.Access;
using InfoStory.Stories;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>A safeguarding lead and the criticality panel, in every appearance.</summary>
public sealed class SafeguardingJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_lead_opens_a_case_thinks_it_through_and_closes_it()
    {
        var story = await stage.Site.Given(A.Story().Told("He is going to kill himself tonight. I rang four teams about it."));
        var lead = await stage.VisitorAsync();
        await new DeskPages(lead).SignInAsync(await stage.StaffAsync(Roles.SafeguardingLead));
        await lead.GoAsync("/moderation/safeguarding");
        await lead.ComesToAsync("Safeguarding");
        await lead.LookEveryWayAsync();

        await lead.Main.GetByRole(AriaRole.Link, new() { Name = story.Reference }).ClickAsync();
        await lead.ComesToAsync($"Safeguarding {story.Reference}");
        await lead.SeesAsync("I rang four teams about it.");
        await lead.LookEveryWayAsync();
        await lead.PressAsync("Close and take off hold");
        await lead.MendsAsync("Write down why before you close the case", "Why");
        await lead.LookEveryWayAsync();

        foreach (var box in await lead.Main.GetByRole(AriaRole.Checkbox).AllAsync()) await box.CheckAsync();
        await lead.Main.GetByLabel("Nothing needs to be shared").CheckAsync();
        await lead.FillAsync("Why", "He is in hospital and safe.");
        await lead.PressAsync("Close and take off hold");
        await lead.IsToldAsync("The case is closed");
    }

    [Fact]
    public async Task The_clock_of_immediate_danger_counts_down_on_the_screen_and_then_says_how_late_it_is()
    {
        var story = await stage.Site.Given(A.Story().Told("He is going to kill himself tonight. I rang six teams about it."));
        var lead = await stage.VisitorAsync();
        await new DeskPages(lead).SignInAsync(await stage.StaffAsync(Roles.SafeguardingLead));
        await lead.GoAsync("/moderation/safeguarding");
        var left = lead.Main.Locator("li, tr, section").Filter(new() { HasText = story.Reference }).Locator("[data-countdown]").Last;
        var now = DateTime.Parse((await left.GetAttributeAsync("data-now"))!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        await lead.Page.Clock.InstallAsync(new() { TimeDate = now });
        await lead.GoAsync("/moderation/safeguarding");

        await lead.Page.Clock.FastForwardAsync("10:00");
        await Assertions.Expect(left).ToHaveTextAsync("5 minutes left to open it");
        await lead.Page.Clock.FastForwardAsync("05:00");
        await Assertions.Expect(left).ToHaveTextAsync("Open it now");
        await lead.Page.Clock.FastForwardAsync("02:00");
        await Assertions.Expect(left).ToHaveTextAsync("2 minutes late. Open it now");
    }

    [Fact]
    public async Task A_story_scored_four_is_read_by_a_second_person()
    {
        var story = await stage.Site.Given(A.Story().Titled("Locked out").Scored(Criticality.SeriousHarm).Ready());
        var lead = await stage.VisitorAsync();
        await new DeskPages(lead).SignInAsync(await stage.StaffAsync(Roles.SafeguardingLead));
        await lead.GoAsync($"/moderation/stories/{story.Reference}");
        await lead.ComesToAsync("Locked out");
        await lead.LookEveryWayAsync();

        await lead.PressAsync("I have read it as the second person");
        await lead.MendsAsync(
            "Say that the public text does not tell the act as it was told. If it does, take the story back into review",
            "The public text does not tell the act as it was told");
        await lead.Main.GetByLabel("The public text does not tell the act as it was told").CheckAsync();
        await lead.PressAsync("I have read it as the second person");
        await lead.IsToldAsync("You are the second person who read it");
        await lead.GoAsync($"/moderation/stories/{story.Reference}");
        await lead.PressAsync("Take back into review");
        await lead.LookEveryWayAsync();
    }
}
