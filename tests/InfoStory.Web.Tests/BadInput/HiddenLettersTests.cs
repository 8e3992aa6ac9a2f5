using System.Net;
using InfoStory.Data.Access;
using InfoStory.Web.Tests.Briefings;

namespace InfoStory.Web.Tests.BadInput;

/// <summary>What is refused in a box does not come in by an address within it.</summary>
public sealed class HiddenLettersTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Letters_that_nobody_types_do_not_come_in_percent_encoded()
    {
        using var publisher = await site.SignedIn(Roles.Publisher, "filters@example.org");
        using var reader = site.Browser();

        var refused = await publisher.SubmitAsync(
            "/moderation/briefings/new", new(BriefingSite.Typed("Who?")) { ["Form.Filter"] = "/case-studies?words=desk%01window" });
        var (briefing, subscribe) = (await TestBrowser.DocumentAsync(refused), await reader.PageAsync("/subscribe?words=desk%01window"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotNull(briefing.QuerySelector("#form-filter-error"));
        Assert.DoesNotContain("desk", subscribe.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal);
    }
}
