using InfoStory.Data;
using InfoStory.Data.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>The desk by keyboard: how few keys a simple story takes, and when keys do nothing.</summary>
public sealed class DeskKeysTests(Stage stage) : IClassFixture<Stage>
{
    private const int MostKeys = 10;

    private int pressed;

    [Fact]
    public async Task A_simple_story_is_read_made_safe_tagged_scored_and_approved_with_ten_keys_and_the_page_never_scrolls()
    {
        var story = await stage.Site.Given(A.Story().Told("I rang the ward three times and nobody rang back."));
        await stage.Site.Get<InfoStoryContext>().Database.ExecuteSqlAsync($"UPDATE Stories SET Kind = 'Failed' WHERE Reference = {story.Reference}");
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator);
        await staff.GoAsync($"/moderation/stories/{story.Reference}");
        await staff.ComesToAsync(story.Reference);

        await PressAsync(staff, "c");
        await staff.IsToldAsync("You have claimed the story");
        await PressAsync(staff, "e");
        await staff.Page.Keyboard.TypeAsync("Nobody rang back");
        await PressAsync(staff, "Tab");
        await Assertions.Expect(staff.Page.GetByLabel("Public text", new() { Exact = true })).ToBeFocusedAsync();
        await staff.Page.Keyboard.TypeAsync("A worker rang three times. ");
        await PressAsync(staff, "Escape");
        await PressAsync(staff, "1");
        await staff.SeesAsync("Scored 1: friction. Not saved yet");
        await staff.SeesAsync("Nothing is missing. Your words are read again when you send them.");
        await PressAsync(staff, "t");
        await staff.Page.Keyboard.TypeAsync("early");
        await PressAsync(staff, "Enter");
        await PressAsync(staff, "Escape");
        await PressAsync(staff, "a");

        await new DeskPages(staff).HasDecidedAsync("Approved");
        Assert.True(pressed <= MostKeys, $"{pressed} keys");
        await staff.FollowAsync(story.Reference);
        await staff.SeesAsync("Early help");
    }

    [Fact]
    public async Task A_story_without_a_kind_takes_no_more_keys_and_one_key_goes_to_what_is_missing()
    {
        var story = await stage.Site.Given(A.Story().Told("I rang the ward three times and nobody rang back."));
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator);
        await staff.GoAsync($"/moderation/stories/{story.Reference}");

        await PressAsync(staff, "c");
        await staff.IsToldAsync("You have claimed the story");
        await PressAsync(staff, "m");
        await staff.Page.Keyboard.TypeAsync("Nobody rang back");
        await PressAsync(staff, "Tab");
        await staff.Page.Keyboard.TypeAsync("Joan Whitfield rang three times. ");
        await staff.SeesAsync("A flag in the public words");
        await staff.FillAsync("Public text", "A worker rang three times.");
        await PressAsync(staff, "Escape");
        await PressAsync(staff, "f");
        await Assertions.Expect(staff.Page.GetByLabel("Kind", new() { Exact = true })).ToBeFocusedAsync();
        await PressAsync(staff, "F");
        await PressAsync(staff, "Escape");
        await PressAsync(staff, "m");
        await Assertions.Expect(staff.Main.Locator("#form-criticality")).ToBeFocusedAsync();
        await PressAsync(staff, "1");
        await staff.SeesAsync("Nothing is missing.");
        await PressAsync(staff, "a");

        await new DeskPages(staff).HasDecidedAsync("Approved");
        Assert.True(pressed <= MostKeys, $"{pressed} keys");
    }

    [Fact]
    public async Task Keys_do_nothing_while_somebody_types_and_can_be_switched_off()
    {
        var story = await stage.Site.Given(A.Story().InReview());
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator);
        await staff.GoAsync($"/moderation/stories/{story.Reference}");
        await staff.FillAsync("Public title", "");
        await staff.Page.GetByLabel("Public title", new() { Exact = true }).FocusAsync();

        await staff.Page.Keyboard.TypeAsync("cdahsqn?");
        await Assertions.Expect(staff.Page.GetByLabel("Public title", new() { Exact = true })).ToHaveValueAsync("cdahsqn?");
        await staff.Page.Keyboard.PressAsync("Escape");
        await staff.Page.Keyboard.PressAsync("?");
        await staff.PressAsync("Switch the keys off in this browser");
        await staff.Page.Keyboard.PressAsync("Escape");
        await staff.Page.Keyboard.PressAsync("n");

        await Assertions.Expect(staff.Page.GetByLabel("Private note")).Not.ToBeFocusedAsync();
        await staff.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeHiddenAsync();
        await staff.PressAsync("Keys");
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeFocusedAsync();
        await staff.LookAsync();
        await staff.PressAsync("Switch the keys on");
        await staff.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(staff.Page.GetByLabel("Private note")).Not.ToBeFocusedAsync();
        await staff.Page.Keyboard.PressAsync("Escape");
        await staff.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(staff.Page.GetByLabel("Private note")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_typed_is_kept_and_comes_back_when_the_window_was_closed()
    {
        var story = await stage.Site.Given(A.Story().InReview().Titled("Kept words"));
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator);
        await staff.GoAsync($"/moderation/stories/{story.Reference}");
        await staff.FillAsync("Public text", "Typed and never saved.");
        await staff.SeesAsync("What you typed is kept");

        await staff.GoAsync("/moderation");
        await staff.GoAsync($"/moderation/stories/{story.Reference}");
        await staff.SeesAsync("You typed something here that is not saved");
        await staff.LookAsync();
        await staff.PressAsync("Put it back");

        await Assertions.Expect(staff.Page.GetByLabel("Public text", new() { Exact = true })).ToHaveValueAsync("Typed and never saved.");
        await staff.PressAsync("Save");
        await staff.IsToldAsync("Saved");
        await staff.DoesNotSeeAsync("You typed something here that is not saved");
    }

    [Fact]
    public async Task Nobody_opens_a_hard_story_unprepared()
    {
        var story = await stage.Site.Given(A.Story().Told("My sister died and nobody told the ward."));
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator);

        await staff.GoAsync($"/moderation/stories/{story.Reference}");
        await staff.SeesAsync("This story is about bereavement");
        await staff.DoesNotSeeAsync("My sister died");
        await staff.LookAsync();
        await staff.Page.Keyboard.PressAsync("c");

        await staff.SeesAsync("My sister died and nobody told the ward.");
    }

    private async Task PressAsync(Visitor staff, string key)
    {
        pressed++;
        Assert.Equal(0, await staff.Page.EvaluateAsync<int>("() => scrollY"));
        await staff.Page.Keyboard.PressAsync(key);
    }
}
