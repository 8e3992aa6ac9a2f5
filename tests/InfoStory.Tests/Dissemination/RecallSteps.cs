using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Recalls;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tests.Dissemination.Subscribers;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Dissemination;

/// <summary>What several tests of recalls begin with.</summary>
internal static class RecallSteps
{
    public const string Title = "Quinquereme of Nineveh";

    public static string LinkIn(Letter letter) => letter.Body.Split("/called-back/")[1][..LinkKey.Length];

    public static Task<GivenStory> PublishedAsync(TestDatabase database) =>
        database.Given(A.Story().Titled(Title).For(Audience.Website, Audience.NamedService, Audience.PolicyMakers).Published());

    public static Task RunAsync(TestDatabase database) => database.Get<RecallRun>().RunAsync(default);

    public static Task EndAsync(TestDatabase database, GivenStory story, bool erases) => erases
        ? database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default)
        : database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

    public static Task AllowAsync(TestDatabase database, GivenStory story, params Audience[] audiences) =>
        database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [.. audiences], Months = 6 }, default);

    /// <summary>They are on the list, and were sent the case study.</summary>
    public static Task<string> SubscribersAsync(TestDatabase database, GivenStory story, params string[] emails) =>
        SubscribersAsync(database, story, emails, Audience.PolicyMakers);

    public static Task<string> SubscribersAsync(TestDatabase database, GivenStory story, string email, Audience audience) =>
        SubscribersAsync(database, story, [email], audience);

    public static async Task<string> SubscribersAsync(TestDatabase database, GivenStory story, string[] emails, Audience audience)
    {
        var recipient = "";
        foreach (var email in emails)
        {
            await database.ConfirmedAsync(email);
            recipient = Subscriber.SubjectOf(await database.Get<InfoStoryContext>().Subscribers.MaxAsync(one => one.Id));
            await DeliverAsync(database, story.CaseStudy, recipient, audience);
        }

        return recipient;
    }

    public static async Task DeliverAsync(TestDatabase database, Id<CaseStudy> study, string recipient, Audience audience, DateTime? at = null)
    {
        var db = database.Get<InfoStoryContext>();
        db.Add(new Delivery { CaseStudyId = study, Audience = audience, Recipient = recipient, SentAt = at ?? database.Clock.UtcNow });
        await db.SaveChangesAsync();
    }
}
