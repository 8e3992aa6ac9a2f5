using InfoStory.Data.Access;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>A publisher saves three times, compares, restores, and loses nothing that they typed by closing the window.</summary>
public sealed class RevisionJourneyTests(Stage stage) : IClassFixture<Stage>
{
    private const string Learning = "What others can learn";

    [Fact]
    public async Task A_publisher_compares_what_was_saved_and_brings_it_back()
    {
        var publisher = await BegunAsync("Calls about a lantern");
        foreach (var words in (string[])["Ask the ward once.", "Ask the ward twice.", "Ask nobody."])
        {
            await publisher.FillAsync(Learning, words);
            await publisher.PressAsync("Save draft");
            await publisher.IsToldAsync("Saved");
        }

        await publisher.FollowAsync("Revisions");
        await publisher.SeesAsync("Revision 4");
        await publisher.LookAsync();
        await publisher.FollowAsync("Revision 2");
        await Assertions.Expect(publisher.Main.Locator(".desk-told del")).ToContainTextAsync("the ward once.");
        await Assertions.Expect(publisher.Main.Locator(".desk-told ins")).ToContainTextAsync("nobody.");
        await publisher.LookAsync();
        await publisher.PressAsync("Restore these words");

        await publisher.IsToldAsync("Saved");
        await Assertions.Expect(BoxOf(publisher)).ToHaveValueAsync("Ask the ward once.");
        await publisher.FollowAsync("Revisions");
        await publisher.SeesAsync("Revision 2 restored: What others can learn");
    }

    [Fact]
    public async Task What_is_typed_is_kept_over_a_closed_window_and_gone_once_it_is_saved()
    {
        var publisher = await BegunAsync("Calls about a kettle");
        var edit = publisher.Page.Url;
        await publisher.FillAsync(Learning, "Half a sentence");
        await publisher.SeesAsync("It is not saved yet");

        await publisher.GoAsync("/moderation/case-studies");
        await publisher.GoAsync(new Uri(edit).PathAndQuery);
        await publisher.SeesAsync("You typed something here that is not saved");
        await publisher.LookAsync();
        await Assertions.Expect(BoxOf(publisher)).ToHaveValueAsync("");
        await publisher.PressAsync("Put it back");
        await Assertions.Expect(BoxOf(publisher)).ToHaveValueAsync("Half a sentence");

        await publisher.FillAsync(Learning, "A whole sentence.");
        await publisher.SeesAsync("It is not saved yet");
        await publisher.PressAsync("Save draft");
        await publisher.IsToldAsync("Saved");
        await publisher.DoesNotSeeAsync("You typed something here that is not saved");
    }

    private static ILocator BoxOf(Visitor publisher) => publisher.Page.GetByLabel(Learning, new() { Exact = true });

    private async Task<Visitor> BegunAsync(string title)
    {
        var story = await stage.Site.Given(A.Story().Titled(title).Ready());
        var publisher = await DeskPages.SignedInAsync(stage, Roles.Moderator | Roles.Publisher);
        await publisher.GoAsync($"/moderation/stories/{story.Reference}");
        await publisher.PressAsync("Start a case study");
        await publisher.SeesAsync("Save draft");
        return publisher;
    }
}
