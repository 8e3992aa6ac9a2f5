using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
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
        var due = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(days);
        return await services.GetRequiredService<Promising>().PlanAsync(
            story.CaseStudy, new() { Organisation = Organisation, What = what, Role = "Head of housing", Due = due }, A.Publisher(), CancellationToken.None);
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
