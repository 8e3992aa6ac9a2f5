using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Web.Tests.Access;

/// <summary>Every way in that the running site has.</summary>
public static class Doors
{
    public static async Task<IReadOnlyList<Door>> OfAsync(TestSite site)
    {
        List<Door> doors = [];
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) doors.Add(new("GET", "(static files)", ""));
            else if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page) doors.AddRange(await OfPageAsync(site, page, route));
            else
                doors.AddRange((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]).Where(method => method != "HEAD")
                    .Select(method => new Door(method, route, "")));
        }

        return [.. doors.Distinct()];
    }

    /// <summary>The routes, static files left out, that no policy closes.</summary>
    public static async Task<IReadOnlyList<string>> OpenToAnybodyAsync(TestSite site)
    {
        List<string> open = [];
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == "{**path:file}") continue;

            IEnumerable<object> metadata = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await LoadAsync(site, page)).EndpointMetadata
                : endpoint.Metadata;
            if (!metadata.OfType<IAuthorizeData>().Any()) open.Add("/" + endpoint.RoutePattern.RawText!.TrimStart('/'));
        }

        return open;
    }

    /// <summary>The page with its handlers and whatever binds to them.</summary>
    public static Task<CompiledPageActionDescriptor> LoadAsync(TestSite site, PageActionDescriptor page) =>
        site.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpointMetadata: EndpointMetadataCollection.Empty);

    private static async Task<IEnumerable<Door>> OfPageAsync(TestSite site, PageActionDescriptor page, string route)
    {
        var compiled = await LoadAsync(site, page);
        var named = compiled.HandlerMethods.Where(handler => handler.HttpMethod != "Get")
            .Select(handler => new Door(handler.HttpMethod.ToUpperInvariant(), route, handler.Name ?? ""));
        return named.Prepend(new("GET", route, ""));
    }
}
