using InfoStory.Data.Access;

namespace InfoStory.JourneyTests;

/// <summary>One thing is done to many stories, and undone.</summary>
public sealed class BulkJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData(Way.Desktop, "Do something with all of these")]
    [InlineData(Way.WithoutScripts, "Do something with all of these")]
    [InlineData(Way.Desktop, "Do something with the ticked ones")]
    public async Task Stories_are_chosen_tagged_and_put_back(Way way, string choose)
    {
        var story = await stage.Site.Given(A.Story().Told("The wombat rang."));
        var staff = await stage.VisitorAsync(way);
        await new DeskPages(staff).SignInAsync(await stage.StaffAsync(Roles.Moderator));
        await staff.ComesToAsync("Queue");
        await staff.GoAsync($"/moderation?lane=someone&words={story.Reference}");
        if (choose.EndsWith("ticked ones", StringComparison.Ordinal)) await staff.Main.GetByLabel(story.Reference).CheckAsync();

        await staff.PressAsync(choose);
        await staff.ComesToAsync("Do something with 1 story");
        await staff.PressAsync("Do it");
        await staff.MendsAsync("Choose what to do with them", "Add a tag");
        await staff.Main.GetByLabel("Add a tag").CheckAsync();
        await staff.SelectAsync("Tag to add", "Early help");
        await staff.PressAsync("Do it");

        await staff.IsToldAsync("Done to 1 story");
        await staff.PressAsync("Undo");
        await staff.IsToldAsync("Undone: 1 story is where it was");
    }
}
