using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Letters;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Dissemination.Briefings;

/// <summary>What tests of briefings begin with.</summary>
internal static class BriefingRoom
{
    public const string Email = "lee.ann@ministry.example.org";

    public static EditBriefing Form { get; } = new()
    {
        Question = "Why do people repeat their story?",
        Audience = Audience.PolicyMakers,
        FirstReading = "Services do not pass on what they were told.",
        SecondReading = "People ask again because what was passed on is out of date.",
        Contact = "The dissemination team",
    };

    public static GiveBriefing To { get; } = new() { To = "Lee Ann, Ministry of Examples", Email = Email };

    public static Task<Id<Briefing>> BriefingAsync(this TestDatabase database, EditBriefing? form = null) =>
        database.Get<BriefingEditing>().AddAsync(form ?? Form, A.Publisher(), default);

    public static Task<BriefingContent> PreviewAsync(this TestDatabase database, Id<Briefing> id) =>
        database.Get<BriefingEditing>().PreviewAsync(id, A.Publisher(), default);

    /// <summary>Gives it, and returns the number of the copy with the link in its letter.</summary>
    public static async Task<(Id<BriefingCopy> Copy, string Link)> GiveAsync(this TestDatabase database, Id<Briefing> id, GiveBriefing? to = null)
    {
        var copy = await database.Get<BriefingCopies>().GiveAsync(id, to ?? To, A.Publisher(), default);
        var subject = BriefingCopy.SubjectOf(copy);
        var letter = await database.Get<InfoStoryContext>().Set<Letter>().SingleAsync(one => one.Subject == subject);
        return (copy, letter.Body.Split("/briefings/")[1][..LinkKey.Length]);
    }

    public static Task<BriefingContent?> ReadAsync(this TestDatabase database, string link) => database.Get<SharedBriefings>().ReadAsync(link, default);

    /// <summary>Writes the chain of a story that is published already.</summary>
    public static async Task ChainAsync(this TestDatabase database, GivenStory story, params (string Service, Waited Waited)[] steps)
    {
        var db = database.Get<InfoStoryContext>();
        foreach (var (index, step) in steps.Index())
        {
            var service = await db.Tags.Where(tag => tag.Name == step.Service).Select(tag => tag.Id).SingleAsync();
            var (key, number, waited) = (story.Id.Value, index + 1, step.Waited.ToString());
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO HandOffs (StoryId, Step, ServiceId, Waited, ToldAgain) VALUES ({key}, {number}, {service.Value}, {waited}, {true})");
        }
    }
}
