using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Stories;

namespace InfoStory.Tests.Authors;

public sealed class PermissionsTests
{
    [Fact]
    public async Task Taking_the_website_away_takes_the_case_study_down_at_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());

        await ChangeAsync(database, story, Audience.PolicyMakers);

        await Assert.ThrowsAsync<GoneException>(() => database.Get<Library>().ReadAsync(story.Slug!, default));
        Assert.Empty((await database.Get<Library>().ListAsync(null, 20, default)).Entries);
        Assert.Equal(StoryState.Ready, (await database.Get<MyStory>().ShowAsync(story.Id, default)).State);
    }

    [Fact]
    public async Task A_permission_that_is_kept_keeps_the_case_study_public_and_ends_at_the_new_time()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 6 }, default);
        Assert.NotNull(await database.Get<Library>().ReadAsync(story.Slug!, default));

        database.Clock.Advance(database.Clock.UtcNow.AddMonths(6) - database.Clock.UtcNow);

        await Assert.ThrowsAsync<GoneException>(() => database.Get<Library>().ReadAsync(story.Slug!, default));
    }

    [Fact]
    public async Task A_permission_that_has_run_out_takes_the_case_study_down_and_its_author_is_told()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        Assert.Equal(0, await database.Get<Permissions>().EndAsync(default));
        database.Clock.Advance(database.Clock.UtcNow.AddMonths(24) - database.Clock.UtcNow);

        Assert.Equal(1, await database.Get<Permissions>().EndAsync(default));

        var mine = await database.Get<MyStory>().ShowAsync(story.Id, default);
        Assert.Equal((StoryState.Ready, HistoryAct.TakenDown), (mine.State, mine.Steps[^1].Act));
        Assert.Contains(mine.Steps, step => step.Act == HistoryAct.PermissionEnded);
        Assert.Equal(0, await database.Get<Permissions>().EndAsync(default));
    }

    [Fact]
    public async Task What_a_permission_made_public_that_ran_out_comes_down_when_its_author_says_nobody()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        database.Clock.Advance(database.Clock.UtcNow.AddMonths(Consent.Longest + 1) - database.Clock.UtcNow);

        await database.Get<Permissions>().ChangeAsync(story.Id, new() { Nobody = true }, default);
        await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 6 }, default);

        await Assert.ThrowsAsync<GoneException>(() => database.Get<Library>().ReadAsync(story.Slug!, default));
    }

    [Fact]
    public async Task What_an_author_chose_before_stands_on_the_page_where_it_is_changed()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Press], Months = 6 }, default);

        Assert.Equal(
            [new AllowedUntil(Audience.Press, database.Clock.UtcNow.AddMonths(6), 6)], (await database.Get<MyStory>().ShowAsync(story.Id, default)).Allowed);
    }

    [Fact]
    public async Task Every_decision_is_a_row_of_the_ledger_that_is_never_changed_only_ended()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().For(Audience.Website, Audience.Press));
        database.Clock.Advance(TimeSpan.FromDays(1));

        await ChangeAsync(database, story, Audience.Website, Audience.Social);

        var ledger = (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Consents;
        var now = database.Clock.UtcNow;
        Assert.Equal(
            [
                (Audience.Website, now.AddDays(-1), (DateTime?)now), (Audience.Press, now.AddDays(-1), now),
                (Audience.Website, now, null), (Audience.Social, now, null)
            ],
            ledger.Select(row => (row.Audience, row.GivenAt, row.WithdrawnAt)));
    }

    [Fact]
    public async Task Both_an_audience_and_nobody_are_refused()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());

        var refused = await Assert.ThrowsAsync<ValidationException>(() =>
            database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Press], Nobody = true }, default));

        Assert.Equal("Choose who may hear your story or “Only the InfoStory team”, not both", Assert.Single(refused.Errors).ErrorMessage);
    }

    [Fact]
    public async Task Nothing_can_be_allowed_again_for_a_story_that_was_taken_back()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Withdrawn());

        await Assert.ThrowsAsync<ConflictException>(() => ChangeAsync(database, story, Audience.Website));
    }

    private static Task ChangeAsync(TestDatabase database, GivenStory story, params Audience[] audiences) =>
        database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [.. audiences] }, default);
}
