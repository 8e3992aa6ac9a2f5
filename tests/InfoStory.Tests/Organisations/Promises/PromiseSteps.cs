using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations.Promises;

/// <summary>What several tests of promises begin with.</summary>
internal static class PromiseSteps
{
    public static async Task MergeAsync(TestDatabase database)
    {
        await database.Get<OrganisationEditing>().AddAsync(new() { Name = "Other Council", Mailbox = "new@example.org" }, A.Publisher(), default);
        await EndAsync(database, OrganisationEnd.Merged, "Other Council");
    }

    public static async Task EndAsync(TestDatabase database, OrganisationEnd how, string? successor)
    {
        var from = await database.Get<InfoStoryContext>().Organisations.Where(one => one.Name == PromiseBuilding.Organisation).Select(one => one.Id)
            .SingleAsync();
        var seen = (await database.Get<OrganisationEditing>().OpenAsync(from, A.Publisher(), default)).Seen;
        await database.Get<OrganisationEnding>().EndAsync(
            from, new() { Seen = seen, How = how, Successor = successor }, A.Publisher(), default);
    }

    public static async Task<(GivenStory Story, string Slug)> PlannedAsync(TestDatabase database, int days = 30)
    {
        var story = await database.Given(A.Story().For(Audience.Website, Audience.NamedService).Published());
        var slug = await database.Get<IServiceProvider>().PromiseAsync(story, days);
        return (story, slug);
    }

    public static async Task<List<Letter>> LettersAsync(TestDatabase database) =>
        await database.Get<InfoStoryContext>().Set<Letter>().AsNoTracking().OrderBy(letter => letter.Id).ToListAsync();

    public static async Task<EditCaseStudy> FormAsync(TestDatabase database, GivenStory story) =>
        new()
        {
            Title = "T",
            Summary = "S",
            TheStory = "X",
            Revision = (await database.Get<CaseStudyEditing>().ShowAsync(story.CaseStudy, default)).Revision,
        };
}
