using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Jobs;
using InfoStory.Letters;
using InfoStory.Moderation.Suggesting;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Protection.Contacts;
using InfoStory.Rights;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Tests.CaseStudies;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Tests.Jobs;

/// <summary>
/// In front of each job stand as many bad things as it takes at once, and a good one behind them: what is good is done all the same, within two runs, and the
/// health page is told of the rest.
/// </summary>
public sealed class JobTests
{
    private const string Poison = "poison";

    private static readonly Trial[] All =
    [
        new(nameof(FlagStories), "stories", async database =>
        {
            await database.FloodAsync(await database.Given(A.Story()), 100);
            await database.PoisonAsync("UPDATE OF FlaggedAt ON Stories", "NEW.FlaggedAt IS NOT NULL AND OLD.Reference LIKE 'POISON-%'");
            var good = await database.Given(A.Story());
            await database.RunAsync("UPDATE Stories SET FlaggedAt = NULL");
            return db => db.Stories.AnyAsync(story => story.Id == good.Id && story.FlaggedAt != null);
        }),
        new(nameof(OpenCases), "stories on hold", async database =>
        {
            await database.FloodAsync(await database.Given(A.Story().OnHold()), 200);
            var good = await database.Given(A.Story().OnHold());
            await database.RunAsync("DELETE FROM SafeguardingCases");
            await database.PoisonAsync("INSERT ON SafeguardingCases", "NEW.StoryId IN (SELECT Id FROM Stories WHERE Reference LIKE 'POISON-%')");
            return db => db.SafeguardingCases.AnyAsync(one => one.StoryId == good.Id);
        }),
        new(nameof(TellLeads), "new cases", database => TellAsync(database, late: false)),
        new(nameof(TellLeads), "alarms", database => TellAsync(database, late: true)),
        new(nameof(MarkLateCases), "late cases", database => TellAsync(database, late: true, poisons: "History", where: "NEW.Subject LIKE 'POISON-%'")),
        new(nameof(SendUrgentLetters), "letters", async database =>
        {
            await database.Given(A.Story().OnHold());
            return await WriteAsync(database, await database.Get<InfoStoryContext>().SafeguardingCases.Select(one => one.Id).SingleAsync());
        }),
        new(nameof(SendLetters), "letters", database => WriteAsync(database, about: null)),
        new(nameof(SendLetters), "notices that cannot be read", async database =>
        {
            var bad = await database.Given(A.Story());
            await database.FloodAsync(bad, 100);
            var good = await database.Given(A.Story());
            await LeaveContactsAsync(database, bad, good, database.Clock.UtcNow);
            return db => db.History.AnyAsync(entry => entry.Subject == good.Reference && entry.Act == HistoryAct.LetterSent);
        }),
        new(nameof(AskToRenew), "permissions that end soon", async database =>
        {
            var bad = await database.Given(A.Story().Ready());
            await database.FloodAsync(bad, 500);
            var good = await database.Given(A.Story().Ready());
            await LeaveContactsAsync(database, bad, good, noticeDueAt: null);
            await database.PoisonAsync("INSERT ON History", "NEW.Subject LIKE 'POISON-%'");
            database.Clock.Advance(database.Clock.UtcNow.AddMonths(24).AddDays(-29) - database.Clock.UtcNow);
            return db => db.History.AnyAsync(entry => entry.Subject == good.Reference && entry.Act == HistoryAct.RenewalAsked);
        }),
        new(nameof(AskToRenew), "permissions that have ended", async database =>
        {
            var bad = await database.Given(A.Story().Titled("Poison").Published());
            var of = $"(SELECT Id FROM CaseStudies WHERE Slug = '{bad.Slug}')";
            await database.CopyAsync("CaseStudies", $"n WHERE t.Id = {of}", 199, ("Slug", "'poison-' || n.n"));
            await database.CopyAsync(
                "CaseStudyStories", $"CaseStudies AS s WHERE t.CaseStudyId = {of} AND s.Id <> {of}", 1, ("CaseStudyId", "s.Id"));
            var good = await database.Given(A.Story().Titled("Good").Published());
            await database.PoisonAsync("UPDATE ON CaseStudies", "OLD.Slug LIKE 'poison%'");
            database.Clock.Advance(database.Clock.UtcNow.AddMonths(24).AddDays(1) - database.Clock.UtcNow);
            return db => db.CaseStudies.AnyAsync(study => study.Slug == good.Slug && study.State != CaseStudyState.Published);
        }),
        new(nameof(PublishScheduled), "case studies", async database =>
        {
            var bad = await database.Given(A.Story().Titled("Poison").Ready());
            var key = await database.ScheduleAsync(bad);
            await database.CopyAsync("CaseStudies", $"n WHERE t.Id = {key}", CaseStudySchedule.AtOnce - 1, ("Slug", "'poison-' || n.n"));
            await database.CopyAsync(
                "CaseStudyStories", $"CaseStudies AS s WHERE t.CaseStudyId = {key} AND s.Id <> {key}", 1, ("CaseStudyId", "s.Id"));
            var good = await database.Given(A.Story().Titled("Good").Ready());
            var published = await database.ScheduleAsync(good);
            await database.PoisonAsync("UPDATE ON CaseStudies", "OLD.Slug LIKE 'poison%'");
            database.SetTo("2026-11-25 08:00");
            return db => db.CaseStudies.AnyAsync(study => study.Id == published && study.State == CaseStudyState.Published);
        }),
        new(nameof(TellOrganisations), "asks", async database =>
        {
            var (_, bad) = await database.AskedAsync();
            await database.CopyAsync("Organisations", "n WHERE t.Slug = 'kent-county-council'", AskNotices.AtOnce, ("Slug", "'poison-' || n.n"));
            await database.CopyAsync("Asks", $"Organisations AS s WHERE t.Id = {bad} AND s.Slug LIKE 'poison-%'", 1, ("OrganisationId", "s.Id"));
            await database.CopyAsync("AskEvents", $"Asks AS s WHERE t.AskId = {bad} AND s.Id <> {bad}", 1, ("AskId", "s.Id"));
            var story = await database.Given(A.Story().Titled("Good").For(Audience.Website, Audience.NamedService).Published());
            var good = await database.PutAsync(story, await database.OrganisationAsync("Good", "good@example.org"));
            await database.PoisonAsync("INSERT ON AskEvents", $"NEW.AskId <> {good}");
            database.Days(14);
            return db => db.Set<AskEvent>().AnyAsync(one => one.AskId == good && one.Kind == AskEventKind.Reminded);
        }),
        new(nameof(FollowPromises), "promises", async database =>
        {
            var story = await database.Given(A.Story().Published());
            var bad = await database.Get<IServiceProvider>().PromiseAsync(story, days: 20);
            await database.CopyAsync("Promises", $"n WHERE t.Slug = '{bad}'", PromiseLetters.AtOnce, ("Slug", "'poison-' || n.n"));
            await database.CopyAsync("PromiseEvents", "Promises AS s WHERE s.Slug LIKE 'poison-%'", 1, ("PromiseId", "s.Id"));
            await database.PoisonAsync("UPDATE ON Promises", "OLD.Slug LIKE 'poison-%'");
            database.Days(1);
            var good = await database.Get<IServiceProvider>().PromiseAsync(story, days: 19, what: "Good");
            database.Days(6);
            var subject = Promising.Subject(await database.Get<InfoStoryContext>().Promises.Where(one => one.Slug == good).Select(one => one.Id).SingleAsync());
            return db => db.Set<Letter>().AnyAsync(letter => letter.Subject == subject);
        }),
        .. DisseminationTrials.All,
        new(nameof(KeepNoLonger), "stories that were declined", async database =>
        {
            await database.FloodAsync(await database.Given(A.Story().Declined()), Retention.MostAtOnce);
            var good = await database.Given(A.Story().Declined());
            await database.PoisonAsync("DELETE ON Stories", "OLD.Reference LIKE 'POISON-%'");
            database.Clock.Advance(database.Clock.UtcNow.AddMonths(Retention.AfterDeclined).AddDays(1) - database.Clock.UtcNow);
            return db => db.Stories.AllAsync(story => story.Id != good.Id);
        }),
        new(nameof(DeleteExpired), "drafts", async database =>
        {
            await database.DraftAsync(A.Story());
            var db = database.Get<InfoStoryContext>();
            var gone = new Draft { KeyHash = "of a draft that is gone", StartedAt = database.Clock.UtcNow, ExpiresAt = database.Clock.UtcNow };
            db.AddRange(gone, new Contact { Key = gone.KeyHash, Sealed = [1] });
            await db.SaveChangesAsync();
            await db.Drafts.Where(draft => draft.Id == gone.Id).ExecuteDeleteAsync();
            await database.PoisonAsync("DELETE ON Drafts", "TRUE");
            database.Clock.Advance(TimeSpan.FromDays(8));
            return db => db.Set<Contact>().AllAsync(contact => contact.Key != "of a draft that is gone");
        }),
        new(nameof(SettleTags), "tags", async database =>
        {
            var story = await database.Given(A.Story().Tagged("Trust").InReview());
            var merged = "(SELECT Id FROM Tags WHERE Slug = 'trust')";
            await database.RunAsync("UPDATE Tags SET Retired = 1, MergedIntoId = (SELECT Id FROM Tags WHERE Slug = 'time') WHERE Slug = 'trust'");
            await database.CopyAsync("Tags", $"n WHERE t.Id = {merged}", 201, ("Slug", "iif(n.n = 201, 'good', 'poison-' || n.n)"));
            await database.RunAsync(
                $"INSERT INTO StoryTags (StoryId, TagId) SELECT {story.Id}, Id FROM Tags WHERE Slug LIKE 'poison-%' OR Slug = 'good'");
            await database.RunAsync($"DELETE FROM StoryTags WHERE TagId = {merged}");
            await database.PoisonAsync("UPDATE ON StoryTags", "OLD.TagId IN (SELECT Id FROM Tags WHERE Slug LIKE 'poison-%')");
            return db => db.Set<StoryTag>().AnyAsync(tag => tag.StoryId == story.Id && db.Set<Tag>().Any(to => to.Id == tag.TagId && to.Slug == "time"));
        }),
        new(nameof(LearnTags), "stories that are ready", async database =>
        {
            foreach (var story in TaughtStories.All()) await database.Given(story);
            var bad = await database.Given(A.Story().Tagged("Trust").Ready());
            await database.FloodAsync(bad, 200);
            await database.CopyWithAsync("StoryTags", bad);
            await database.RunAsync("UPDATE Stories SET Channel = '?' WHERE Reference LIKE 'POISON-%'");
            return db => db.TagWords.AnyAsync(word => word.Word != "");
        }),
        new(nameof(LapseClaims), "claims, in one statement", async database =>
        {
            var claimed = await database.Given(A.Story().InReview());
            await database.FloodAsync(claimed, 1000);
            database.Clock.Advance(TimeSpan.FromHours(5));
            return db => db.Stories.AllAsync(story => story.Waits == Waits.ForSomeone);
        }) { IsPoisoned = false },
        new(nameof(ExportHistoryHead), "the one end of the history", _ => Task.FromResult<Func<InfoStoryContext, Task<bool>>>(_ => Task.FromResult(true)))
        {
            IsPoisoned = false
        },
    ];

