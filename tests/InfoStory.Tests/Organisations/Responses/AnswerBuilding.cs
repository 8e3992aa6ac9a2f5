using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using InfoStory.Organisations.Responses;
using InfoStory.Stories;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations.Responses;

/// <summary>An ask, those who answer it, and what a publisher does with their answer.</summary>
internal static class AnswerBuilding
{
    public static readonly WriteResponse Answer = new()
    {
        Understood = "A family told the same thing to five of our teams, and nobody wrote it down where the next one could read it.",
        WillDo = "From January one worker keeps the whole story of a family and rings every service for them herself.",
        Role = "Head of housing",
    };

    public static async Task<(GivenStory Story, Id<Ask> Ask, Id<Responder> Responder)> AskedAsync(
        TestDatabase database, string name = "Kent County Council", string domain = "kent.example")
    {
        var organisation = await database.OrganisationAsync(name, $"office@{domain}");
        var story = await database.Given(A.Story().Titled($"Put to {name}").For(Audience.Website, Audience.NamedService).Published());
        return (story, await database.PutAsync(story, organisation), await database.SeatAsync($"ann@{domain}", organisation));
    }

    public static async Task<WriteResponse> FormAsync(TestDatabase database, Id<Responder> me, Id<Ask> ask) =>
        (await database.Get<Answering>().ShowAsync(me, ask, default)).ToForm();

    /// <summary>The one that waits.</summary>
    public static async Task<ResponseOnDesk> ShownAsync(TestDatabase database) => await database.Get<ResponsesToRead>().ShowAsync(
        Assert.Single((await database.Get<ResponsesToRead>().ListAsync(null, A.Publisher(), default)).Rows).Id, A.Publisher(), default);

    public static async Task PublishAsync(TestDatabase database, Id<Response> id, WhyPublic? why = null, bool promise = false)
    {
        var shown = await database.Get<ResponsesToRead>().ShowAsync(id, A.Publisher(), default);
        await database.Get<ResponseDesk>().PublishAsync(id, new() { Revision = shown.Revision, WhyPublic = why, Promise = promise }, A.Publisher(), default);
    }

    public static async Task ReturnAsync(TestDatabase database, string why)
    {
        var shown = await ShownAsync(database);
        await database.Get<ResponseDesk>().ReturnAsync(shown.Id, new() { Revision = shown.Revision, Why = why }, A.Publisher(), default);
    }

    public static async Task UnpublishAsync(TestDatabase database, GivenStory story)
    {
        var shown = await database.Get<CaseStudyEditing>().ShowAsync(story.CaseStudy, default);
        await database.Get<CaseStudyEditing>().TakeDownAsync(story.CaseStudy, shown.ToForm(), A.Publisher(), default);
    }

    public static Task<long> EditionAsync(TestDatabase database) =>
        database.Get<InfoStoryContext>().Set<Edition>().LongCountAsync();
}
