using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Moderation.Desk;
using InfoStory.People;
using InfoStory.Rights;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies;

/// <summary>Published at the next moment at which the hours allow it, once, and only where nothing is missing then.</summary>
public sealed class ScheduleTests
{
    [Theory]
    // An evening, a Friday evening, and the evening before Good Friday.
    [InlineData("2026-11-24 20:00", "Wednesday 25 November at 8am", "2026-11-25 08:00")]
    [InlineData("2026-12-04 19:00", "Monday 7 December at 8am", "2026-12-07 08:00")]
    [InlineData("2027-03-25 19:00", "Tuesday 30 March at 8am", "2027-03-30 07:00")]
    // The weekends on which the clocks change, and Christmas, whose Boxing Day is made up for on Monday.
    [InlineData("2027-03-27 12:00", "Tuesday 30 March at 8am", "2027-03-30 07:00")]
    [InlineData("2027-10-30 12:00", "Monday 1 November at 8am", "2027-11-01 08:00")]
    [InlineData("2026-12-24 18:00", "Tuesday 29 December at 8am", "2026-12-29 08:00")]
    [InlineData("2026-11-25 07:59", "Wednesday 25 November at 8am", "2026-11-25 08:00")]
    public async Task Out_of_hours_it_is_published_when_the_next_working_hours_begin(string now, string words, string utc)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        database.SetTo(now);

        var key = await database.ScheduleAsync(story);

