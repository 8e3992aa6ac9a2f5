using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using InfoStory.Data.Access;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>The list of keys under the page of a story, compared with what is on the page for a key to do.</summary>
public sealed class KeyListTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly StoryBuilder[] Places =
    [
        A.Story(), A.Story().Told("My sister died and nobody told the ward."),
        A.Story().Told("My sister died and nobody told the ward.").Published(), A.Story().InReview(), A.Story().Asked(), A.Story().WithAuthor(),
        A.Story().SentToAuthor(), A.Story().Ready(), A.Story().OnHold(), A.Story().Declined(), A.Story().Published(), A.Story().Withdrawn(),
    ];

    public static TheoryData<int> EachPlace => [.. Enumerable.Range(0, Places.Length)];

    [Theory, MemberData(nameof(EachPlace))]
    public async Task Every_key_that_is_listed_does_something_and_none_is_left_out(int place)
    {
        var desk = $"/moderation/stories/{(await site.Given(Places[place])).Reference}";
        foreach (var roles in (Roles[])[Roles.Moderator, Roles.Publisher, Roles.SafeguardingLead])
        {
            using var staff = await site.SignedIn(roles, $"{roles}-{place}@example.org");

            var page = await staff.PageAsync(desk);

            Assert.Equal(ThatDoSomething(page), Listed(page));
            var opened = await staff.PageAsync($"{desk}?open=true");
            Assert.Equal(ThatDoSomething(opened), Listed(opened));
        }
    }

    [Theory]
    [InlineData("Save")]
    [InlineData("Approve")]
    [InlineData("Decline")]
    [InlineData("Ask")]
    public async Task So_it_is_where_both_texts_are_shown(string first)
    {
        var desk = $"/moderation/stories/{(await site.Given(A.Story().InReview())).Reference}";
        using var one = await site.SignedIn(Roles.Moderator, $"first-{first}@example.org");
        using var other = await site.SignedIn(Roles.Moderator, $"second-{first}@example.org");
        var opened = await other.PageAsync(desk);
        Dictionary<string, string> form = new()
        {
            ["Form.PublicText"] = "Words.",
            ["Form.Note"] = "A note.",
            ["Form.Question"] = "When?",
            ["Form.Reason"] = "Because.",
        };
        await one.DoAsync(desk, form, first);

        var page = await TestBrowser.DocumentAsync(await other.SubmitAsync(opened, desk, form, "Save"));

        Assert.StartsWith("Two versions of", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ThatDoSomething(page), Listed(page));
    }

    [Fact]
    public async Task A_story_that_is_public_has_few_keys()
    {
        using var staff = await site.SignedIn(Roles.Publisher, "few@example.org");

        var page = await staff.PageAsync($"/moderation/stories/{(await site.Given(A.Story().Published())).Reference}");

        Assert.Equal(["?", "Esc", "j", "k"], Listed(page));
    }

    private static IEnumerable<string> Listed(IHtmlDocument page) =>
        page.QuerySelectorAll(".desk-keys kbd").Select(key => key.TextContent).Order(StringComparer.Ordinal);

    private static IEnumerable<string> ThatDoSomething(IHtmlDocument page)
    {
        var keys = page.QuerySelectorAll("[data-key]").Where(LeadsSomewhere).Select(place => place.GetAttribute("data-key")!).Append("?");
        if (page.QuerySelectorAll("[name='Form.Criticality']").Length == 5) keys = keys.Append("0 to 4");
        if (page.QuerySelector("main form [name^='Form.']") is not null) keys = keys.Append("Esc");
        return keys.Order(StringComparer.Ordinal);
    }

    private static bool LeadsSomewhere(IElement place) =>
        place.GetAttribute("href") is not ['#', ..] link || place.Owner!.QuerySelector(link) is not null;
}
