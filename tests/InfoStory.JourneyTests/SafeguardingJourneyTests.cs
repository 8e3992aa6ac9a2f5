using InfoStory.Data.Access;
using InfoStory.Stories;

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

        await lead.Main.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = story.Reference }).ClickAsync();
        await lead.ComesToAsync($"Safeguarding {story.Reference}");
        await lead.SeesAsync("I rang four teams about it.");
        await lead.LookEveryWayAsync();
        await lead.PressAsync("Close and take off hold");
        await lead.MendsAsync("Write down why before you close the case", "Why");
        await lead.LookEveryWayAsync();

        foreach (var box in await lead.Main.GetByRole(Microsoft.Playwright.AriaRole.Checkbox).AllAsync()) await box.CheckAsync();
        await lead.Main.GetByLabel("Nothing needs to be shared").CheckAsync();
        await lead.FillAsync("Why", "He is in hospital and safe.");
        await lead.PressAsync("Close and take off hold");
        await lead.IsToldAsync("The case is closed");
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
        await lead.PressAsync("Take back into review");
        await lead.LookEveryWayAsync();
    }
}
