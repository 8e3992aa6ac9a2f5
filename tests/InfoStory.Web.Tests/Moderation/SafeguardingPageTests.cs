using System.Net;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Safeguarding;

namespace InfoStory.Web.Tests.Moderation;

public sealed class SafeguardingPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_case_that_could_not_be_closed_stays_as_it_was_though_the_page_that_says_so_is_written_down()
    {
        var story = await site.Given(A.Story().OnHold());
        using var lead = await site.SignedIn(Roles.SafeguardingLead, "first-lead@example.org");
        using var other = await site.SignedIn(Roles.SafeguardingLead, "second-lead@example.org");
        var address = $"/moderation/safeguarding/{story.Reference}";
        var opened = await lead.PageAsync(address);
        await other.DoAsync($"/moderation/stories/{story.Reference}", new() { ["Form.Reason"] = "We cannot publish this." }, "Decline");

        var refused = await lead.SubmitAsync(opened, address, Decided(), "Decline");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var kept = await site.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default);
        Assert.Null(kept.Decision);
        Assert.DoesNotContain(
            (await site.Get<StoryDesk>().ShowAsync(story.Reference, default)).History, entry => entry.Act == HistoryAct.SafeguardingClosed);
    }

    [Fact]
    public async Task Immediate_danger_is_red_with_its_clock_also_without_a_script()
    {
        var story = await site.Given(A.Story().Told("He is going to kill himself tonight."));
        using var lead = await site.SignedIn(Roles.SafeguardingLead, "third-lead@example.org");

        var first = (await lead.PageAsync("/moderation/safeguarding")).QuerySelector("main li")!;

        Assert.Contains("desk-danger", first.ClassList);
        Assert.Contains(story.Reference, first.TextContent, StringComparison.Ordinal);
        Assert.Equal("15 minutes left to open it", first.QuerySelector("[data-countdown]")!.TextContent);
        Assert.Contains("Immediate danger", first.QuerySelector(".desk-late")!.TextContent, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Decided()
    {
        var fields = Enum.GetValues<GoldenRule>().Index().ToDictionary(rule => $"Form.Rules[{rule.Index}]", rule => rule.Item.ToString());
        fields["Form.Decision"] = "NothingToShare";
        fields["Form.Why"] = "Nobody is at risk.";
        fields["Form.Reason"] = "We cannot publish this.";
        return fields;
    }
}
