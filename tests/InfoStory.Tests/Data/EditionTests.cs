using InfoStory.Authors;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Places;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.TagUpkeep;
using InfoStory.Tests.TagUpkeep;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Data;

/// <summary>What the public sees is renewed by the save itself.</summary>
public sealed class EditionTests
{
    public static TheoryData<string> PublicActs => [.. Acts.Keys];

    private static Dictionary<string, Func<TestDatabase, GivenStory, Task>> Acts { get; } = new(StringComparer.Ordinal)
    {
        ["a case study is changed while it is public"] = async (database, story) => await EditAsync(database, story.CaseStudy, (editing, command) =>
            editing.SaveAsync(story.CaseStudy, command, A.Publisher(), default)),
        ["a case study is taken down"] = async (database, story) => await EditAsync(database, story.CaseStudy, (editing, command) =>
            editing.TakeDownAsync(story.CaseStudy, command, A.Publisher(), default)),
        ["a story is published"] = async (database, _) => await PublishAsync(database),
        ["an author takes back"] = (database, story) => database.Get<Withdrawal>().WithdrawAsync(story.Id, default),
        ["an author has all of it erased"] = (database, story) => database.Get<Withdrawal>().EraseAsync(story.Id, default),
        ["an author forbids the website"] = (database, story) =>
            database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Training], Months = 12 }, default),
        ["an author allows the website for a shorter time"] = (database, story) =>
            database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 6 }, default),
        ["a campaign is opened"] = (database, _) => database.Get<CampaignEditing>().CreateAsync(Winter, A.Administrator(), default),
        ["a tag is renamed"] = (database, _) => database.RenameAsync("trust", "Confidence"),
        ["a tag is merged"] = (database, _) => database.MergeAsync("trust", "time"),
        ["what a late save left under a merged tag is moved"] = LateAsync,
    };

    [Theory]
    [MemberData(nameof(PublicActs))]
    public async Task Every_act_that_changes_what_the_public_sees_begins_an_edition(string act)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("Left hanging").Tagged("Trust").Published());
        var before = await database.Get<Editions>().CurrentAsync(default);

        await Acts[act](database, story);

        Assert.NotEqual(before, await database.Get<Editions>().CurrentAsync(default));
    }

    [Fact]
    public async Task What_the_public_does_not_see_begins_none()
    {
        await using var database = await TestDatabase.NewAsync();
        var before = await database.Get<Editions>().CurrentAsync(default);

        await database.Given(A.Story().Titled("Declined").Tagged("Trust").Declined());
        var ready = await database.Given(A.Story().Titled("It is ready").Tagged("Trust").Ready());
        var draft = await database.Get<CaseStudyEditing>().DraftFromAsync(ready.Reference, A.Publisher(), default);
        await EditAsync(database, draft, (editing, command) => editing.SaveAsync(draft, command, A.Publisher(), default));
        await database.Get<Withdrawal>().EraseAsync(ready.Id, default);

        Assert.Equal(before, await database.Get<Editions>().CurrentAsync(default));
    }

    [Fact]
    public async Task A_save_that_is_tried_again_begins_one_edition()
    {
        await using var database = await TestDatabase.NewAsync();
        var db = database.Get<InfoStoryContext>();
        var before = await db.Set<Edition>().CountAsync();
        db.Add(new Place { Name = "Nowhere", Slug = "nowhere", Kind = PlaceKind.Country });
        db.Add(new Place { Name = "Elsewhere", Slug = "elsewhere", Kind = PlaceKind.Country });

        // As the strategy that retries does it: what failed is still to be saved.
        await using (var lost = await db.Database.BeginTransactionAsync())
        {
            await db.SaveChangesAsync(acceptAllChangesOnSuccess: false);
            await lost.RollbackAsync();
        }

        await db.SaveChangesAsync();

        Assert.Equal(before + 1, await db.Set<Edition>().CountAsync());
    }

    [Theory]
    [InlineData("a campaign is added")]
    [InlineData("a late save is settled")]
    public async Task An_edition_takes_its_number_in_its_turn_also_where_history_has_nothing_to_say(string act)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await database.Given(A.Story().Titled("Left hanging").Tagged("Trust").Published());
        var campaign = new Campaign
        {
            Slug = "w",
            Name = "W",
            Hashtag = "#W",
            Summary = "Tell us.",
            StartsAt = database.Clock.UtcNow,
            EndsAt = database.Clock.UtcNow.AddDays(9),
        };
        if (act != "a campaign is added") await TagLateAsync(database, story);
        using var watch = new SqlWatch(database.File);

        if (act == "a campaign is added") await database.Get<CampaignCalendar>().AddAsync(campaign, default);
        else await database.Get<TagMerging>().SettleAsync(default);

        // The row of the head makes everybody who saves an edition wait for the one before.
        var statements = watch.Take().Select(statement => statement.Sql).ToList();
        var edition = statements.FindIndex(sql => sql.Contains("INSERT INTO \"Editions\"", StringComparison.Ordinal));
        Assert.InRange(statements.FindIndex(sql => sql.StartsWith("UPDATE \"HistoryHead\"", StringComparison.Ordinal)), 0, edition - 1);
    }

    [Fact]
    public async Task Whoever_listens_hears_of_an_edition_that_began_in_what_it_awaited_and_of_no_other()
    {
        await using var database = await TestDatabase.NewAsync();
        var heard = EditionNotice.Listen();
        await database.Given(A.Story().Ready());
        var early = heard.HasBegun;

        await database.Get<CampaignEditing>().CreateAsync(Winter, A.Administrator(), default);

        Assert.Equal((false, true, false), (early, heard.HasBegun, EditionNotice.Listen().HasBegun));
    }

    [Fact]
    public async Task Rows_of_the_public_site_that_are_changed_without_an_edition_fail_a_test()
    {
        await using var database = await TestDatabase.NewAsync();

        var refused =
            await Record.ExceptionAsync(() => database.Get<InfoStoryContext>().Tags.ExecuteUpdateAsync(set => set.SetProperty(tag => tag.Group, "X")));

        Assert.Contains("Tags is changed without a new edition", refused?.Message, StringComparison.Ordinal);
    }

    private static EditCampaign Winter =>
        new() { Name = "Cold weather", Hashtag = "#ColdWeather", Summary = "Tell us.", FirstDay = new(2026, 11, 1), LastDay = new(2026, 12, 31) };

    private static async Task EditAsync(TestDatabase database, Id<CaseStudy> key, Func<CaseStudyEditing, EditCaseStudy, Task> act)
    {
        var revision = (await database.Get<CaseStudyEditing>().ShowAsync(key, default)).Revision;
        await act(database.Get<CaseStudyEditing>(), new EditCaseStudy { Revision = revision, Title = "T", Summary = "S", TheStory = "X" }.Answered());
    }

    private static async Task PublishAsync(TestDatabase database) => await database.Given(A.Story().Titled("Another").Published());

    /// <summary>Somebody tagged a story with a tag that was merged while they were at work.</summary>
    private static async Task LateAsync(TestDatabase database, GivenStory story)
    {
        await TagLateAsync(database, story);
        var before = await database.Get<Editions>().CurrentAsync(default);

        await database.Get<TagMerging>().SettleAsync(default);

        Assert.NotEqual(before, await database.Get<Editions>().CurrentAsync(default));
    }

    private static async Task TagLateAsync(TestDatabase database, GivenStory story)
    {
        await database.MergeAsync("trust", "time");
        var db = database.Get<InfoStoryContext>();
        var gone = (await database.TagAsync("trust")).Id;
        (await db.Stories.Include(one => one.Tags).SingleAsync(one => one.Id == story.Id)).Tags.Add(new() { TagId = gone });
        await db.SaveChangesAsync();
    }
}
