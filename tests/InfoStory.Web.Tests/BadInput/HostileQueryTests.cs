using InfoStory.Data.Access;
using InfoStory.Web.Tests.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Web.Tests.BadInput;

/// <summary>Whatever stands in an address is looked for, refused or passed over, and never our fault.</summary>
public sealed class HostileQueryTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>What no handler binds, because pages read it themselves.</summary>
    private static readonly string[] ReadByPages =
        ["words", "kind", "service", "place", "tag", "state", "lane", "channel", "after", "page", "interest", "open"];

    private static readonly string[] Texts =
        ["\ufffe", "\ufffe\ufffe", "abc\ufffe\u0301", "\u0301\ufffe", "\uffff\u0301", "\U0001fffe\u0301", "desk\u0001window"];

    [Fact]
    public async Task What_is_no_letter_breaks_no_query()
    {
        using var staff = await site.SignedIn(Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead | Roles.Administrator, "asks-all@example.org");
        var (wrong, seen) = (new List<string>(), 0);
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor || endpoint.RoutePattern.Parameters.Any(part => !part.IsOptional))
                continue;

            var (page, path) = (await Doors.LoadAsync(site, descriptor), "/" + endpoint.RoutePattern.RawText!.Split('{')[0].Trim('/'));
            var bound = page.BoundProperties.Concat(page.HandlerMethods.Where(handler => handler.HttpMethod == "Get").SelectMany(handler => handler.Parameters))
                .Select(part => part.BindingInfo?.BinderModelName is { Length: > 0 } named ? named : part.Name);
            var names = bound.Concat(ReadByPages).Where(name => name != "Form").Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            foreach (var text in Texts)
            {
                seen++;
                var answer = await staff.GetAsync($"{path}?{string.Join('&', names.Select(name => $"{name}={Uri.EscapeDataString(text)}"))}");
                if ((int)answer.StatusCode >= 500) wrong.Add($"{path} {Uri.EscapeDataString(text)}: {(int)answer.StatusCode}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(seen, 300, 2000);
    }
}
