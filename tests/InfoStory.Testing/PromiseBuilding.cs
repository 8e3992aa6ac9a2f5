using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Testing;

/// <summary>An organisation that promises something because of a published story.</summary>
public static class PromiseBuilding
{
    public const string What = "One number to call", Mailbox = "post@council.example.org";

    /// <summary>Its promise, due in so many days; the organisation is made where it is not there yet.</summary>
    /// <returns>The slug of the promise.</returns>
    public static async Task<string> PromiseAsync(this IServiceProvider services, GivenStory story, int days = 30, string what = What)
    {
        var organisation = await OrganisationAsync(services);
        var due = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(days);
        return await services.GetRequiredService<Promising>().PlanAsync(
            story.CaseStudy, new() { Organisation = organisation, What = what, Role = "Head of housing", Due = due }, A.Publisher(), CancellationToken.None);
    }

    /// <summary>The organisation, made once.</summary>
    public static async Task<Id<Organisation>> OrganisationAsync(this IServiceProvider services)
    {
        var db = services.GetRequiredService<InfoStoryContext>();
        if (await db.Organisations.FirstOrDefaultAsync(one => one.Slug == "example-council") is { } there) return there.Id;

        var organisation = new Organisation { Name = "Example Council", Slug = "example-council", Mailbox = Mailbox };
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation.Id;
    }
}
