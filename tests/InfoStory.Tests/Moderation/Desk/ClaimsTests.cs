using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.People;

namespace InfoStory.Tests.Moderation.Desk;

public sealed class ClaimsTests
{
    [Fact]
    public async Task Who_claims_a_story_finds_it_under_needs_me_and_nobody_else_does()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());

        var (mine, theirs) = (await ListAsync(database, Lane.Me, A.Moderator()), await ListAsync(database, Lane.Me, await ColleagueAsync(database)));

        Assert.Equal([story.Reference], mine);
        Assert.Empty(theirs);
        Assert.Empty(await ListAsync(database, Lane.Someone, A.Moderator()));
    }

    [Fact]
    public async Task A_story_that_is_passed_on_needs_the_colleague()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        var colleague = await ColleagueAsync(database);

        await database.Get<Claims>().PassAsync(story.Reference, 0, colleague.StaffId!.Value, A.Moderator(), default);

        Assert.Equal([story.Reference], await ListAsync(database, Lane.Me, colleague));
        Assert.Equal("Passed on", (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).History[^1].Act.Name);
    }

    [Fact]
    public async Task A_story_that_is_let_go_needs_someone_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var shown = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);

        await database.Get<Claims>().ReleaseAsync(story.Reference, shown.Revision, A.Moderator(), default);

        Assert.Equal([story.Reference], await ListAsync(database, Lane.Someone, A.Moderator()));
        Assert.Null((await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).ClaimedBy);
    }

    [Fact]
    public async Task A_claim_that_nobody_touched_for_four_hours_needs_someone_and_comes_back_with_the_next_save()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        database.Clock.Advance(Claims.Life);
        Assert.Equal(0, await database.Get<Claims>().LapseAsync(default));
        database.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await database.Get<Claims>().LapseAsync(default));

        Assert.Equal([story.Reference], await ListAsync(database, Lane.Someone, A.Moderator()));
        var shown = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        Assert.Equal("moderator@example.org", shown.ClaimedBy);
        await database.Get<Review>().SaveAsync(story.Reference, new() { Revision = shown.Revision, PublicText = "Went on." }, A.Moderator(), default);
        Assert.Equal([story.Reference], await ListAsync(database, Lane.Me, A.Moderator()));
        Assert.Empty(await ListAsync(database, Lane.Someone, A.Moderator()));
    }

    [Fact]
    public async Task What_was_saved_meanwhile_is_neither_passed_on_nor_let_go()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<Claims>().ReleaseAsync(story.Reference, 0, A.Moderator(), default));
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<Claims>().PassAsync(story.Reference, 2, 999, A.Moderator(), default));

        Assert.Equal([story.Reference], await ListAsync(database, Lane.Me, A.Moderator()));
    }

    private static async Task<IReadOnlyList<string>> ListAsync(TestDatabase database, Lane lane, Actor actor) =>
        [.. (await database.Get<StoryQueue>().ListAsync(new() { Lane = lane }, actor, null, default)).Rows.Select(row => row.Reference)];

    private static async Task<Actor> ColleagueAsync(TestDatabase database)
    {
        var db = database.Get<InfoStoryContext>();
        var staff = new StaffMember { UserName = "colleague@example.org", Roles = Roles.Moderator };
        db.Add(staff);
        await db.SaveChangesAsync();
        return new(staff.Id, staff.UserName, staff.Roles);
    }
}
