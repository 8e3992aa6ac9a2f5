using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Testing;

/// <summary>An organisation that promises something because of a published story.</summary>
public static class PromiseBuilding
{
    public const string What = "One number to call", Mailbox = "post@council.example", Organisation = "Example Council";

    /// <summary>Its promise, due in so many days; the organisation is made where it is not there yet.</summary>
    /// <returns>The slug of the promise.</returns>
    public static async Task<string> PromiseAsync(this IServiceProvider services, GivenStory story, int days = 30, string what = What)
    {
        await services.ThereIsAnOrganisationAsync();
        await services.AllowNamedServiceAsync(story);
        var due = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(days);
        return await services.GetRequiredService<Promising>().PlanAsync(
            story.CaseStudy, new() { Organisation = Organisation, What = what, Role = "Head of housing", Due = due }, A.Publisher(), CancellationToken.None);
    }

    /// <summary>Its author lets the service have it, whatever else they allow.</summary>
    private static async Task AllowNamedServiceAsync(this IServiceProvider services, GivenStory given)
    {
        var (db, now) = (services.GetRequiredService<InfoStoryContext>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var story = await db.Stories.Include(story => story.Consents).SingleAsync(story => story.Id == given.Id);
        if (story.Allows(Audience.NamedService, now)) return;

        story.Consents.Add(Consent.Given(Audience.NamedService, Channel.Website, 12, now));
        await db.SaveChangesAsync();
    }

    /// <summary>What a publisher writes down of it.</summary>
    public static Task RecordAsync(this IServiceProvider services, string slug, PromiseEventKind kind, string words) =>
        services.GetRequiredService<Promising>().RecordAsync(slug, new() { Kind = kind, Words = words }, A.Publisher(), CancellationToken.None);

    /// <summary>The organisation, made once.</summary>
    public static async Task ThereIsAnOrganisationAsync(this IServiceProvider services)
    {
        if (await services.GetRequiredService<InfoStoryContext>().Organisations.AnyAsync(one => one.Name == Organisation)) return;

        await services.GetRequiredService<OrganisationEditing>()
            .AddAsync(new() { Name = Organisation, Mailbox = Mailbox }, A.Publisher(), CancellationToken.None);
    }
}
