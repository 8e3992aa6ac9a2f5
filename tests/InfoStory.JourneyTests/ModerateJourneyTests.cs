using InfoStory.Data.Access;

namespace InfoStory.JourneyTests;

public sealed class ModerateJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_publisher_brings_a_story_from_the_queue_to_the_public()
    {
        var story = await stage.Site.Given(A.Story().Told("My neighbour Joan rang four teams.").Titled("Joan and the four teams").About("Housing", "Leeds"));
        var staff = await stage.VisitorAsync();
        var desk = new DeskPages(staff);
        var email = await stage.StaffAsync(Roles.Publisher | Roles.Moderator);

        await desk.SignInAsync(email, "not the password");
        await staff.MendsAsync("The email address or password is not right", "Email address");
        await desk.EnterAsync(email, A.Password);
        await desk.OpenFromQueueAsync(story.Reference);
        await staff.ComesToAsync(story.Reference);
        await staff.SeesAsync("My neighbour Joan rang four teams.");
        await staff.PressAsync("Claim");
        await staff.IsToldAsync("You have claimed the story");

        await desk.WriteAsync("Four teams, one question", "A neighbour rang four teams about one leak.");
        await staff.PressAsync("Approve for publication");
        await staff.MendsAsync("Choose the kind of story before you approve", "Kind");
        await staff.SelectAsync("Kind", "Failed because information was not shared");
        await staff.Main.GetByLabel("1 friction").CheckAsync();
        await desk.TagAsync("Hand-off problem", "Passed back and forth");
        await desk.OpenPartAsync("Notes");
        await staff.FillAsync("Private note", "No names left in the text.");
        await staff.PressAsync("Save");
        await staff.IsToldAsync("Saved");
        await staff.SeesAsync("No names left in the text.");
        await staff.PressAsync("Approve for publication");
        await desk.HasDecidedAsync("Approved");

        await staff.FollowAsync(story.Reference);
        await staff.PressAsync("Start a case study");
        await staff.ComesToAsync("Four teams, one question");
        await staff.FillAsync("Summary", "");
        await staff.PressAsync("Publish now");
        await staff.MendsAsync("Write a summary before you publish", "Summary");
        await staff.FillAsync("Summary", "One leak, four teams and no answer.");
        await staff.FillAsync("What others can learn", "Name one team.");
        await desk.AnswerAsync("Nobody is named, and no month.");
        await staff.PressAsync("Publish now");
        await staff.IsToldAsync("Published. Everyone can read it now");
        await staff.FollowAsync("See the public page");
        await staff.ComesToAsync("Four teams, one question");

        var reader = await stage.VisitorAsync();
        await new LibraryPages(reader).OpenAsync();
        await new LibraryPages(reader).ReadAsync("Four teams, one question");
        await reader.SeesAsync("A neighbour rang four teams about one leak.");
        await reader.SeesAsync("Name one team.");
        await reader.SeesAsync("Passed back and forth");
        await reader.DoesNotSeeAsync("Joan");
    }
}
