using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.CaseStudies;
using InfoStory.Web.Pages.Promises;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Api;

/// <summary>The addresses under /api/v1: what everyone reads, as JSON (docs/api.md).</summary>
public static class ApiEndpoints
{
    public const string Root = "/api/v1";

    private const string CaseStudies = Root + "/case-studies", Organisations = Root + "/organisations", Promises = Root + "/promises", Gone = Root + "/gone";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapMethods(CaseStudies, Reading, CaseStudiesAsync).WithNotes(ApiNotes.CaseStudies);
        app.MapMethods($"{CaseStudies}/{{slug}}", Reading, CaseStudyAsync).WithNotes(ApiNotes.CaseStudy);
        app.MapMethods($"{Root}/themes", Reading, ThemesAsync).WithNotes(ApiNotes.Themes);
        app.MapMethods($"{Root}/counts", Reading, CountsAsync).WithNotes(ApiNotes.Counts);
        app.MapMethods(Organisations, Reading, OrganisationsAsync).WithNotes(ApiNotes.Organisations);
        app.MapMethods(Promises, Reading, PromisesAsync).WithNotes(ApiNotes.Promises);
        app.MapMethods(Gone, Reading, GoneAsync).WithNotes(ApiNotes.Gone);
        app.MapApiDocument();
    }

    private static async Task<Ok<CaseStudyPage>> CaseStudiesAsync(
        HttpRequest request, LibraryAsking asking, LibraryRows rows, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var (after, limit) = (Parts.CursorOf(request), Parts.LimitOf(request));
        var asked = await asking.ReadAsync(request, cancellation);
        var found = await rows.FindAsync(asked.Newest(after, limit), cancellation);
        return TypedResults.Ok(new CaseStudyPage(
            found.Found.Found, [.. found.Rows.Select(row => row.Listed(site.Value))],
            found.Found.Next?.After is { } next
                ? site.Value.Url + asked.At(CaseStudies, (Parts.After, next.ToString()), (Parts.Limit, Parts.Written(limit))) : null));
    }

    private static async Task<Results<Ok<CaseStudyWhole>, RedirectHttpResult>> CaseStudyAsync(
        HttpContext context, string slug, Library library, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        slug = slug.ToLowerInvariant();
        var study = await library.ReadAsync(slug, cancellation);
        context.IsMadeOf(EditionSubject.CaseStudy(study.Id.Value));
        return study.Slug == slug ? TypedResults.Ok(study.Whole(site.Value)) : TypedResults.Redirect($"{CaseStudies}/{study.Slug}", permanent: true);
    }

    private static async Task<Ok<ThemeList>> ThemesAsync(LibraryFinder finder, CancellationToken cancellation)
    {
        var terms = await finder.TermsAsync(cancellation);
        var counts = await finder.FindAsync(new(new()) { Size = 1 }, cancellation);
        return TypedResults.Ok(new ThemeList([.. terms.Offered.Select(tag => new Theme(
            tag.Facet.InLibrary().Name(), tag.Name, tag.Slug, counts.Counts!.Values.GetValueOrDefault(LibraryValue.Of(tag.Facet, tag.Id))))]));
    }

    private static async Task<Ok<Counts>> CountsAsync(
        HttpRequest request, LibraryAsking asking, LibraryFinder finder, CancellationToken cancellation)
    {
        var asked = await asking.ReadAsync(request, cancellation);
        var found = await finder.FindAsync(asked.Newest(size: 1), cancellation);
        return TypedResults.Ok(new Counts(found.Found, [.. FacetGroup.Of(asked.Chosen, found).Select(facet => new FacetCount(
            facet.Facet.Name(), facet.Facet.Title(),
            [.. facet.Few.Concat(facet.Rest).Select(value => new ValueCount(value.Name, value.Slug, value.Count))]))]));
    }

    private static async Task<Ok<OrganisationList>> OrganisationsAsync(
        HttpRequest request, OrganisationRegister register, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var limit = Parts.LimitOf(request);
        var page = await register.PageAsync(Parts.KeyOf<Organisation>(request), limit, cancellation);
        return TypedResults.Ok(new OrganisationList(
            [.. page.Rows.Select(row => row.Listed(site.Value))], Next(site.Value, Organisations, page.Next?.ToString(), limit)));
    }

    private static async Task<Ok<PromisePage>> PromisesAsync(
        HttpRequest request, PromiseBook book, LibraryFinder finder, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var (asked, after, limit) = (new PromiseQuery(request.Query), Parts.CursorOf(request), Parts.LimitOf(request));
        var terms = asked.HasFilter ? await finder.TermsAsync(cancellation) : null;
        var state = asked.ChosenState();
        if (asked.State is not null && state is null) throw new BadParameterException("state", "Choose what became of it from the list.");

        var service = asked.Service is { } tag ? terms!.FindTag(tag.ToLowerInvariant()) ?? throw Unknown(LibraryFacet.Service) : null;
        var place = asked.Place is { } where ? terms!.FindPlace(where.ToLowerInvariant()) ?? throw Unknown(LibraryFacet.Place) : null;
        var page = await book.ListAsync(new(state, service?.Id, place?.Id), after, cancellation, limit);
        return TypedResults.Ok(new PromisePage(
            [.. page.Rows.Select(row => row.Listed(site.Value))],
            Next(site.Value, Promises + asked.At()[PromiseQuery.Path.Length..], page.Next?.ToString(), limit)));
    }

    private static async Task<Ok<GonePage>> GoneAsync(
        HttpRequest request, GoneCaseStudies studies, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var limit = Parts.LimitOf(request);
        var page = await studies.ListAsync(Parts.CursorOf(request), limit, cancellation);
        return TypedResults.Ok(new GonePage(
            [.. page.Rows.Select(row => row.Listed(site.Value))], Next(site.Value, Gone, page.Next?.ToString(), limit)));
    }

    private static BadParameterException Unknown(LibraryFacet facet) => new(facet.Name(), $"{facet.ToMend()}.");

    private static string? Next(SiteOptions site, string path, string? after, int limit) =>
        after is null ? null : site.Url + Parts.At(path, (Parts.After, after), (Parts.Limit, Parts.Written(limit)));
}