    public static TheoryData<string, string> Trials
    {
        get
        {
            var trials = new TheoryData<string, string>();
            foreach (var trial in All) trials.Add(trial.Job, trial.Of);
            return trials;
        }
    }

    [Fact]
    public void Every_job_is_tried()
    {
        var jobs = typeof(IJob).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IJob)));

        Assert.Equal(jobs.Select(job => job.Name).Order(StringComparer.Ordinal), All.Select(trial => trial.Job).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Trials))]
    public async Task Poison_and_a_flood_in_front_of_a_job_keep_it_from_nothing_else(string job, string of)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var trial = All.Single(one => one.Job == job && one.Of == of);
        var isDone = await trial.GivenAsync(database);

        await RunAsync(database, job);
        var failing = database.Get<JobLedger>().Failing;
        await RunAsync(database, job);

        Assert.True(await isDone(database.Get<InfoStoryContext>()));
        Assert.Equal(trial.IsPoisoned, failing.Any(work => work.Items > 0));
    }

    private static async Task<Func<InfoStoryContext, Task<bool>>> TellAsync(
        TestDatabase database, bool late, string poisons = "Letters", string where = "NEW.Body LIKE 'POISON-%'")
    {
        await database.AddLeadAsync();
        var bad = await database.Given(A.Story().Told("He is going to kill himself tonight."));
        await database.FloodAsync(bad, LeadNotices.AtOnce);
        await database.CopyWithAsync("SafeguardingCases", bad);
        await database.PoisonAsync($"INSERT ON {poisons}", where);
        var good = await database.Given(A.Story().Told("He is going to kill himself tonight."));
        if (late)
        {
            await database.RunAsync("UPDATE SafeguardingCases SET NoticedAt = RaisedAt");
            database.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        var act = late ? HistoryAct.AlarmRaised : HistoryAct.LeadsTold;
        return db => db.History.AnyAsync(entry => entry.Subject == good.Reference && entry.Act == act);
    }

    /// <summary>That of the good story can be read; those of the bad one and its company cannot.</summary>
    private static async Task LeaveContactsAsync(TestDatabase database, GivenStory bad, GivenStory good, DateTime? noticeDueAt)
    {
        var (db, closed) = (database.Get<InfoStoryContext>(), database.Get<ContactSeal>().Close(new("good@example.org", null)));
        db.Add(new Contact { Key = bad.Secret.Hash, Sealed = [1], NoticeDueAt = noticeDueAt });
        await db.SaveChangesAsync();
        await database.CopyAsync("Contacts", "Stories AS s WHERE s.Reference LIKE 'POISON-%' AND s.SendKey <> t.\"Key\"", 1, ("Key", "s.SendKey"));
        db.Add(new Contact { Key = good.Secret.Hash, Sealed = closed, NoticeDueAt = noticeDueAt });
        await db.SaveChangesAsync();
    }

    private static async Task<Func<InfoStoryContext, Task<bool>>> WriteAsync(TestDatabase database, Id<SafeguardingCase>? about)
    {
        var (db, now) = (database.Get<InfoStoryContext>(), database.Clock.UtcNow);
        foreach (var number in Enumerable.Range(1, 201))
        {
            db.Add(new Letter
            {
                Subject = $"staff {number}",
                To = number == 201 ? "good@example.org" : Poison,
                CaseId = about,
                Lane = about is null ? LetterLane.Personal : LetterLane.Urgent,
                Title = "T",
                Body = "B",
                WrittenAt = now,
                NextTryAt = now
            });
        }

        await db.SaveChangesAsync();
        return db => db.History.AnyAsync(entry => entry.Subject == "staff 201" && entry.Act == HistoryAct.LetterSent);
    }

    private static async Task RunAsync(TestDatabase database, string name)
    {
        var type = typeof(IJob).Assembly.GetTypes().Single(type => type.Name == name);
        var postman = new TestPostman(letter => letter.To == Poison ? throw new FormatException() : LetterOutcome.Done);
        object[] given = type.GetConstructors()[0].GetParameters().Any(parameter => parameter.ParameterType == typeof(IPostman)) ? [postman] : [];
        var job = (IJob)ActivatorUtilities.CreateInstance(database.Get<IServiceProvider>(), type, given);
        await job.RunAsync(default);
        database.Clock.Advance(job.Every);
    }
}

/// <summary>What stands in front of one job, and how it is asked whether what is good was done.</summary>
internal sealed record Trial(string Job, string Of, Func<TestDatabase, Task<Func<InfoStoryContext, Task<bool>>>> GivenAsync)
{
    /// <summary>False where there are no items that could be bad: one statement, or one thing.</summary>
    public bool IsPoisoned { get; init; } = true;

    public override string ToString() => $"{Job}: {Of}";
}
