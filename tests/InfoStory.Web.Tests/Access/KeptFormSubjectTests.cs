using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Web.Tests.Access;

/// <summary>What waits of a form goes with the story that it is about; what is about none is written down here, with the reason.</summary>
public sealed class KeptFormSubjectTests(TestSite site) : IClassFixture<TestSite>
{
    private const string NoStory = "is about no story", NoWords = "is chosen, and has no words", People = "is about people and their accounts";

    /// <summary>By folder or page.</summary>
    private static readonly Dictionary<string, string> AboutNone = new(StringComparer.Ordinal)
    {
        ["/moderation/bulk"] = NoWords,
        ["/moderation/bulk/choose"] = NoWords,
        ["/moderation/enter"] = "tells a story that is not there yet, and nobody can have taken it back",
        ["/moderation/enter/slip"] = NoWords,
        ["/moderation/invitations/new"] = NoStory,
        ["/moderation/invitations/{code}"] = NoWords,
        ["/moderation/organisations/new"] = NoStory,
        ["/moderation/organisations/{id:long}"] = NoStory,
        ["/moderation/organisations/{id:long}/end"] = NoStory,
        ["/moderation/organisations/{id:long}/responders"] = People,
        ["/moderation/briefings/{id:long}/copies"] = "names who gets it",
        ["/moderation/dissemination"] = NoWords,
        ["/moderation/digests"] = NoWords,
        ["/moderation/letters"] = NoWords,
        ["/moderation/subscribers"] = People,
        ["/moderation/subscribers/import"] = People,
        ["/moderation/staff/new"] = People,
        ["/moderation/staff/{person:long}"] = People,
        ["/moderation/rules"] = NoStory,
        ["/moderation/replies/new"] = NoStory,
        ["/moderation/replies/{id:long}"] = NoStory,
        ["/moderation/campaigns/new"] = NoStory,
        ["/moderation/campaigns/{slug}"] = NoStory,
        ["/moderation/tags/new"] = NoStory,
        ["/moderation/tags/{slug}"] = NoStory,
        ["/moderation/tags/{slug}/merge"] = NoStory,
        ["/moderation/tags/{slug}/split"] = NoStory,
        ["/moderation/tags/{slug}/parts"] = NoWords,
        ["/account"] = People,
        ["/account/second-factor"] = People,
        ["/account/second-factor/app"] = People,
        ["/account/second-factor/recovery-codes"] = People,
        ["/respond/home"] = NoWords,
        ["/respond/home/invite/{organisation:long}"] = People,
    };

    [Fact]
    public async Task Every_form_that_can_wait_goes_with_its_story_or_is_listed_with_a_reason()
    {
        var (named, none) = (0, new List<string>());
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor) continue;

            var page = await Doors.LoadAsync(site, descriptor);
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (!page.EndpointMetadata.OfType<IAuthorizeData>().Any() || page.HandlerMethods.All(handler => handler.HttpMethod == "Get")) continue;
            if (page.EndpointMetadata.Any(one => one is OnlyLooksAttribute or NotKeptAttribute)) continue;
            // An author's form is of their own story, whatever its address.
            if (route.StartsWith("/my-story/open", StringComparison.Ordinal)) continue;

            var values = new RouteValueDictionary(endpoint.RoutePattern.Parameters.Select(part => new KeyValuePair<string, object?>(part.Name, "1")))
            {
                ["page"] = descriptor.ViewEnginePath,
            };
            if (FormKeeper.SubjectOf(values).NamesNone) none.Add(route);
            else named++;
        }

        Assert.Empty(none.Except(AboutNone.Keys));
        Assert.Empty(AboutNone.Keys.Except(none));
        Assert.InRange(named, 25, 60);
    }

    [Fact]
    public async Task The_form_of_a_briefing_does_not_wait_and_its_writer_is_told()
    {
        using var publisher = await site.SignedIn(Roles.Publisher, "briefs@example.org");
        var page = await publisher.PageAsync("/moderation/briefings/new");
        await publisher.DoAsync("/sign-out", []);

        var sent = await publisher.SubmitAsync(page, "/moderation/briefings/new", new() { ["Form.FirstQuote"] = "He rang every day" });
        var shown = await publisher.PageAsync(sent.Headers.Location!.OriginalString);

        Assert.Contains("We could not keep what you typed", shown.Body!.Words(), StringComparison.Ordinal);
        Assert.False(await site.Get<InfoStoryContext>().Set<KeptForm>().AnyAsync());
    }
}
