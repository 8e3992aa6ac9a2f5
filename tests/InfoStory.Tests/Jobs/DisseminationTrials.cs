using InfoStory.Authors;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Recalls;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Insight.Impact;
using InfoStory.Jobs;
using InfoStory.Letters;
using InfoStory.Stories;
using InfoStory.Tests.Dissemination.Digests;
using InfoStory.Tests.Dissemination.Subscribers;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Jobs;

/// <summary>The trials of jobs by which case studies get to others, and of what is counted of them.</summary>
internal static class DisseminationTrials
{
    public static readonly Trial[] All =
    [
        new(nameof(LookAfterSubscribers), "subscribers", async database =>
        {
            await database.AskAsync("poison@example.org");
            await database.CopyAsync("Subscribers", "n", SubscriberUpkeep.AtOnce - 2, ("AddressKey", "'poison-' || n.n"));
            await database.AskAsync("good@example.org");
            var good = await database.Get<InfoStoryContext>().Subscribers.MaxAsync(one => one.Id);
            await database.PoisonAsync("DELETE ON Subscribers", $"OLD.Id < {good}");
            database.Days(8);
            return async db => !await db.Subscribers.AnyAsync(one => one.Id == good);
        }),
        new(nameof(WriteDigests), "digests", async database =>
        {
            await database.BeginDigestsAsync();
            await database.ConfirmedAsync("good@example.org", Rhythm.AtOnce, SubscriberAudience.Press);
            database.Clock.Advance(TimeSpan.FromMinutes(1));
            await database.PublicAsync("Good", Audience.Press);
            database.Clock.Advance(DigestTimes.Settles);
            await database.Get<DigestMaking>().MakeDueAsync(default);
            var first = await database.Get<InfoStoryContext>().Digests.Select(digest => digest.Id).SingleAsync();
            await database.CopyAsync("Digests", "n", DigestWriting.MostDigests);
            await database.CopyAsync("DigestItems", $"Digests AS s WHERE s.Id > {first}", 1, ("DigestId", "s.Id"));
            await database.PoisonAsync("UPDATE ON Digests", $"OLD.Id < {await database.Get<InfoStoryContext>().Digests.MaxAsync(digest => digest.Id)}");
            return db => db.Set<Letter>().AnyAsync(letter => letter.To == "good@example.org");
        }),
        new(nameof(FoldImpact), "months that changed", async database =>
        {
            await database.Given(A.Story());
            await database.PoisonAsync("INSERT ON ImpactCounts", $"NEW.Month = '{database.Clock.Today():yyyy-MM}-01'");
            database.Clock.Advance(TimeSpan.FromDays(40));
            await database.Given(A.Story());
            return db => db.ImpactCounts.AnyAsync(count => count.Figure == ImpactFigure.Heard && count.Count == 1);
        }),
        new(nameof(CheckImpact), "every month", async database =>
        {
            await database.Given(A.Story());
            await database.Get<ImpactCounting>().FoldAsync(default);
            await database.RunAsync("UPDATE ImpactCounts SET Count = 7");
            await database.PoisonAsync("UPDATE ON ImpactCounts", $"OLD.Month = '{database.Clock.Today():yyyy-MM}-01'");
            database.Clock.Advance(TimeSpan.FromDays(40));
            await database.Given(A.Story());
            await database.Get<ImpactCounting>().FoldAsync(default);
            await database.RunAsync($"UPDATE ImpactCounts SET Count = 9 WHERE Month = '{database.Clock.Today():yyyy-MM}-01'");
            return db => db.ImpactCounts.AnyAsync(count => count.Figure == ImpactFigure.Heard && count.Count == 1);
        }),
        new(nameof(CallBack), "recalls", async database =>
        {
            var (bad, good) = (await database.Given(A.Story().Published()), await database.Given(A.Story().Published()));
            var db = database.Get<InfoStoryContext>();
            db.Add(new Recall { CaseStudyId = bad.CaseStudy, Why = RecallReason.TakenDown, At = database.Clock.UtcNow });
            db.Add(new Delivery { CaseStudyId = good.CaseStudy, Audience = Audience.Website, Recipient = "subscriber 1", SentAt = database.Clock.UtcNow });
            await db.SaveChangesAsync();
            await database.CopyAsync("Recalls", "n", RecallRun.Most - 1, ("At", "datetime(t.At, '-' || n.n || ' minutes')"));
            db.Add(new Recall { CaseStudyId = good.CaseStudy, Why = RecallReason.TakenBack, At = database.Clock.UtcNow });
            await db.SaveChangesAsync();
            await database.PoisonAsync("DELETE ON Recalls", $"OLD.CaseStudyId = {bad.CaseStudy}");
            return db => db.Set<Recall>().AnyAsync(one => one.CaseStudyId == good.CaseStudy && one.DoneAt != null);
        }),
        new(nameof(AskWhatChanged), "stories", async database =>
        {
            var bad = await database.Given(A.Story().Published());
            await database.FloodAsync(bad, AskingWhatChanged.AtOnce);
            await database.CopyAsync(
                "CaseStudyStories", $"Stories AS s WHERE t.StoryId = {bad.Id} AND s.Reference LIKE 'POISON-%' AND s.Id <> t.StoryId", 1, ("StoryId", "s.Id"));
            var good = await database.Given(A.Story().Published());
            await database.PoisonAsync("INSERT ON ChangeQuestions", $"NEW.StoryId <> {good.Id}");
            database.Clock.Advance(AskingWhatChanged.After);
            return db => db.Set<ChangeQuestion>().AnyAsync(one => one.StoryId == good.Id);
        }),
    ];
}
