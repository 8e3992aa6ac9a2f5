using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Contacts;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Authors;

/// <summary>Whatever the author of a story does a hundred times in a row, what is kept for ever does not grow by it.</summary>
public sealed class GrowthTests
{
    private const int Often = 100;

    private static readonly Dictionary<string, Func<TestDatabase, GivenStory, int, Task>> Acts = new(StringComparer.Ordinal)
    {
        ["the same permission"] = (database, story, _) => database.Get<Permissions>().ChangeAsync(
            story.Id, new() { Audiences = [Audience.PolicyMakers, Audience.Website], Months = Consent.Longest }, default),
        ["another permission"] = (database, story, time) => database.Get<Permissions>().ChangeAsync(
            story.Id, new() { Audiences = [Audience.Website], Months = time % 2 == 0 ? 6 : 12 }, default),
        ["given and taken away"] = (database, story, time) => database.Get<Permissions>().ChangeAsync(
            story.Id, time % 2 == 0 ? new() { Nobody = true } : new() { Audiences = [Audience.Website, Audience.PolicyMakers] }, default),
        ["contact"] = (database, story, time) => database.Get<ContactBook>().ChangeAsync(story.Id, new() { Email = $"teller{time}@example.org" }, default),
        ["copy"] = (database, story, _) => database.Get<MyData>().DownloadedAsync(story.Id, default),
        ["opening"] = (database, story, _) => database.Get<AuthorSessions>().BeginAsync(story.Id, default),
        ["answer"] = (database, story, time) => database.Get<MyStory>().AnswerAsync(story.Id, new() { Revision = 0, Text = $"Answer {time}" }, default),
        ["sign-off"] = (database, story, _) => database.Get<MyStory>().SignOffAsync(story.Id, 0, default),
        ["change"] = (database, story, time) => database.Get<MyStory>().AskForChangeAsync(story.Id, new() { Revision = 0, Text = $"Change {time}" }, default),
    };

    public static TheoryData<string> Names() => [.. Acts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hundred_times_leaves_few_rows(string act)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var before = await RowsAsync(database);

        for (var time = 0; time < Often; time++)
        {
            await Record.ExceptionAsync(() => Acts[act](database, story, time));
            if (time % 10 == 9) await database.EndScopesAsync();
        }

        var grown = (await RowsAsync(database)).Where(table => table.Value - before[table.Key] > 2 * Permissions.MostADay);
        Assert.Empty(grown.Select(table => table.Key));
    }

    [Fact]
    public async Task The_same_permission_again_is_no_change_and_is_renewed_on_another_day()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var (before, again) = (await RowsAsync(database), database.Get<Permissions>());

        await Acts["the same permission"](database, story, 0);

        Assert.Equal(before, await RowsAsync(database));
        database.Clock.Advance(TimeSpan.FromDays(2));
        await Acts["the same permission"](database, story, 0);
        Assert.Equal(before["Consents"] + 2, (await RowsAsync(database))["Consents"]);
    }

    [Fact]
    public async Task Who_changes_too_often_is_told_so_and_can_still_take_it_away()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        for (var time = 0; time < Permissions.MostADay; time++) await Acts["another permission"](database, story, time);

        var told = await Assert.ThrowsAsync<TooManyException>(() => Acts["another permission"](database, story, Permissions.MostADay));
        await database.Get<Permissions>().ChangeAsync(story.Id, new() { Nobody = true }, default);

        Assert.Contains("still take a permission away", told.Message, StringComparison.Ordinal);
        Assert.All((await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Consents, consent => Assert.NotNull(consent.WithdrawnAt));
        database.Clock.Advance(TimeSpan.FromDays(1));
        await Acts["another permission"](database, story, 0);
    }

    [Fact]
    public async Task Editions_that_are_past_are_deleted_and_the_number_only_grows()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Published());
        await database.Given(A.Story().Published());
        var current = await database.Get<Editions>().CurrentAsync(default);
        database.Clock.Advance(TimeSpan.FromDays(2));

        await database.Get<Editions>().DeleteOldAsync(default);

        Assert.Equal((current, 1), (await database.Get<Editions>().CurrentAsync(default), await database.Get<InfoStoryContext>().Set<Edition>().CountAsync()));
        await database.Given(A.Story().Published());
        Assert.True(await database.Get<Editions>().CurrentAsync(default) > current);
    }

    /// <summary>How many rows every table has.</summary>
    private static async Task<Dictionary<string, int>> RowsAsync(TestDatabase database)
    {
        var (db, rows) = (database.Get<InfoStoryContext>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct())
#pragma warning disable EF1002 // A name of the model.
            rows[table] = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM \"{table}\"").SingleAsync();
#pragma warning restore EF1002
        return rows;
    }
}
