using InfoStory.Data.Access;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

public sealed class TwoModeratorsTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task The_second_to_save_a_story_sees_both_texts_and_loses_neither()
    {
        var story = await stage.Site.Given(A.Story().InReview().Titled("Lost letters"));
        var (first, second) = (await DeskPages.SignedInAsync(stage, Roles.Moderator), await DeskPages.SignedInAsync(stage, Roles.Moderator));
        await new DeskPages(first).OpenAsync(story.Reference, "Lost letters");
        await new DeskPages(second).OpenAsync(story.Reference, "Lost letters");

        await new DeskPages(first).WriteAsync("Lost letters", "The text of the first.");
        await first.PressAsync("Save");
        await first.IsToldAsync("Saved");
        await new DeskPages(second).WriteAsync("Lost post", "The text of the second.");
        await second.PressAsync("Save");

        await second.ComesToAsync("Two versions of Lost letters", 409);
        await second.SeesAsync("The text of the first.");
        await Assertions.Expect(second.Page.GetByLabel("Public title", new() { Exact = true })).ToHaveValueAsync("Lost post");
        await Assertions.Expect(second.Page.GetByLabel("Public text, not saved yet")).ToHaveValueAsync("The text of the second.");
        await second.PressAsync("Save my version");
        await second.IsToldAsync("Saved");
        await second.ComesToAsync("Lost post");
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task The_second_to_save_a_story_can_choose_paragraph_by_paragraph(Way way)
    {
        var title = $"Lost parcels, {way}";
        var story = await stage.Site.Given(A.Story().InReview().Titled(title).PublicText("It began.\n\nIt went on.\n\nIt ended."));
        var (first, second) = (await DeskPages.SignedInAsync(stage, Roles.Moderator), await DeskPages.SignedInAsync(stage, Roles.Moderator, way));
        await new DeskPages(first).OpenAsync(story.Reference, title);
        await new DeskPages(second).OpenAsync(story.Reference, title);
        await new DeskPages(first).WriteAsync(title, "It began in winter.\n\nIt went on.\n\nIt ended.\n\nThe first adds this.");
        await first.PressAsync("Save");
        await first.IsToldAsync("Saved");
        await new DeskPages(second).WriteAsync("Lost post", "It began.\n\nIt went on.\n\nIt ended badly.");
        await second.PressAsync("Save");
        await second.ComesToAsync($"Two versions of {title}", 409);

        await second.Main.GetByLabel("Theirs It began in winter.").CheckAsync();
        await second.PressAsync("Put these together");
        await second.ComesToAsync($"Put together: {story.Reference}");
        await Assertions.Expect(second.Page.GetByLabel("Public text", new() { Exact = true }))
            .ToHaveValueAsync("It began in winter.\n\nIt went on.\n\nIt ended badly.");
        await second.PressAsync("Save it");

        await second.IsToldAsync("Saved");
        await second.ComesToAsync("Lost post");
        await Assertions.Expect(second.Page.GetByLabel("Public text", new() { Exact = true }))
            .ToHaveValueAsync("It began in winter.\n\nIt went on.\n\nIt ended badly.");
    }

    [Fact]
    public async Task The_second_to_save_a_case_study_sees_both_texts_and_loses_neither()
    {
        var story = await stage.Site.Given(A.Story().Published().Titled("Lost keys"));
        var (first, second) = (await DeskPages.SignedInAsync(stage, Roles.Publisher), await DeskPages.SignedInAsync(stage, Roles.Publisher));
        foreach (var publisher in new[] { first, second }) await publisher.GoAsync($"/moderation/case-studies/{story.CaseStudy}");
        await first.ComesToAsync("Lost keys");

        await first.FillAsync("What changed", "The first says this.");
        await new DeskPages(first).AnswerAsync("Nobody is named.");
        await first.PressAsync("Publish changes");
        await first.ComesToAsync("Lost keys");
        await second.FillAsync("What changed", "The second says that.");
        await new DeskPages(second).AnswerAsync("Nobody is named.");
        await second.PressAsync("Publish changes");

        await second.ComesToAsync("Two versions of Lost keys", 409);
        await second.SeesAsync("The first says this.");
        await Assertions.Expect(second.Page.GetByLabel("What changed", new() { Exact = true })).ToHaveValueAsync("The second says that.");
        await second.PressAsync("Publish my version");
        await second.ComesToAsync("Lost keys");
    }
}
