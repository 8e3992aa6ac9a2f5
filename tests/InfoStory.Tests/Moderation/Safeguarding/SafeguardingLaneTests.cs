using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Moderation.Safeguarding;
using InfoStory.People;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Moderation.Safeguarding;

public sealed class SafeguardingLaneTests
{
    private const string Canary = "quinquereme";

    private static readonly RecordDecision Decided = new()
    {
        Rules = [.. Enum.GetValues<GoldenRule>()],
        Decision = SafeguardingDecision.Refer,
        Why = "She says where she is.",
        SharedWith = "Children’s social care",
        HandOver = "They ring back at four.",
    };

    [Fact]
    public async Task A_story_that_says_danger_opens_a_case_whose_letter_says_nothing_of_it()
    {
        await using var database = await TestDatabase.NewAsync();
        await AddStaffAsync(database);
        var story = await database.Given(A.Story().Told($"He is going to kill himself tonight. {Canary}"));

        await database.Get<LeadNotices>().WriteDueAsync(default);
        await database.Get<LeadNotices>().WriteDueAsync(default);

        var row = Assert.Single((await database.Get<SafeguardingLane>().ListAsync(null, A.SafeguardingLead(), default)).Rows);
        Assert.Equal((story.Reference, SafeguardingLevel.ImmediateDanger, TimeSpan.FromMinutes(15)), (row.Reference, row.Level, row.DueAt - row.RaisedAt));
        var letter = Assert.Single(await LettersAsync(database));
        Assert.Equal(("lead@example.org", "A story needs you"), (letter.To, letter.Title));
        Assert.Contains(story.Reference, letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Immediate_danger_stands_before_every_concern_however_long_that_has_waited_and_no_page_repeats_or_skips_a_case()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, db) = (await database.Given(A.Story()), database.Get<InfoStoryContext>());
        // Danger enough for more than a page, each raised after the concern before it.
        for (var number = 0; number < 2 * SafeguardingLane.PageSize + 10; number++)
        {
            var level = number % 2 == 0 ? SafeguardingLevel.Concern : SafeguardingLevel.ImmediateDanger;
            db.Add(new SafeguardingCase { StoryId = story.Id, Level = level, RaisedAt = database.Clock.UtcNow.AddMinutes(number), RaisedBy = "A test" });
        }

        await db.SaveChangesAsync();

        List<CaseRow> rows = [];
        Cursor? after = null;
        do
        {
            var page = await database.Get<SafeguardingLane>().ListAsync(after, A.SafeguardingLead(), default);
            rows.AddRange(page.Rows);
            after = page.Next is { } next ? Cursor.Parse(next.ToString(), null) : null;
        }
        while (after is not null);

        var kept = await db.SafeguardingCases.ToListAsync();
        Assert.Equal(kept.OrderByDescending(one => one.Level).ThenBy(one => one.RaisedAt).Select(one => one.Id), rows.Select(row => row.Id));
        Assert.Equal(SafeguardingLevel.ImmediateDanger, rows[SafeguardingLane.PageSize].Level);
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(14.5, 1)]
    [InlineData(15, 0)]
    [InlineData(18, -3)]
    public async Task The_clock_of_a_case_counts_down_until_somebody_opens_it(double minutes, int left)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Told("He is going to kill himself tonight."));

        database.Clock.Advance(TimeSpan.FromMinutes(minutes));
        var waiting = Assert.Single((await database.Get<SafeguardingLane>().ListAsync(null, A.SafeguardingLead(), default)).Rows);
        await database.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default);
        var opened = Assert.Single((await database.Get<SafeguardingLane>().ListAsync(null, A.SafeguardingLead(), default)).Rows);

        Assert.Equal((left, null), (waiting.MinutesLeft(database.Clock.UtcNow), opened.MinutesLeft(database.Clock.UtcNow)));
    }

    [Fact]
    public async Task In_every_lane_of_a_lead_immediate_danger_stands_first()
    {
        await using var database = await TestDatabase.NewAsync();
        var lead = A.SafeguardingLead();
        var concern = (await database.Given(A.Story().OnHold())).Reference;
        database.Clock.Advance(TimeSpan.FromHours(3));
        var danger = (await database.Given(A.Story().Told("He is going to kill himself tonight."))).Reference;
        database.Clock.Advance(TimeSpan.FromHours(3));
        var later = (await database.Given(A.Story().Told("He is going to kill himself now."))).Reference;

        foreach (var lane in (QueueFilter[])[new() { Lane = Lane.Me }, new() { Lane = Lane.Held }, new() { State = StoryState.OnHold }])
        {
            var queue = database.Get<StoryQueue>();
            string[] expected = [danger, later, concern];
            var rows = (await queue.ListAsync(lane, lead, null, default)).Rows;

            Assert.Equal(expected, rows.Select(row => row.Reference));
            Assert.Equal(expected[1..], (await queue.ListAsync(lane, lead, rows[0].Position, default)).Rows.Select(row => row.Reference));
            Assert.Equal(expected[2..], (await queue.ListAsync(lane, lead, rows[1].Position, default)).Rows.Select(row => row.Reference));
            Assert.Equal(expected, (await queue.ChooseAsync(lane, lead, 10, default)).Select(one => one.Reference));
            Assert.Equal((danger, concern, null), (
                await queue.BesideAsync(lane, lead, later, before: true, default), await queue.BesideAsync(lane, lead, later, before: false, default),
                await queue.BesideAsync(lane, lead, concern, before: false, default)));
            Assert.Equal(later, await queue.BesideAsync(lane, lead, concern, before: true, default));
        }
    }

    [Theory]
    [InlineData("He is going to kill himself tonight.", 14, 1)]
    [InlineData("I rang three times.", 23 * 60, 24 * 60)]
    public async Task Where_nobody_opens_it_in_time_leads_and_administrators_are_told_once(string told, int inTime, int late)
    {
        await using var database = await TestDatabase.NewAsync();
        await AddStaffAsync(database);
        var story = await database.Given(told.Contains("kill", StringComparison.Ordinal) ? A.Story().Told(told) : A.Story().Told(told).OnHold());

        database.Clock.Advance(TimeSpan.FromMinutes(inTime));
        await database.Get<LeadNotices>().WriteDueAsync(default);
        var before = await LettersAsync(database);
        database.Clock.Advance(TimeSpan.FromMinutes(late));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.Get<LeadNotices>().WriteDueAsync(default)));

        Assert.Single(before);
        Assert.Equal(
            ["administrator@example.org", "lead@example.org"],
            (await LettersAsync(database)).Skip(1).Select(letter => letter.To).Order(StringComparer.Ordinal));
        Assert.Single((await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).History, entry => entry.Act == HistoryAct.AlarmRaised);
    }

    [Fact]
    public async Task Opening_stops_the_alarm_and_is_written_down_each_time()
    {
        await using var database = await TestDatabase.NewAsync();
        await AddStaffAsync(database);
        var story = await database.Given(A.Story().OnHold());

        await database.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default);
        var shown = await database.Get<SafeguardingLane>().OpenAsync(story.Reference, new(null, "second@example.org", Roles.SafeguardingLead), default);
        database.Clock.Advance(TimeSpan.FromDays(7));
        await database.Get<LeadNotices>().WriteDueAsync(default);

        Assert.Single(await LettersAsync(database));
        Assert.Equal("lead@example.org", shown.OpenedBy);
        Assert.Equal(["lead@example.org", "second@example.org"], shown.Story.History.Where(entry => entry.Act == HistoryAct.Opened).Select(entry => entry.By));
    }

    [Theory]
    [InlineData(Roles.Moderator)]
    [InlineData(Roles.Publisher)]
    [InlineData(Roles.Administrator)]
    public async Task Nobody_but_a_lead_opens_or_decides(Roles roles)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().OnHold());
        var actor = new Actor(null, "x@example.org", roles);

        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<SafeguardingLane>().OpenAsync(story.Reference, actor, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<SafeguardingLane>().ListAsync(null, actor, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<SafeguardingLane>().CloseAsync(story.Reference, Decided, actor, default));
    }

    [Fact]
    public async Task A_case_is_closed_only_with_a_decision_and_then_the_story_goes_on()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().OnHold());
        var opened = await database.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<SafeguardingLane>()
            .CloseAsync(story.Reference, new() { Revision = opened.Revision }, A.SafeguardingLead(), default));
        await database.Get<SafeguardingLane>()
            .SaveAsync(story.Reference, new() { Revision = opened.Revision, HandOver = "Ring at four." }, A.SafeguardingLead(), default);
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<SafeguardingLane>()
            .CloseAsync(story.Reference, Decided with { Revision = opened.Revision }, A.SafeguardingLead(), default));
        var again = await database.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default);
        await database.Get<SafeguardingLane>().CloseAsync(story.Reference, Decided with { Revision = again.Revision }, A.SafeguardingLead(), default);

        Assert.Equal(["Decision", "Rules", "Why"], refused.Errors.Select(error => error.PropertyName).Order(StringComparer.Ordinal));
        Assert.Equal("Ring at four.", again.HandOver);
        Assert.Equal(StoryState.InReview, (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).State);
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default));
    }

    [Fact]
    public async Task Closing_may_decline_the_story_with_a_reason_for_its_author()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().OnHold());
        var revision = (await database.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default)).Revision;

        await Assert.ThrowsAsync<ValidationException>(() => database.Get<SafeguardingLane>()
            .DeclineAsync(story.Reference, Decided with { Revision = revision }, A.SafeguardingLead(), default));
        await database.Get<SafeguardingLane>()
            .DeclineAsync(story.Reference, Decided with { Revision = revision, Reason = "We told a service that can help." }, A.SafeguardingLead(), default);

        var mine = await database.Get<MyStory>().ShowAsync(story.Id, default);
        Assert.Equal((StoryState.Declined, "We told a service that can help."), (mine.State, mine.Reason));
    }

    [Fact]
    public async Task Nothing_is_published_while_a_case_is_open_although_the_story_was_taken_off_hold()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().OnHold());
        var form = new ReviewStory { PublicTitle = "T", PublicText = "P", Kind = StoryKind.Failed, Criticality = Criticality.Friction };
        await database.Get<Review>().TakeOffHoldAsync(story.Reference, form with { Revision = 2 }, A.SafeguardingLead(), default);
        await database.Get<Review>().ApproveAsync(story.Reference, form with { Revision = 3 }, A.Moderator(), default);
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        var study = new EditCaseStudy { Title = "T", Summary = "S", TheStory = "P" }.Answered();

        var refused = await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>().PublishAsync(key, study, A.Publisher(), default));
        var opened = await database.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default);
        await database.Get<SafeguardingLane>().CloseAsync(story.Reference, Decided with { Revision = opened.Revision }, A.SafeguardingLead(), default);
        await database.Get<CaseStudyEditing>().PublishAsync(key, study, A.Publisher(), default);

        Assert.Contains("A safeguarding case is open", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_leads_wrote_goes_with_the_story(bool erase)
    {
        await using var database = await TestDatabase.NewAsync();
        await AddStaffAsync(database);
        var story = await database.Given(A.Story().OnHold());
        await database.Get<LeadNotices>().WriteDueAsync(default);
        var opened = await database.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default);
        await database.Get<SafeguardingLane>().SaveAsync(
            story.Reference, new() { Revision = opened.Revision, Why = Canary, SharedWith = Canary, HandOver = Canary }, A.SafeguardingLead(), default);
        Assert.Equal(3, (await database.DumpAsync()).Split(Canary).Length - 1);

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        if (erase) await database.Get<Withdrawal>().EraseAsync(story.Id, default);

        var left = await database.DumpAsync();
        Assert.DoesNotContain(Canary, left, StringComparison.Ordinal);
        Assert.Equal(!erase, left.Contains(story.Reference, StringComparison.Ordinal));
        Assert.Empty((await database.Get<SafeguardingLane>().ListAsync(null, A.SafeguardingLead(), default)).Rows);
    }

    [Fact]
    public async Task A_story_on_hold_from_before_there_were_cases_gets_one()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().OnHold());
        await database.Get<InfoStoryContext>().SafeguardingCases.ExecuteDeleteAsync();

        Assert.Equal(
            (1, 0), (await database.Get<SafeguardingLane>().OpenMissingAsync(default), await database.Get<SafeguardingLane>().OpenMissingAsync(default)));
    }

    [Fact]
    public async Task Two_processes_that_open_what_is_missing_at_once_open_one_case()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await database.Given(A.Story().OnHold());
        await database.Get<InfoStoryContext>().SafeguardingCases.ExecuteDeleteAsync();
        Func<Task> open = () => database.Get<SafeguardingLane>().OpenMissingAsync(default);
        using var meanwhile = new Meanwhile(database.File, "FROM \"SafeguardingCases\"", open) { Waits = false };

        await open();

        Assert.True(meanwhile.IsDone);
        await meanwhile.Done;
        Assert.Equal(1, await database.Get<InfoStoryContext>().SafeguardingCases.CountAsync());
    }

    private static async Task AddStaffAsync(TestDatabase database)
    {
        var db = database.Get<InfoStoryContext>();
        foreach (var (email, roles) in new[]
        {
            ("lead@example.org", Roles.SafeguardingLead), ("moderator@example.org", Roles.Moderator), ("administrator@example.org", Roles.Administrator)
        })
        {
            db.Staff.Add(new()
            {
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                Roles = roles
            });
        }

        db.Staff.Add(new()
        {
            UserName = "gone",
            NormalizedUserName = "GONE",
            Email = "gone@example.org",
            NormalizedEmail = "GONE@EXAMPLE.ORG",
            Roles = Roles.SafeguardingLead,
            ClosedAt = database.Clock.UtcNow
        });
        await db.SaveChangesAsync();
    }

    private static Task<List<Letter>> LettersAsync(TestDatabase database) =>
        database.Get<InfoStoryContext>().Set<Letter>().OrderBy(letter => letter.Id).ToListAsync();
}
