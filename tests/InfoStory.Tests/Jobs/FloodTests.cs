using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Jobs;

/// <summary>Danger stands first, what is handled takes nobody's place, and what cannot be done is given up in its turn.</summary>
public sealed class FloodTests
{
    private const string Danger = "He is going to kill himself tonight.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task However_many_cases_nobody_has_opened_immediate_danger_is_told_at_once_and_its_alarm_raised_in_time(bool flooded)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await database.AddLeadAsync();
        var first = await database.Given(flooded ? A.Story().Told(Danger) : A.Story().OnHold());
        await database.FloodAsync(first, 1000);
        await database.CopyWithAsync("SafeguardingCases", first);
        await database.RunAsync("UPDATE SafeguardingCases SET NoticedAt = RaisedAt, AlarmedAt = RaisedAt");
        if (!flooded) await database.RunAsync("UPDATE SafeguardingCases SET NoticedAt = NULL, AlarmedAt = NULL");
        var danger = await database.Given(A.Story().Told(Danger));

        await database.Get<LeadNotices>().WriteDueAsync(default);
        database.Clock.Advance(TimeSpan.FromMinutes(15));
        await database.Get<LeadNotices>().WriteDueAsync(default);

        var acts = await database.Get<InfoStoryContext>().History.Where(entry => entry.Subject == danger.Reference).Select(entry => entry.Act).ToListAsync();
        Assert.Contains(HistoryAct.LeadsTold, acts);
        Assert.Contains(HistoryAct.AlarmRaised, acts);
    }

    [Fact]
    public async Task An_alarm_that_is_due_on_the_next_working_day_waits_behind_no_other_that_is_not()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await database.AddLeadAsync();
        database.Clock.Advance(Until(DayOfWeek.Friday, 17, database));
        var friday = await database.Given(A.Story().OnHold());
        await database.FloodAsync(friday, LeadNotices.AtOnce + 1);
        await database.CopyWithAsync("SafeguardingCases", friday);
        database.Clock.Advance(Until(DayOfWeek.Saturday, 9, database));
        var saturday = await database.Given(A.Story().OnHold());

        database.Clock.Advance(Until(DayOfWeek.Monday, 10, database));
        await database.Get<LeadNotices>().WriteDueAsync(default);

        var alarmed = await database.Get<InfoStoryContext>().History.Where(entry => entry.Act == HistoryAct.AlarmRaised).ToListAsync();
        Assert.Equal(saturday.Reference, Assert.Single(alarmed).Subject);
    }

    [Fact]
    public async Task Where_there_is_no_lead_an_administrator_is_told_and_where_there_is_nobody_the_case_waits_and_is_counted()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await database.Given(A.Story().Told(Danger));

        Assert.Equal(0, await database.Get<LeadNotices>().WriteDueAsync(default));
        var failing = database.Get<JobLedger>().Failing;
        await database.AddLeadAsync();
        await database.RunAsync("UPDATE Staff SET Roles = 8");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var written = await database.Get<LeadNotices>().WriteDueAsync(default);

        Assert.Equal((1, 1), (Assert.Single(failing).Items, written));
        Assert.Empty(database.Get<JobLedger>().Failing);
    }

    [Fact]
    public async Task A_letter_about_immediate_danger_goes_before_every_other_and_one_about_a_concern_before_what_was_refused()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var (concern, danger) = (await database.Given(A.Story().OnHold()), await database.Given(A.Story().Told(Danger)));
        await WriteAsync(database, concern, "refused");
        await WriteAsync(database, concern, "concern");
        await WriteAsync(database, danger, "danger");
        await database.RunAsync("UPDATE Letters SET Tries = 3 WHERE Title = 'refused'");
        var postman = new TestPostman();

        await database.Get<Outbox>().SendUrgentAsync(postman, default);

        Assert.Equal(["danger", "concern", "refused"], postman.Given.Select(letter => letter.Title));
    }

    [Fact]
    public async Task Whose_letter_was_refused_is_asked_once_in_a_run_however_many_letters_wait_for_them()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await database.Given(A.Story().OnHold());
        for (var letter = 0; letter < 30; letter++) await WriteAsync(database, story, "refused", subject: "staff 1");
        await WriteAsync(database, story, "good");
        var postman = Refusing("refused");

        await database.Get<Outbox>().SendUrgentAsync(postman, default);

        Assert.Equal(["refused", "good"], postman.Given.Select(letter => letter.Title));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_letter_that_always_fails_is_given_up_after_its_last_try_and_counted(bool throws)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await database.Given(A.Story().OnHold());
        await WriteAsync(database, story, "refused");
        var postman = Refusing("refused", throws);

        for (var run = 0; run < 15; run++)
        {
            await database.Get<Outbox>().SendUrgentAsync(postman, default);
            database.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(Letter.MaxTries, postman.Given.Count);
        Assert.Equal(LetterTrouble.NeverTaken, (await database.Get<InfoStoryContext>().Set<Letter>().SingleAsync()).Reason);
        Assert.Equal((0, 1), database.Get<JobLedger>().Failing.Select(work => (work.Items, work.GivenUp)).Single());
    }

    [Fact]
    public async Task A_notice_that_could_not_be_read_for_a_day_is_given_up_and_history_says_so()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await database.Given(A.Story());
        var db = database.Get<InfoStoryContext>();
        db.Add(new Contact { Key = story.Secret.Hash, Sealed = [1], NoticeDueAt = database.Clock.UtcNow });
        await db.SaveChangesAsync();

        await database.Get<AuthorNotices>().WriteDueAsync(default);
        var waits = await db.Set<Contact>().AsNoTracking().AnyAsync(contact => contact.NoticeDueAt != null);
        database.Clock.Advance(TimeSpan.FromDays(1));
        await database.Get<AuthorNotices>().WriteDueAsync(default);

        Assert.True(waits);
        Assert.True(await db.Set<Contact>().AsNoTracking().AllAsync(contact => contact.NoticeDueAt == null));
        Assert.Contains(await db.History.ToListAsync(), entry => entry.Subject == story.Reference && entry.Act == HistoryAct.LetterGivenUp);
        Assert.Equal((0, 1), database.Get<JobLedger>().Failing.Select(work => (work.Items, work.GivenUp)).Single());
    }

    private static TimeSpan Until(DayOfWeek day, int hour, TestDatabase database)
    {
        var now = database.Clock.UtcNow;
        return now.Date.AddDays(((int)day - (int)now.DayOfWeek + 7) % 7).AddHours(hour) - now;
    }

    private static async Task WriteAsync(TestDatabase database, GivenStory about, string title, string? subject = null)
    {
        var (db, now) = (database.Get<InfoStoryContext>(), database.Clock.UtcNow);
        db.Add(new Letter
        {
            Subject = subject ?? title,
            To = "lead@example.org",
            CaseId = await db.SafeguardingCases.Where(one => one.StoryId == about.Id).Select(one => one.Id).SingleAsync(),
            Lane = LetterLane.Urgent,
            Title = title,
            Body = "B",
            WrittenAt = now,
            NextTryAt = now
        });
        await db.SaveChangesAsync();
    }

    private static TestPostman Refusing(string title, bool throws = false) => new(letter =>
        letter.Title != title ? LetterOutcome.Done : throws ? throw new FormatException() : LetterOutcome.Later);
}
