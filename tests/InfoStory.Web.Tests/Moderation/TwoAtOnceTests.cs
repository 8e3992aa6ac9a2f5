using System.Net;
using InfoStory.Data.Access;
using InfoStory.Web.Tests.BadInput;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>Two sessions with the same story in review on the screen: every act of the first, and after it every act of the second.</summary>
public sealed class TwoAtOnceTests(TestSite site) : IClassFixture<TestSite>
{
    private const string First = "The text of the first.", Second = "The text of the second.";

    private static readonly string[] Acts = ["Save", "Approve", "Ask", "Decline", "Hold", "Claim"];

    public static TheoryData<string> Firsts => [.. Acts];

    [Theory]
    [MemberData(nameof(Firsts))]
    public async Task The_second_sees_both_texts_and_nothing_is_lost(string act)
    {
        using var one = await site.SignedIn(Roles.Moderator | Roles.SafeguardingLead, $"first-{act}@example.org");
        using var other = await site.SignedIn(Roles.Moderator | Roles.SafeguardingLead, $"second-{act}@example.org");
        foreach (var second in Acts)
        {
            var desk = $"/moderation/stories/{(await site.Given(A.Story().InReview())).Reference}";
            var (mine, theirs) = (await one.PageAsync(desk), await other.PageAsync(desk));

            var done = await one.SubmitAsync(mine, desk, Form(First), act);
            var refused = await other.SubmitAsync(theirs, desk, Form(Second), second);

            var pair = $"{act}, then {second}";
            Assert.True(done.StatusCode == HttpStatusCode.Redirect, pair);
            Assert.True(refused.StatusCode == HttpStatusCode.Conflict, pair);
            var page = await TestBrowser.DocumentAsync(refused);
            foreach (var (field, typed) in Form(Second))
                if (field is "Form.PublicTitle" or "Form.PublicText" or "Form.Note" or "Form.Question" or "Form.Reason")
                    Assert.True(page.Field(field) == typed, $"{pair}: {field} is lost");
            Assert.True(page.QuerySelector("main")!.TextContent.Contains(First, StringComparison.Ordinal), pair);
            var canSave = TestBrowser.FormOf(page, "Save") is not null || TestBrowser.FormOf(page, "ClaimAndSave") is not null;
            Assert.True(canSave != page.QuerySelector("main")!.TextContent.Contains("yours cannot be saved", StringComparison.Ordinal), pair);
            Assert.Contains(First, (await one.PageAsync(desk)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_may_not_read_what_is_on_hold_now_keeps_what_they_typed()
    {
        using var lead = await site.SignedIn(Roles.Moderator | Roles.SafeguardingLead, "lead-holds@example.org");
        using var other = await site.SignedIn(Roles.Moderator, "moderator-saves@example.org");
        var desk = $"/moderation/stories/{(await site.Given(A.Story().Told("I rang the wombat ward.").InReview())).Reference}";
        var opened = await other.PageAsync(desk);
        await lead.DoAsync(desk, Form(First), "Hold");

        var refused = await other.SubmitAsync(opened, desk, Form(Second), "Save");

        var page = await TestBrowser.DocumentAsync(refused);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        foreach (var field in new[] { "Form.PublicTitle", "Form.PublicText", "Form.Note", "Form.Question", "Form.Reason" })
            Assert.True(page.Field(field) == Form(Second)[field], $"{field} is lost");
        Assert.DoesNotContain("wombat", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Form(string text) => new()
    {
        ["Form.PublicTitle"] = "A title",
        ["Form.PublicText"] = text,
        ["Form.Kind"] = "Failed",
        ["Form.Criticality"] = "Friction",
        ["Form.Question"] = $"When? {text}",
        ["Form.Reason"] = $"Because. {text}",
        ["Form.Note"] = $"A note. {text}",
    };
}