        var moment = (await database.StudyAsync(key)).PublishAt!.Value;
        Assert.Equal(words, PublicationClock.InWords(moment));
        Assert.Equal(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), moment);
        database.Clock.SetUtcNow(new(moment.AddSeconds(-1), TimeSpan.Zero));
        Assert.Equal(0, await database.RunScheduleAsync());
        database.Clock.SetUtcNow(new(moment, TimeSpan.Zero));
        Assert.Equal(1, await database.RunScheduleAsync());
        Assert.Equal((CaseStudyState.Published, null), ((await database.StudyAsync(key)).State, (await database.StudyAsync(key)).PublishAt));
    }

    [Theory]
    [InlineData("2026-11-25 15:00", "", 1)]
    [InlineData("2026-11-25 22:30", "Thursday 26 November at 8am", 2)]
    [InlineData("2026-11-28 09:00", "Monday 30 November at 8am", 2)]
    public async Task What_was_due_while_nothing_ran_is_published_then_or_in_the_next_working_hours(string up, string next, int noted)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        database.SetTo("2026-11-24 20:00");
        var key = await database.ScheduleAsync(story);

        database.SetTo(up);
        Assert.Equal(1, await database.RunScheduleAsync());

        var moment = (await database.StudyAsync(key)).PublishAt;
        Assert.Equal(next, moment is { } at ? PublicationClock.InWords(at) : "");
        Assert.Equal(0, await database.RunScheduleAsync());
        if (moment is { } then) database.Clock.SetUtcNow(new(then, TimeSpan.Zero));
        Assert.Equal(noted - 1, await database.RunScheduleAsync());
        Assert.Equal(CaseStudyState.Published, (await database.StudyAsync(key)).State);
        Assert.Equal(noted, await ActsAsync(database, story, HistoryAct.PublicationScheduled));
    }

    [Fact]
    public async Task A_service_that_was_told_is_waited_for_too()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        await database.Get<InfoStoryContext>().Stories.ExecuteUpdateAsync(set => set
            .SetProperty(one => one.Criticality, Criticality.AvoidableHarm).SetProperty(one => one.NoticeGivenAt, database.Clock.UtcNow)
            .SetProperty(one => one.SecondedAt, database.Clock.UtcNow));

        await database.Get<CaseStudySchedule>().ScheduleAsync(key, await database.FormAsync(key), A.Publisher(), default);

        Assert.Equal("Friday 27 November at 8am", PublicationClock.InWords((await database.StudyAsync(key)).PublishAt!.Value));
    }

    [Fact]
    public async Task Two_servers_at_once_and_the_job_again_publish_it_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        await database.ScheduleAsync(story);
        database.SetTo("2026-11-25 08:00");

        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(database.RunScheduleAsync)));
        await database.RunScheduleAsync();

        Assert.Equal(1, done.Sum());
        Assert.Equal(1, await ActsAsync(database, story, HistoryAct.Published));
        Assert.Equal(1, await ActsAsync(database, story, HistoryAct.PublicationScheduled));
    }

    [Theory]
    [InlineData("permission", "The author has not agreed to publication on this website")]
    [InlineData("hold", "because it is on hold", 2)]
    [InlineData("claimed", "because it is in review")]
    [InlineData("scored", "needs a publisher as its second person")]
    [InlineData("both", "because it is in review", 2)]
    public async Task What_changes_about_the_story_ends_the_schedule_and_the_desk_says_why(string change, string why, int reasons = 1)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        var key = await database.ScheduleAsync(story);

        await ChangeAsync(database, story, change);
        await database.RunScheduleAsync();

        var study = await database.StudyAsync(key);
        Assert.Equal((CaseStudyState.Draft, null), (study.State, study.PublishAt));
        Assert.Contains(study.NotPublished, sentence => sentence.Contains(why, StringComparison.Ordinal));
        Assert.Equal(reasons, study.NotPublished.Count);
        Assert.Equal(1, await ActsAsync(database, story, HistoryAct.ScheduleEnded));
        Assert.True((await database.Get<CaseStudyList>().ShowAsync(A.Publisher(), null, default)).Rows.Single().NotPublished);
        database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await database.RunScheduleAsync());
    }

    [Fact]
    public async Task Other_words_end_it_and_the_same_words_do_not()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await database.ScheduleAsync(await database.Given(A.Story().Ready()));

        await database.Get<CaseStudyEditing>().SaveAsync(key, (await database.StudyAsync(key)).ToForm(), A.Publisher(), default);
        Assert.NotNull((await database.StudyAsync(key)).PublishAt);
        await database.Get<CaseStudyEditing>()
            .SaveAsync(key, (await database.StudyAsync(key)).ToForm() with { Learning = "One number." }, A.Publisher(), default);

        var study = await database.StudyAsync(key);
        Assert.Null(study.PublishAt);
        Assert.Equal("Its words were changed.", Assert.Single(study.NotPublished));
    }

    [Fact]
    public async Task A_story_that_is_taken_back_leaves_nothing_of_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        await database.ScheduleAsync(story);

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        database.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await database.RunScheduleAsync());
        Assert.Empty(await database.Get<InfoStoryContext>().CaseStudies.ToListAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_one_of_its_stories_is_taken_back_the_other_says_so_and_whoever_scheduled_it_is_told(bool erased)
    {
        await using var database = await TestDatabase.NewAsync();
        var db = database.Get<InfoStoryContext>();
        db.Add(new StaffMember { UserName = "told@example.org", Email = "told@example.org", Roles = Roles.Publisher });
        await db.SaveChangesAsync();
        var (first, second, key) = await Drawing.TwoAsync(database);
        await db.Stories.ExecuteUpdateAsync(set => set.SetProperty(one => one.Criticality, Criticality.Wasted));
        database.Clock.Advance(TimeSpan.FromHours(10));
        await database.Get<CaseStudySchedule>().ScheduleAsync(key, await database.FormAsync(key), A.Publisher(), default);

        await (erased ? database.Get<Withdrawal>().EraseAsync(second.Id, default) : database.Get<Withdrawal>().WithdrawAsync(second.Id, default));

        Assert.Empty(await database.Get<InfoStoryContext>().CaseStudies.ToListAsync());
        Assert.Equal(1, await ActsAsync(database, first, HistoryAct.ScheduleEnded));
        var letter = Assert.Single(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync());
        Assert.Equal("told@example.org", letter.To);
        Assert.Contains("taken a story back", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_cancelled_and_scheduled_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        var key = await database.ScheduleAsync(story);

        await database.Get<CaseStudySchedule>().CancelAsync(key, await database.FormAsync(key), A.Publisher(), default);
        database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await database.RunScheduleAsync());
        await Assert.ThrowsAsync<ConflictException>(async () =>
            await database.Get<CaseStudySchedule>().CancelAsync(key, await database.FormAsync(key), A.Publisher(), default));
        await database.Get<CaseStudySchedule>().ScheduleAsync(key, await database.FormAsync(key), A.Publisher(), default);

        Assert.Equal("Thursday 26 November at 8am", PublicationClock.InWords((await database.StudyAsync(key)).PublishAt!.Value));
        Assert.Equal(1, await ActsAsync(database, story, HistoryAct.ScheduleCancelled));
    }

    [Fact]
    public async Task A_button_that_named_another_moment_schedules_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Scored(Criticality.Wasted).Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        database.SetTo("2026-11-24 20:00");
        var seen = await database.FormAsync(key);
        database.SetTo("2026-11-25 20:00");

        var later = await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudySchedule>().ScheduleAsync(key, seen, A.Publisher(), default));
        database.SetTo("2026-11-26 10:00");
        var now = await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudySchedule>().ScheduleAsync(key, seen, A.Publisher(), default));

        Assert.Contains("from Thursday 26 November at 8am", later.Message, StringComparison.Ordinal);
        Assert.Contains("it can be published now", now.Message, StringComparison.Ordinal);
        Assert.Null((await database.StudyAsync(key)).PublishAt);
    }

    [Fact]
    public async Task Only_a_publisher_schedules_and_everything_that_is_missing_is_said_at_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Scored(Criticality.Wasted).Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        database.SetTo("2026-11-24 20:00");
        var form = await database.FormAsync(key) with { Summary = "", Intruder = new() };
        await ChangeAsync(database, story, "permission");

        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<CaseStudySchedule>().ScheduleAsync(key, form, A.Moderator(), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<CaseStudySchedule>().CancelAsync(key, form, A.Moderator(), default));
        var refused = await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudySchedule>().ScheduleAsync(key, form, A.Publisher(), default));

        Assert.Equal(["Summary", "Intruder.Why", null], refused.Refusals.Select(one => one.Field));
    }

    [Theory]
    [InlineData(false, "scheduler@example.org")]
    [InlineData(true, "another@example.org")]
    public async Task Whoever_scheduled_it_gets_a_letter_without_a_word_of_it_or_where_they_are_gone_every_publisher(bool gone, string to)
    {
        await using var database = await TestDatabase.NewAsync();
        var db = database.Get<InfoStoryContext>();
        var scheduler = new StaffMember { UserName = "scheduler@example.org", Email = "scheduler@example.org", Roles = Roles.Publisher };
        db.AddRange(
            scheduler, new StaffMember { UserName = "another@example.org", Email = "another@example.org", Roles = Roles.Publisher },
            new StaffMember { UserName = "moderator@example.org", Email = "moderator@example.org", Roles = Roles.Moderator });
        await db.SaveChangesAsync();
        var story = await database.Given(A.Story().Titled("Calls of a bandicoot").Ready());
        var key = await database.ScheduleAsync(story, new(scheduler.Id, scheduler.UserName, scheduler.Roles));
        if (gone) await db.Staff.Where(one => one.Id == scheduler.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Roles, Roles.Moderator));
        await ChangeAsync(database, story, "claimed");

        await database.Get<CaseStudySchedule>().RunAsync(default);

        var letter = Assert.Single(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync());
        Assert.Equal(to, letter.To);
        Assert.Contains($"/moderation/case-studies/{key}", letter.Body, StringComparison.Ordinal);
        Assert.All(["bandicoot", story.Reference], word => Assert.DoesNotContain(word, letter.Title + letter.Body, StringComparison.OrdinalIgnoreCase));
    }

    private static Task ChangeAsync(TestDatabase database, GivenStory story, string change) => change switch
    {
        "permission" => database.Get<Permissions>().ChangeAsync(story.Id, new GivePermission { Nobody = true }, default),
        "hold" => HoldAsync(database, story),
        "claimed" => ClaimAsync(database, story),
        "both" => BothAsync(database, story),
        _ => database.Get<InfoStoryContext>().Stories.ExecuteUpdateAsync(set => set
            .SetProperty(one => one.Criticality, Criticality.AvoidableHarm).SetProperty(one => one.NoticeGivenAt, database.Clock.UtcNow.AddDays(-30))),
    };

    private static async Task BothAsync(TestDatabase database, GivenStory story)
    {
        await ChangeAsync(database, story, "permission");
        await ClaimAsync(database, story);
    }

    private static async Task ClaimAsync(TestDatabase database, GivenStory story) => await database.Get<Review>()
        .ClaimAsync(story.Reference, (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision, A.Moderator(), default);

    private static async Task HoldAsync(TestDatabase database, GivenStory story) => await database.Get<Review>().HoldAsync(
        story.Reference, new() { Revision = (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision, Note = "A lead must read this." },
        A.Moderator(), default);

    private static Task<int> ActsAsync(TestDatabase database, GivenStory story, HistoryAct act) =>
        database.Get<InfoStoryContext>().History.CountAsync(entry => entry.Subject == story.Reference && entry.Act == act);
}
