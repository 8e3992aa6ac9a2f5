using FluentValidation;
using InfoStory.Data;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Moderation.Bulk;

public sealed class BulkTests
{
    [Fact]
    public async Task Spam_is_declined_with_words_for_its_authors_and_comes_back_within_thirty_seconds()
    {
        await using var database = await TestDatabase.NewAsync();
        var (received, claimed) = (await database.Given(A.Story()), await database.Given(A.Story().InReview()));
        await database.Get<ContactBook>().ChangeAsync(received.Id, new() { Email = "teller@example.org" }, default);
        var before = await StandAsync(database);

        var act = await database.Get<BulkActions>()
            .DoAsync(new() { Act = BulkKind.DeclineAsSpam, Stories = await ChosenAsync(database) }, A.Moderator(), default);
        Assert.All(await StandAsync(database), story => Assert.Equal(StoryState.Declined, story.State));
        Assert.Contains("tell us again", (await database.Get<StoryDesk>().ShowAsync(received.Reference, default)).Reason, StringComparison.Ordinal);
        database.Clock.Advance(TimeSpan.FromSeconds(30));
        var undone = await database.Get<BulkActions>().UndoAsync(act, A.Moderator(), default);

        Assert.Equal(2, undone);
        Assert.Equal(before, await StandAsync(database));
        Assert.Equal(
            ["Declined", "Decline undone"],
            (await database.Get<StoryDesk>().ShowAsync(claimed.Reference, default)).History.TakeLast(2).Select(entry => entry.Act.Name));
        Assert.Null(await database.Get<InfoStoryContext>().Set<Contact>().Select(contact => contact.NoticeDueAt).SingleAsync());
    }

    [Fact]
    public async Task Where_one_story_cannot_be_declined_none_is()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story());
        var published = await database.Given(A.Story().Published());
        var before = await StandAsync(database);

        var refused = await Assert.ThrowsAsync<ConflictException>(async () => await database.Get<BulkActions>()
            .DoAsync(new() { Act = BulkKind.DeclineAsSpam, Stories = await ChosenAsync(database) }, A.Moderator(), default));

        Assert.StartsWith($"{published.Reference}: This story cannot be declined, because it is published.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await StandAsync(database));
    }

    [Fact]
    public async Task A_story_on_hold_is_never_decided_among_many()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().OnHold());
        var before = await StandAsync(database);

        await Assert.ThrowsAsync<ConflictException>(async () => await database.Get<BulkActions>()
            .DoAsync(new() { Act = BulkKind.DeclineAsSpam, Stories = await ChosenAsync(database) }, A.SafeguardingLead(), default));

        Assert.Equal(before, await StandAsync(database));
    }

    [Fact]
    public async Task A_story_that_somebody_went_on_with_stops_the_act_and_the_undoing()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second) = (await database.Given(A.Story()), await database.Given(A.Story()));
        var chosen = await ChosenAsync(database);
        await database.Get<Review>().ClaimAsync(first.Reference, 0, A.Moderator(), default);
        var refused = await Assert.ThrowsAsync<ConflictException>(() => database.Get<BulkActions>()
            .DoAsync(new() { Act = BulkKind.DeclineAsSpam, Stories = chosen }, A.Moderator(), default));
        var act = await database.Get<BulkActions>()
            .DoAsync(new() { Act = BulkKind.Tag, Tag = await TagAsync(database), Stories = await ChosenAsync(database) }, A.Moderator(), default);
        await database.Get<Review>().ClaimAsync(second.Reference, 1, A.Moderator(), default);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<BulkActions>().UndoAsync(act, A.Moderator(), default));

        Assert.Contains(first.Reference, refused.Message, StringComparison.Ordinal);
        Assert.All(await StandAsync(database), story => Assert.Equal(1, story.Tags));
    }

    [Fact]
    public async Task Tags_are_added_to_all_and_undoing_takes_away_only_what_was_added()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story());
        await database.Given(A.Story().Tagged("Repeating my story").InReview());

        var act = await database.Get<BulkActions>()
            .DoAsync(new() { Act = BulkKind.Tag, Tag = await TagAsync(database), Stories = await ChosenAsync(database) }, A.Moderator(), default);
        Assert.Equal([1, 1], (await StandAsync(database)).Select(story => story.Tags));
        await database.Get<BulkActions>().UndoAsync(act, A.Moderator(), default);

        Assert.Equal([0, 1], (await StandAsync(database)).Select(story => story.Tags));
    }

    [Fact]
    public async Task After_thirty_seconds_nothing_is_undone_and_nothing_is_kept_to_undo_it()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story());
        var act = await database.Get<BulkActions>()
            .DoAsync(new() { Act = BulkKind.DeclineAsSpam, Stories = await ChosenAsync(database) }, A.Moderator(), default);
        database.Clock.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<BulkActions>().UndoAsync(act, A.Moderator(), default));

        Assert.Equal(1, await database.Get<BulkActions>().ForgetAsync(default));
        Assert.Equal(StoryState.Declined, Assert.Single(await StandAsync(database)).State);
    }

    [Fact]
    public async Task What_is_missing_is_asked_for()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story());
        var chosen = await ChosenAsync(database);
        async Task<string> RefusedAsync(ActOnMany many) =>
            (await Assert.ThrowsAsync<ValidationException>(() => database.Get<BulkActions>().DoAsync(many, A.Moderator(), default)))
                .Errors.First().ErrorMessage;

        Assert.Equal("Tick at least one story", await RefusedAsync(new() { Act = BulkKind.DeclineAsSpam }));
        Assert.Equal("Choose what to do with them", await RefusedAsync(new() { Stories = chosen }));
        Assert.Equal("Choose the tag to add", await RefusedAsync(new() { Act = BulkKind.Tag, Stories = chosen }));
        Assert.Equal("Choose a colleague", await RefusedAsync(new() { Act = BulkKind.Assign, Stories = chosen }));
        Assert.Equal("Tick 500 stories or fewer", await RefusedAsync(new() { Act = BulkKind.DeclineAsSpam, Stories = [.. Enumerable.Repeat(chosen[0], 501)] }));
    }

    private static async Task<List<StoryAtRevision>> ChosenAsync(TestDatabase database) =>
        await database.Get<InfoStoryContext>().Stories.OrderBy(story => story.Id)
            .Select(story => new StoryAtRevision(story.Reference, story.Revision)).ToListAsync();

    private static async Task<Id<Tag>> TagAsync(TestDatabase database) =>
        (await database.Get<TagCatalogue>().AllAsync(default)).Single(tag => tag.Name == "Repeating my story").Id;

    private static async Task<List<(StoryState State, string? ClaimedBy, Waits Waits, int Tags)>> StandAsync(TestDatabase database) =>
        [.. (await database.Get<InfoStoryContext>().Stories.AsNoTracking().Include(story => story.Tags).OrderBy(story => story.Id).ToListAsync())
            .Select(story => (story.State, story.ClaimedBy, story.Waits, story.Tags.Count))];
}
