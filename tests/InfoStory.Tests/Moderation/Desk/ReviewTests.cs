using FluentValidation;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Tests.Moderation.Desk;

public sealed class ReviewTests
{
    private static readonly ReviewStory Complete = new() { PublicTitle = "A title", PublicText = "A text", Kind = StoryKind.Failed };

    [Fact]
    public async Task The_second_of_two_who_save_is_refused_and_the_first_text_stands()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var revision = (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;
        await database.Get<Review>().SaveAsync(story.Reference, Complete with { Revision = revision, PublicText = "The first" }, A.Moderator(), default);

        await Assert.ThrowsAsync<ConflictException>(() =>
            database.Get<Review>().SaveAsync(story.Reference, Complete with { Revision = revision, PublicText = "The second" }, A.Publisher(), default));

        Assert.Equal("The first", (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).PublicText);
    }

    [Fact]
    public async Task Of_many_saves_at_one_moment_exactly_one_wins()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var revision = (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => Record.ExceptionAsync(() =>
            database.Get<Review>().SaveAsync(story.Reference, Complete with { Revision = revision, PublicText = $"Text {number}" }, A.Moderator(), default)))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(7, outcomes.Count(outcome => outcome is ConflictException));
        Assert.Equal(revision + 1, (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision);
    }

    [Fact]
    public async Task A_story_is_not_approved_without_a_public_text_a_title_and_a_kind()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        await database.Get<Review>().ClaimAsync(story.Reference, 0, A.Moderator(), default);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<Review>()
            .ApproveAsync(story.Reference, new() { Revision = 1 }, A.Moderator(), default));

        Assert.Equal(["PublicTitle", "PublicText", "Kind", "Criticality"], refused.Errors.Select(error => error.PropertyName));
    }

    [Fact]
    public async Task Who_approves_a_story_that_was_taken_back_is_told_so_before_anything_else()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Withdrawn());

        var refused = await Assert.ThrowsAsync<ConflictException>(() => database.Get<Review>()
            .ApproveAsync(story.Reference, new() { Revision = 1 }, A.Moderator(), default));

        Assert.Equal("The author took this story back.", refused.Message);
    }

    [Fact]
    public async Task Declining_needs_a_reason_and_the_author_reads_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());

        await Assert.ThrowsAsync<ValidationException>(() => database.Get<Review>().DeclineAsync(story.Reference, new(), A.Moderator(), default));
        await database.Get<Review>().DeclineAsync(story.Reference, new() { Reason = "It names a child." }, A.Moderator(), default);

        Assert.Equal("It names a child.", (await database.Get<MyStory>().ShowAsync(story.Id, default)).Reason);
    }

    [Fact]
    public async Task Only_a_safeguarding_lead_takes_a_story_off_hold()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().OnHold());
        var revision = (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;

        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<Review>()
            .TakeOffHoldAsync(story.Reference, new() { Revision = revision }, A.Publisher(), default));
        await database.Get<Review>().TakeOffHoldAsync(story.Reference, new() { Revision = revision }, A.SafeguardingLead(), default);

        Assert.Equal(StoryState.InReview, (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).State);
    }

    [Fact]
    public async Task Tags_notes_and_history_are_kept_in_one_save()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        await database.Get<Review>().ClaimAsync(story.Reference, 0, A.Moderator(), default);
        var tags = (await database.Get<TagCatalogue>().InAsync(Facet.Barrier, default)).Take(2).Select(tag => tag.Id).ToList();

        await database.Get<Review>().SaveAsync(story.Reference, Complete with { Revision = 1, Tags = tags, Note = "Ask the ward." }, A.Moderator(), default);

        var shown = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        Assert.Equal(tags.Order(Comparer<Id<Tag>>.Create((a, b) => a.Value.CompareTo(b.Value))), shown.Tags.OrderBy(tag => tag.Value));
        Assert.Equal("Ask the ward.", Assert.Single(shown.Notes).Text);
        Assert.Equal(["Received", "Claimed", "Edited"], shown.History.Select(entry => entry.Act.Name));
    }

    [Theory]
    [InlineData(999_999)]
    [InlineData(1000)]
    public async Task A_tag_that_does_not_exist_or_is_a_service_is_refused(long tag)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());

        var refused = await Assert.ThrowsAsync<ValidationException>(() =>
            database.Get<Review>().SaveAsync(story.Reference, Complete with { Revision = 2, Tags = [new(tag)] }, A.Moderator(), default));

        Assert.Equal("Choose tags from the list", Assert.Single(refused.Errors).ErrorMessage);
    }

    [Fact]
    public async Task Everything_that_keeps_a_story_from_being_approved_is_said_at_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Told("I rang three times."));
        await database.Get<Review>().ClaimAsync(story.Reference, 0, A.Moderator(), default);
        var form = new ReviewStory { Revision = 1, PublicTitle = "Ring 0161 496 0000", PublicText = "I rang three times." };

        var refused = await Assert.ThrowsAsync<ValidationException>(
            () => database.Get<Review>().ApproveAsync(story.Reference, form, A.Moderator(), default));

        Assert.Equal(["Criticality", "Kind", "PublicText", "PublicTitle"], refused.Errors.Select(one => one.PropertyName).Order(StringComparer.Ordinal));
    }
}
