using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Stories;

namespace InfoStory.Tests.Authors;

public sealed class MyStoryTests
{
    [Fact]
    public async Task The_author_sees_the_public_text_only_once_it_is_approved()
    {
        await using var database = await TestDatabase.NewAsync();
        var inReview = await database.Given(A.Story().InReview());
        var ready = await database.Given(A.Story().Ready());

        Assert.False((await database.Get<MyStory>().ShowAsync(inReview.Id, default)).ShowsPublicText);
        Assert.True((await database.Get<MyStory>().ShowAsync(ready.Id, default)).ShowsPublicText);
    }

    [Fact]
    public async Task An_author_who_asked_to_see_it_first_signs_off_before_it_is_ready()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().WithAuthor());
        var shown = await database.Get<MyStory>().ShowAsync(story.Id, default);
        Assert.Equal(StoryState.WithAuthor, shown.State);

        await database.Get<MyStory>().SignOffAsync(story.Id, shown.Revision, default);

        Assert.Equal(StoryState.Ready, (await database.Get<MyStory>().ShowAsync(story.Id, default)).State);
    }

    [Fact]
    public async Task An_author_cannot_sign_off_a_text_that_has_changed_since_it_was_shown()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().WithAuthor());
        var shown = await database.Get<MyStory>().ShowAsync(story.Id, default);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<MyStory>().SignOffAsync(story.Id, shown.Revision - 1, default));
    }

    [Fact]
    public async Task A_story_received_on_Friday_is_read_by_Monday()
    {
        await using var database = await TestDatabase.NewAsync();
        database.Clock.Advance(TimeSpan.FromDays(3));

        var story = await database.Given(A.Story());

        Assert.Equal(new DateOnly(2026, 11, 30), (await database.Get<MyStory>().ShowAsync(story.Id, default)).ReadBy);
    }
}
