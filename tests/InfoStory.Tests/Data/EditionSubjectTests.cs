using InfoStory.Authors;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations.Asks;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tests.Organisations.Asks;
using InfoStory.Tests.TagUpkeep;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Data;

/// <summary>An edition says what it changes, and says so only where that is certain.</summary>
public sealed class EditionSubjectTests
{
    public static TheoryData<string> OfOne => [.. ActsOfOne.Keys];

    public static TheoryData<string> OfAll => [.. ActsOfAll.Keys];

    private static Dictionary<string, Func<TestDatabase, GivenStory, Task>> ActsOfOne { get; } = new(StringComparer.Ordinal)
    {
        ["changed while it is public"] = (database, story) => EditAsync(database, story, (editing, command) =>
            editing.SaveAsync(story.CaseStudy, command, A.Publisher(), default)),
        ["its address is changed"] = (database, story) => EditAsync(database, story, (editing, command) =>
            editing.SaveAsync(story.CaseStudy, command with { Address = "elsewhere", LeadOn = true }, A.Publisher(), default)),
        ["taken down"] = (database, story) => EditAsync(database, story, (editing, command) =>
            editing.TakeDownAsync(story.CaseStudy, command, A.Publisher(), default)),
        ["taken back"] = (database, story) => database.Get<Withdrawal>().WithdrawAsync(story.Id, default),
        ["erased"] = (database, story) => database.Get<Withdrawal>().EraseAsync(story.Id, default),
        ["allowed for a shorter time"] = (database, story) =>
            database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 6 }, default),
        ["something is promised because of it"] = (database, story) => database.Get<IServiceProvider>().PromiseAsync(story),
    };

    private static Dictionary<string, Func<TestDatabase, GivenStory, Task>> ActsOfAll { get; } = new(StringComparer.Ordinal)
    {
        ["a tag is renamed"] = (database, _) => database.RenameAsync("trust", "Confidence"),
        ["a tag is merged"] = (database, _) => database.MergeAsync("trust", "time"),
        ["an organisation is added"] = (database, _) => database.OrganisationAsync(),
        ["a campaign is opened"] = (database, _) => database.Get<CampaignEditing>().CreateAsync(
            new() { Name = "Cold weather", Hashtag = "#ColdWeather", Summary = "Tell us.", FirstDay = new(2026, 11, 1), LastDay = new(2026, 12, 31) },
            A.Administrator(), default),
    };

    [Theory]
    [MemberData(nameof(OfOne))]
    public async Task What_changes_one_case_study_names_it_and_nothing_else(string act)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Tagged("Trust").For(Audience.Website, Audience.NamedService).Published());
        await database.Given(A.Story().Titled("Another").Tagged("Trust").Published());
        await database.Get<IServiceProvider>().PromiseAsync(story, what: "Another change");
        await database.PutAsync(story, await database.OrganisationAsync());
        var before = await NewestAsync(database);

        await ActsOfOne[act](database, story);

        Assert.Equal([EditionSubject.CaseStudy(story.CaseStudy.Value)], (await SinceAsync(database, before)).Subjects);
    }

    [Fact]
    public async Task Publishing_and_what_happens_to_an_ask_name_their_case_study()
    {
        await using var database = await TestDatabase.NewAsync();
        var organisation = await database.OrganisationAsync();
        var before = await NewestAsync(database);

        var story = await database.Given(A.Story().For(Audience.Website, Audience.NamedService).Published());
        var ask = await database.PutAsync(story, organisation);
        await database.SendAllAsync();
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Question, On = database.Clock.Today() });

        Assert.Equal([EditionSubject.CaseStudy(story.CaseStudy.Value)], (await SinceAsync(database, before)).Subjects);
    }

    [Theory]
    [MemberData(nameof(OfAll))]
    public async Task What_may_change_more_names_nothing(string act)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Tagged("Trust").Published());
        var before = await NewestAsync(database);

        await ActsOfAll[act](database, story);

        var since = await SinceAsync(database, before);
        Assert.True(since.Newest > before);
        Assert.Null(since.Subjects);
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public async Task A_save_of_more_case_studies_than_a_few_names_none(int studies, bool everything)
    {
        await using var database = await TestDatabase.NewAsync();
        for (var number = 0; number < studies; number++) await database.Given(A.Story().Titled($"Number {number}").Published());
        var before = await NewestAsync(database);
        var db = database.Get<InfoStoryContext>();

        foreach (var study in await db.CaseStudies.ToListAsync()) study.Title += "!";
        await db.SaveChangesAsync();

        var since = await SinceAsync(database, before);
        Assert.Equal(everything, since.Subjects is null);
        Assert.Equal(everything ? 1 : studies, await db.Set<Edition>().CountAsync(edition => edition.Id > new Id<Edition>(before)));
    }

    [Fact]
    public async Task Whoever_asks_after_an_edition_that_is_forgotten_hears_that_anything_may_have_changed()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var first = await NewestAsync(database);
        await ChangeAsync(database, story);
        var (second, nothing) = (await NewestAsync(database), await SinceAsync(database, await NewestAsync(database)));

        database.Clock.Advance(TimeSpan.FromDays(2));
        await ChangeAsync(database, story);
        await database.Get<Editions>().DeleteOldAsync(default);

        Assert.Empty(nothing.Subjects!);
        Assert.Equal((second, true), (nothing.Newest, (await SinceAsync(database, first)).Subjects is null));
        Assert.Null((await SinceAsync(database, second)).Subjects);
        Assert.Empty((await SinceAsync(database, await NewestAsync(database))).Subjects!);
        Assert.Null((await SinceAsync(database, 0)).Subjects);
    }

    [Fact]
    public async Task Where_one_is_left_none_after_it_was_deleted_whatever_the_clocks_said()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var db = database.Get<InfoStoryContext>();
        var first = new Edition { At = database.Clock.UtcNow.AddMinutes(5), Subject = EditionSubject.CaseStudy(99).ToString() };
        db.Add(first);
        await db.SaveChangesAsync();
        await ChangeAsync(database, story);
        database.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await ChangeAsync(database, story);

        await database.Get<Editions>().DeleteOldAsync(default);

        Assert.Null((await SinceAsync(database, first.Id.Value)).Subjects);
    }

    [Fact]
    public async Task Where_there_is_no_edition_yet_nothing_has_changed()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<InfoStoryContext>().Set<Edition>().ExecuteDeleteAsync();

        var since = await SinceAsync(database, 0);

        Assert.Equal(0, since.Newest);
        Assert.Empty(since.Subjects!);
    }

    [Theory]
    [InlineData("case-study:123", true)]
    [InlineData("case-study:", false)]
    [InlineData("case-study:-1", false)]
    [InlineData("planet:3", false)]
    [InlineData("", false)]
    public void A_subject_that_nobody_knows_is_none(string written, bool known) =>
        Assert.Equal(known ? written : null, EditionSubject.Read(written)?.ToString());

    private static async Task<long> NewestAsync(TestDatabase database) => await database.Get<Editions>().CurrentAsync(default);

    private static Task<EditionsSince> SinceAsync(TestDatabase database, long edition) => database.Get<Editions>().SinceAsync(edition, default);

    private static Task ChangeAsync(TestDatabase database, GivenStory story) => ActsOfOne["changed while it is public"](database, story);

    private static async Task EditAsync(TestDatabase database, GivenStory story, Func<CaseStudyEditing, EditCaseStudy, Task> act)
    {
        var revision = (await database.Get<CaseStudyEditing>().ShowAsync(story.CaseStudy, default)).Revision;
        await act(database.Get<CaseStudyEditing>(), new EditCaseStudy { Revision = revision, Title = "T", Summary = "S", TheStory = "X" }.Answered());
    }
}
