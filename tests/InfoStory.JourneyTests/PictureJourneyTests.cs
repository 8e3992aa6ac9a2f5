using InfoStory.Data.Access;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>A publisher adds a photograph on the smallest phone, and everyone sees it.</summary>
public sealed class PictureJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_publisher_adds_a_photograph_on_the_smallest_phone_and_everyone_sees_it()
    {
        var story = await stage.Site.Given(A.Story().Titled("The board in the ward").Ready());
        var publisher = await DeskPages.SignedInAsync(stage, Roles.Moderator | Roles.Publisher);
        await publisher.Page.SetViewportSizeAsync(320, 640);
        await publisher.GoAsync($"/moderation/stories/{story.Reference}");
        await publisher.PressAsync("Start a case study");
        await publisher.FollowAsync("Pictures");
        await publisher.Page.GetByLabel("Picture", new() { Exact = true }).SetInputFilesAsync(
            new FilePayload { Name = "IMG_0001.JPG", MimeType = "image/jpeg", Buffer = Photograph.Jpeg(1600, 1200, held: 6) });
        await publisher.PressAsync("Add this picture");
        await publisher.IsRefusedAsync(400);
        await publisher.LookAsync();

        await publisher.Page.GetByLabel("Picture", new() { Exact = true }).SetInputFilesAsync(
            new FilePayload { Name = "IMG_0001.JPG", MimeType = "image/jpeg", Buffer = Photograph.Jpeg(1600, 1200, held: 6) });
        await publisher.FillAsync("What does it show?", "A board with 12 names");
        await publisher.PressAsync("Add this picture");
        await publisher.IsToldAsync("The picture is added");
        await publisher.LookAsync();
        await publisher.Page.Locator(".govuk-back-link").ClickAsync();
        await Assertions.Expect(publisher.Page.GetByLabel("Show picture 1", new() { Exact = true })).ToBeCheckedAsync();
        await publisher.LookAsync();
        await new DeskPages(publisher).AnswerAsync("Nobody is seen.");
        await publisher.Main.GetByLabel("The pictures: everyone in them has agreed, and nothing in them names anyone").CheckAsync();
        await publisher.PressAsync("Publish now");
        await publisher.IsToldAsync("Published. Everyone can read it now");

        await publisher.FollowAsync("See the public page");
        var picture = publisher.Page.GetByRole(AriaRole.Img, new() { Name = "A board with 12 names", Exact = true });
        await picture.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 960);
        await publisher.LookAsync();
    }
}
