using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Rights;
using InfoStory.Stories;

namespace InfoStory.Tests.CaseStudies;

public sealed class PublishingTests
{
    [Fact]
    public async Task A_case_study_begins_with_what_the_story_says()
    {
        await using var database = await TestDatabase.NewAsync();
        var story =
            await database.Given(A.Story().Titled("Three calls").PublicText("The first line.\n\nThe rest.").About("Housing", "Leeds").Tagged("Trust").Ready());

        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);

        var study = await database.Get<CaseStudyEditing>().ShowAsync(key, default);
        Assert.Equal(("Three calls", "The first line.", "The first line.\n\nThe rest."), (study.Title, study.Summary, study.TheStory));
        Assert.Equal(("Housing", "Leeds"), (study.ServiceName, study.PlaceName));
        Assert.Equal("Trust", Assert.Single(study.TagNames));
        Assert.Equal(key, await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default));
    }

    [Fact]
    public async Task A_story_whose_author_said_no_to_the_website_never_becomes_a_case_study()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().NotForWebsite().Ready());

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default));
    }

    [Fact]
    public async Task A_note_that_comes_after_its_author_took_the_story_back_is_not_kept()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, new() { Note = "She rang again." }, A.Publisher(), default);

        Assert.Empty((await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Notes);
    }

    [Theory]
    [InlineData(StoryState.Received)]
    [InlineData(StoryState.InReview)]
    [InlineData(StoryState.WithAuthor)]
    [InlineData(StoryState.OnHold)]
    [InlineData(StoryState.Declined)]
    [InlineData(StoryState.Withdrawn)]
    public async Task Only_a_story_that_is_ready_becomes_a_case_study(StoryState state)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().In(state));

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default));
    }

    [Fact]
    public async Task Consent_that_expired_between_draft_and_publication_stops_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);

        database.Clock.Advance(TimeSpan.FromDays(800));

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>()
            .PublishAsync(key, new EditCaseStudy { Title = "T", Summary = "S", TheStory = "X" }.Answered(), A.Publisher(), default));
    }

    [Fact]
    public async Task A_moderator_who_is_no_publisher_cannot_publish()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);

        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<CaseStudyEditing>()
            .PublishAsync(key, new EditCaseStudy { Title = "T", Summary = "S", TheStory = "X" }.Answered(), A.Moderator(), default));
    }

    [Fact]
    public async Task Publication_needs_a_summary_and_a_story()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>()
            .PublishAsync(key, new EditCaseStudy { Title = "T" }.Answered(), A.Publisher(), default));

        Assert.Equal(["Summary", "TheStory"], refused.Errors.Select(error => error.PropertyName));
    }
}
