using System.Net;
using InfoStory.Data.Access;

namespace InfoStory.Web.Tests.BadInput;

/// <summary>What is refused in a box does not come in by an address within it.</summary>
public sealed class HiddenLettersTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Letters_that_nobody_types_do_not_come_in_percent_encoded()
    {
        using var publisher = await site.SignedIn(Roles.Publisher, "filters@example.org");
        using var reader = site.Browser();

        var refused = await publisher.SubmitAsync("/moderation/briefings/new", new() { ["Form.Filter"] = "/case-studies?words=desk%01window" });
        var subscribe = await reader.PageAsync("/subscribe?words=desk%01window");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain('\u0001', subscribe.DocumentElement.OuterHtml);
    }
}
