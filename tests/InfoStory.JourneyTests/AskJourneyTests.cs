using InfoStory.Data.Access;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>Everything that goes to and fro between the team and an author who asked to see it first.</summary>
public sealed class AskJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_story_is_asked_about_changed_signed_off_twice_and_published(Way way)
    {
        var title = $"Three calls, {way.ToString().ToLowerInvariant()}";
        var story = await stage.Site.Given(A.Story().Told("I rang Joan at the ward three times in one night. Nobody rang me back.").SeeFirst());
        var (staff, author) = (await stage.VisitorAsync(way == Way.Phone ? Way.Desktop : way), await stage.VisitorAsync(way));
        var (desk, mine) = (new DeskPages(staff), new MyStoryPages(author));
        await desk.SignInAsync(await stage.StaffAsync(Roles.Publisher | Roles.Moderator));
        await staff.ComesToAsync("Queue");

        await desk.OpenAsync(story.Reference, story.Reference);
        await staff.PressAsync("Claim");
        await staff.IsToldAsync("You have claimed the story");
        await desk.OpenPartAsync("Messages");
        await staff.PressAsync("Ask the author");
        await staff.MendsAsync("Write your question to the author", "Question");
        await staff.FillAsync("Question", "Was it day or night?");
        await staff.PressAsync("Ask the author");
        await desk.HasDecidedAsync("Asked. The author can answer at My story");

        await mine.OpenAsync(story.Receipt.ToString(), MyStoryPages.Yours);
        await author.SeesAsync("Was it day or night?");
        await author.PressAsync("Send your answer");
        await author.MendsAsync("Write your answer", "Your answer");
        await author.FillAsync("Your answer", "It was at night.");
        await author.PressAsync("Send your answer");
        await author.SeesAsync("Thank you. We have your message.");
        await author.LookAsync();

        await desk.OpenAsync(story.Reference, story.Reference);
        await staff.SeesAsync("It was at night.");
        await desk.WriteAsync(title, "I rang a nurse three times in one night. Nobody rang me back.");
        await staff.SelectAsync("Kind", "Failed because information was not shared");
        await staff.Main.GetByLabel("1 friction").CheckAsync();
        await staff.PressAsync("Approve and send to the author");
        await desk.HasDecidedAsync("Approved and sent to the author");

        await mine.OpenAgainAsync(title);
        await mine.ReadAsync();
        await Assertions.Expect(author.Main.Locator(".info-compare ins")).ToContainTextAsync(["a nurse"]);
        await Assertions.Expect(author.Main.Locator(".info-compare del")).ToContainTextAsync(["Joan at the ward"]);
        await author.FillAsync("What should we change?", "Say “someone”, not “a nurse”.");
        await author.PressAsync("Ask for this change");
        await author.SeesAsync("Thank you. We have your message.");

        await desk.OpenAsync(story.Reference, title);
        await staff.SeesAsync("Say “someone”, not “a nurse”.");
        await desk.WriteAsync(title, "I rang someone three times in one night. Nobody rang me back.");
        await staff.PressAsync("Approve and send to the author");
        await desk.HasDecidedAsync("Approved");
        await mine.OpenAgainAsync(title);
        await mine.ReadAsync();
        await mine.SignOffAsync();
        await author.SeesAsync("Your story is ready.");

        await desk.OpenAsync(story.Reference, title);
        await staff.PressAsync("Start a case study");
        await staff.ComesToAsync(title);
        await staff.FillAsync("What others can learn", "Ring back the same night.");
        await desk.AnswerAsync("Nobody is named.");
        await staff.PressAsync("Publish now");
        await staff.SeesAsync("The author asked to see it first and has not said yes to these words. Send them to the author", 409);
        await staff.LookAsync();
        await staff.PressAsync("Save and send to the author");
        await staff.IsToldAsync("Sent to the author. You can publish it when they say yes");

        await mine.OpenAgainAsync(title);
        await mine.ReadAsync("the case study");
        await author.SeesAsync("Ring back the same night.");
        await mine.SignOffAsync();
        await author.SeesAsync("Your story is ready.");

        await staff.Page.ReloadAsync();
        await staff.SeesAsync("They said yes to the words as saved");
        await staff.PressAsync("Publish now");
        await staff.IsToldAsync("Published. Everyone can read it now");
        await mine.OpenAgainAsync(title);
        await author.SeesAsync("Your story is published.");
        await author.SeesAsync("We asked you to read the case study");
    }
}
