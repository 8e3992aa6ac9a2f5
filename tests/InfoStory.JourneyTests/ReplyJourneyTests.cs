using InfoStory.Data.Access;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>A decline and a question that start from a reply, from the desk to the author.</summary>
public sealed class ReplyJourneyTests(Stage stage) : IClassFixture<Stage>
{
    private const string Gap = "[the language]", Sent = "Your story is in Welsh, and we found nobody who knows it well enough to read it for us.";

    [Fact]
    public async Task A_reply_is_chosen_filled_in_and_sent_with_the_keyboard_alone()
    {
        var story = await stage.Site.Given(A.Story().InReview());
        var staff = await OpenAsync(story.Reference, Way.Desktop);
        var reason = staff.Page.GetByLabel("Reason", new() { Exact = true });

        await PressAsync(staff, "d", "Shift+Tab", "Shift+Tab");
        await staff.Page.Keyboard.TypeAsync("Not in English");
        await PressAsync(staff, "Tab", "Enter");
        await Assertions.Expect(reason).ToBeFocusedAsync();
        Assert.Equal(Gap, await reason.EvaluateAsync<string>("box => box.value.slice(box.selectionStart, box.selectionEnd)"));
        await staff.LookAsync();
        await staff.Page.Keyboard.TypeAsync("Welsh");
        await PressAsync(staff, "Tab", "Enter");

        await new DeskPages(staff).HasDecidedAsync("Declined. The author can read your reason");
        await AuthorReadsAsync(story, Sent);
    }

    [Fact]
    public async Task What_was_typed_stays_above_the_reply_and_undoing_changes_back_and_forth()
    {
        var story = await stage.Site.Given(A.Story().InReview());
        var staff = await OpenAsync(story.Reference, Way.Phone);
        var question = staff.Page.GetByLabel("Question", new() { Exact = true });

        await new DeskPages(staff).OpenPartAsync("Messages");
        await staff.PressAsync("Use this reply to ask");
        await staff.SeesAsync("Choose a reply to start from.");
        await staff.FillAsync("Question", "Hello.");
        await staff.SelectAsync("Start from a reply to ask", "Something that we need to know");
        await staff.PressAsync("Use this reply to ask");
        await staff.Page.Keyboard.TypeAsync("who rang you");
        var with = await question.InputValueAsync();
        await staff.PressAsync("Undo");
        await Assertions.Expect(question).ToHaveValueAsync("Hello.");
        await staff.PressAsync("Undo");
        await Assertions.Expect(question).ToHaveValueAsync(with);
        await staff.LookAsync();
        await staff.PressAsync("Ask the author");

        Assert.StartsWith("Hello.\n\nThank you for your story.", with, StringComparison.Ordinal);
        await new DeskPages(staff).HasDecidedAsync("Asked. The author can answer at My story");
        await AuthorReadsAsync(story, "There is one thing that we did not understand: who rang you.");
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_gap_is_asked_for_the_letter_is_read_and_the_story_declined(Way way)
    {
        var story = await stage.Site.Given(A.Story().InReview());
        var staff = await OpenAsync(story.Reference, way);
        var reason = staff.Page.GetByLabel("Reason", new() { Exact = true });

        await staff.FillAsync("Public title", "Typed and not saved");
        await new DeskPages(staff).OpenPartAsync("Decline");
        await staff.SelectAsync("Start from a reply to decline", "Not in English, and nobody could read it");
        await staff.PressAsync("Use this reply to decline");
        await staff.SeesAsync("The reply is in the box below");
        await staff.PressAsync("Decline");
        await staff.MendsAsync($"Write something in place of “{Gap}”, or take it out", "Reason");
        await reason.FillAsync((await reason.InputValueAsync()).Replace(Gap, "Welsh", StringComparison.Ordinal));
        await staff.PressAsync("Read the reason as the author will");
        await Assertions.Expect(staff.Main.Locator(".desk-letter")).ToContainTextAsync(Sent);
        if (way != Way.WithoutScripts) await Assertions.Expect(staff.Main.Locator(".desk-letter")).ToBeFocusedAsync();
        await Assertions.Expect(staff.Page.GetByLabel("Public title", new() { Exact = true })).ToHaveValueAsync("Typed and not saved");
        await staff.LookAsync();
        await staff.PressAsync("Decline");

        await new DeskPages(staff).HasDecidedAsync("Declined. The author can read your reason");
        await AuthorReadsAsync(story, Sent);
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task An_administrator_writes_a_reply_that_the_team_starts_from(Way way)
    {
        var story = await stage.Site.Given(A.Story().InReview());
        var staff = await OpenAsync(story.Reference, way);

        await staff.GoAsync("/moderation/replies");
        await staff.ComesToAsync("Replies");
        await staff.FollowAsync("Add a reply");
        await staff.ComesToAsync("Add a reply");
        await staff.PressAsync("Add the reply");
        await staff.MendsAsync("Give the reply a name", "Name");
        await staff.Main.GetByLabel("When the author is asked").CheckAsync();
        await staff.FillAsync("Name", $"Who rang whom, {way}");
        await staff.FillAsync("Text", "Who rang whom?");
        await staff.FillAsync("Number", "3");
        await staff.PressAsync("Add the reply");
        await staff.IsToldAsync("Added. The team can start from it now");
        await staff.GoAsync($"/moderation/stories/{story.Reference}");
        await new DeskPages(staff).OpenPartAsync("Messages");
        await staff.SelectAsync("Start from a reply to ask", $"Who rang whom, {way}");
        await staff.PressAsync("Use this reply to ask");

        await Assertions.Expect(staff.Page.GetByLabel("Question", new() { Exact = true })).ToHaveValueAsync("Who rang whom?");
    }

    private static async Task PressAsync(Visitor staff, params string[] keys)
    {
        foreach (var key in keys) await staff.Page.Keyboard.PressAsync(key);
    }

    private async Task AuthorReadsAsync(GivenStory story, string words)
    {
        var author = await stage.VisitorAsync();
        await new MyStoryPages(author).OpenAsync(story.Receipt.ToString(), MyStoryPages.Yours);
        await author.SeesAsync(words);
        await author.LookAsync();
    }

    private async Task<Visitor> OpenAsync(string reference, Way way)
    {
        var staff = await stage.VisitorAsync(way);
        var desk = new DeskPages(staff);
        await desk.SignInAsync(await stage.StaffAsync(Roles.Moderator | Roles.Administrator));
        await staff.ComesToAsync("Overview");
        await desk.OpenAsync(reference, "Three calls for one answer");
        return staff;
    }
}
