using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies;

/// <summary>What publishers and authors do with a case study that is drawn from several stories.</summary>
internal static class Drawing
{
    /// <summary>A case study that is begun from the first and drawn from the second as well.</summary>
    public static async Task<(GivenStory First, GivenStory Second, Id<CaseStudy> Key)> TwoAsync(
        TestDatabase database, StoryBuilder? one = null, StoryBuilder? other = null)
    {
        var first = await database.Given(one ?? A.Story().Titled("The first").Ready());
        var second = await database.Given(other ?? A.Story().Titled("The second").PublicText("She rang too.").Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(first.Reference, A.Publisher(), default);
        await DrawInAsync(database, key, second.Reference.ToLowerInvariant());
        return (first, second, key);
    }

    /// <summary>Two stories that are drawn together twice; a third began the other case study, which is not public yet.</summary>
    public static async Task<(GivenStory First, GivenStory Second, Id<CaseStudy> Public, Id<CaseStudy> Other)> TwiceAsync(TestDatabase database)
    {
        var (first, second, key) = await TwoAsync(database);
        var alone = await database.Given(A.Story().Titled("Alone").Ready());
        var other = await database.Get<CaseStudyEditing>().DraftFromAsync(alone.Reference, A.Publisher(), default);
        await DrawInAsync(database, other, first.Reference);
        await DrawInAsync(database, other, second.Reference);
        await PublishAsync(database, key);
        return (first, second, key, other);
    }

    public static async Task DrawInAsync(TestDatabase database, Id<CaseStudy> key, string reference) => await database.Get<DrawingIn>()
        .DrawInAsync(key, new() { Revision = (await database.StudyAsync(key)).Revision, Reference = reference }, A.Publisher(), default);

    public static async Task LeaveOutAsync(TestDatabase database, Id<CaseStudy> key, string reference, bool nothingIsHere = true)
    {
        var form = new DrawIn { Revision = (await database.StudyAsync(key)).Revision, Reference = reference, NothingIsHere = nothingIsHere };
        await database.Get<DrawingIn>().LeaveOutAsync(key, form, A.Publisher(), default);
    }

    public static async Task WriteAsync(TestDatabase database, Id<CaseStudy> key, string story) =>
        await database.Get<CaseStudyEditing>().SaveAsync(key, await database.FormAsync(key) with { TheStory = story }, A.Publisher(), default);

    public static async Task PublishAsync(TestDatabase database, Id<CaseStudy> key) =>
        await database.Get<CaseStudyEditing>().PublishAsync(key, await database.FormAsync(key), A.Publisher(), default);

    public static async Task SendToAuthorsAsync(TestDatabase database, Id<CaseStudy> key) => await database.Get<CaseStudyEditing>()
        .SendToAuthorAsync(key, await database.FormAsync(key) with { Learning = "Together." }, A.Publisher(), default);

    public static async Task SignOffAsync(TestDatabase database, GivenStory story)
    {
        var shown = await database.Get<MyStory>().ShowAsync(story.Id, default);
        await database.Get<SigningOff>()
            .SignOffAsync(story.Id, shown.Revision, (await database.Get<SigningOff>().ShowAsync(story.Id, default))!.Words, default);
    }

    public static async Task<StoryState[]> StatesAsync(TestDatabase database, GivenStory first, GivenStory second)
    {
        var states = await database.Get<InfoStoryContext>().Stories.ToDictionaryAsync(story => story.Id, story => story.State);
        return [states[first.Id], states[second.Id]];
    }
}
