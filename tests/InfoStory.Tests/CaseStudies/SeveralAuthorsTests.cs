using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Rights;
using InfoStory.Sharing;
using InfoStory.Stories;
using static InfoStory.Tests.CaseStudies.Drawing;

namespace InfoStory.Tests.CaseStudies;

/// <summary>What one author of a case study does, and what the others then read and keep.</summary>
public sealed class SeveralAuthorsTests
{
    [Fact]
    public async Task No_author_reads_what_is_drawn_from_a_story_that_may_no_longer_be_public()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second, key) = await TwoAsync(
            database, A.Story().Titled("The first").SeeFirst().Ready(), A.Story().Titled("The second").SeeFirst().Ready());
        await SendToAuthorsAsync(database, key);
        var before = await database.Get<SigningOff>().ShowAsync(first.Id, default);
        var revision = (await database.Get<MyStory>().ShowAsync(first.Id, default)).Revision;

        await database.Get<Permissions>().ChangeAsync(second.Id, new GivePermission { Nobody = true }, default);

        Assert.Equal(1, before!.Others);
        Assert.Null(await database.Get<SigningOff>().ShowAsync(first.Id, default));
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<SigningOff>().SignOffAsync(first.Id, revision, before.Words, default));
    }

    [Fact]
    public async Task An_author_reads_the_facts_of_the_case_study_and_not_those_of_the_story()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, second, key) = await TwoAsync(
            database, A.Story().About("Housing", "Leeds").Tagged("Trust").Ready(),
            A.Story().Titled("The second").About("Acute hospital and A&E", "Cornwall").Kind(StoryKind.Worked).SeeFirst().Ready());

        await SendToAuthorsAsync(database, key);

        var read = await database.Get<SigningOff>().ShowAsync(second.Id, default);
        Assert.Equal(StoryKind.Failed, read!.Kind);
        Assert.Equal(["Front-line worker", "Housing", "Leeds", "Trust"], read.Beside);
    }

    [Fact]
    public async Task Both_stories_of_two_public_case_studies_are_ready_again_when_one_author_takes_the_website_away()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second, _, other) = await TwiceAsync(database);
        await PublishAsync(database, other);

        await database.Get<Permissions>().ChangeAsync(second.Id, new GivePermission { Nobody = true }, default);

        Assert.Equal([StoryState.Ready, StoryState.Ready], await StatesAsync(database, first, second));
        Assert.Equal(0, await database.Get<Library>().CountAsync(default));
    }

    [Fact]
    public async Task The_other_story_of_two_public_case_studies_is_ready_again_when_one_is_taken_back()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second, _, other) = await TwiceAsync(database);
        await PublishAsync(database, other);

        await database.Get<Withdrawal>().WithdrawAsync(second.Id, default);

        Assert.Equal([StoryState.Ready, StoryState.Withdrawn], await StatesAsync(database, first, second));
        Assert.Equal(0, await database.Get<Library>().CountAsync(default));
    }

    [Fact]
    public async Task A_permission_that_is_taken_away_meanwhile_keeps_another_case_study_from_being_published()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var (_, second, _, other) = await TwiceAsync(database);
        var form = await database.FormAsync(other);
        using var meanwhile = new Meanwhile(
            database.File, "FROM \"Places\"",
            () => database.Get<Permissions>().ChangeAsync(second.Id, new GivePermission { Nobody = true }, default));

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>().PublishAsync(other, form, A.Publisher(), default));

        Assert.True(meanwhile.IsDone);
        Assert.Equal(0, await database.Get<Library>().CountAsync(default));
    }

    [Fact]
    public async Task A_permission_is_changed_although_that_of_another_author_has_run_out()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second, key) = await TwoAsync(database);
        await PublishAsync(database, key);
        await database.Get<Permissions>().ChangeAsync(second.Id, new GivePermission { Audiences = [Audience.Website], Months = 6 }, default);
        database.Clock.Advance(database.Clock.UtcNow.AddMonths(6) - database.Clock.UtcNow);

        await database.Get<Permissions>().ChangeAsync(first.Id, new GivePermission { Audiences = [Audience.Website, Audience.Press], Months = 12 }, default);

        var (mine, theirs) = (await database.Get<MyStory>().ShowAsync(first.Id, default), await database.Get<MyStory>().ShowAsync(second.Id, default));
        Assert.Equal([Audience.Website, Audience.Press], mine.Allowed.Select(allowed => allowed.Audience));
        Assert.DoesNotContain(mine.Steps, step => step.Act == HistoryAct.PermissionEnded);
        Assert.Contains(theirs.Steps, step => step.Act == HistoryAct.PermissionEnded);
        Assert.Equal([StoryState.Ready, StoryState.Ready], await StatesAsync(database, first, second));
        Assert.Equal(0, await database.Get<Permissions>().EndAsync(default));
    }
}
