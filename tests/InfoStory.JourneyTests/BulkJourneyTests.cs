using InfoStory.Data.Access;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>One thing is done to many stories, and undone.</summary>
public sealed class BulkJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task All_of_a_part_of_the_queue_are_tagged_and_put_back()
    {
        var (_, staff) = await ComeAsync(Way.Desktop);

        await staff.PressAsync("Do something with all of these");
        await staff.ComesToAsync("Do something with 1 story");
        await staff.PressAsync("Do it");
        await staff.MendsAsync("Choose what to do with them", "Add a tag");
        await staff.Main.GetByLabel("Add a tag").CheckAsync();
        await staff.SelectAsync("Tag to add", "Early help");
        await staff.PressAsync("Do it");

        await staff.IsToldAsync("Tagged 1 story with “Early help”");
        await staff.PressAsync("Undo");
        await staff.IsToldAsync("Undone: 1 story is where it was");
    }

    [Fact]
    public async Task Without_scripts_each_button_says_what_it_does_with_what_is_ticked()
    {
        var (story, staff) = await ComeAsync(Way.WithoutScripts);
        await staff.Main.GetByLabel(story.Reference).CheckAsync();

        await staff.PressAsync("Tag the stories you tick");
        await staff.ComesToAsync("Tag 1 story");
        await staff.SelectAsync("Tag to add", "Early help");
        await staff.PressAsync("Tag 1 story");

        await staff.IsToldAsync("Tagged 1 story with “Early help”");
    }

    [Fact]
    public async Task A_bar_names_what_it_will_do_while_something_is_ticked()
    {
        var (story, staff) = await ComeAsync(Way.Desktop);
        await Assertions.Expect(staff.Main.Locator(".desk-bulk")).ToBeHiddenAsync();
        await staff.Page.Keyboard.PressAsync("j");
        await staff.Page.Keyboard.PressAsync("x");
        await Assertions.Expect(staff.Main.Locator("form [role=status]")).ToHaveTextAsync("1 story is ticked. What to do with it stands below the list.");
        await staff.LookAsync();

        await staff.Page.Keyboard.PressAsync("b");
        await staff.Page.Keyboard.PressAsync("Enter");
        await staff.ComesToAsync("Tag 1 story");
        await Assertions.Expect(staff.Main.Locator("#form-tag")).ToBeFocusedAsync();
        await staff.PressAsync("Tag 1 story");
        await staff.MendsAsync("Choose the tag to add", "Tag to add");
        await staff.SelectAsync("Tag to add", "Early help");
        await staff.PressAsync("Tag 1 story");

        await staff.IsToldAsync("Tagged 1 story with “Early help”");
        await staff.SeesAsync(story.Reference);
    }

    private async Task<(GivenStory Story, Visitor Staff)> ComeAsync(Way way)
    {
        var story = await stage.Site.Given(A.Story().Told("The wombat rang."));
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator, way);
        await staff.GoAsync($"/moderation?lane=someone&words={story.Reference}");
        return (story, staff);
    }
}
