using System.Net;
using InfoStory.Campaigns;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Web.Http;

namespace InfoStory.Web.Tests.Campaigns;

/// <summary>The public page of a campaign, and the desk that writes it.</summary>
public sealed class CampaignPageTests : IDisposable
{
    private readonly TestSite site = new();

    [Fact]
    public async Task An_administrator_opens_a_campaign_and_everyone_reads_it_before_during_and_after()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        using var reader = site.Browser();
        var form = await administrator.PageAsync("/moderation/campaigns/new");
        var leeds = form.QuerySelectorAll("[name='Form.Places']").First(box => box.NextElementSibling!.TextContent == "Leeds").GetAttribute("value")!;

        var opened = await administrator.SubmitAsync(
            "/moderation/campaigns/new", Form(new() { ["Form.Places"] = leeds, ["Form.FirstPrompt"] = "How many times?", ["Form.ThirdPrompt"] = "Who?" }));
        var before = await reader.PageAsync("/campaigns/what-is-yours");
        site.Clock.Advance(TimeSpan.FromDays(10));
        var during = await AgainAsync(reader);
        site.Clock.Advance(TimeSpan.FromDays(30));
        var after = await AgainAsync(reader);

        Assert.Equal("/moderation/campaigns/what-is-yours", opened.Headers.Location!.OriginalString);
        Assert.Contains("It opens on 1 December 2026", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(before.QuerySelector("main .govuk-button"));
        Assert.Equal(["How many times?", "Who?"], during.QuerySelectorAll(".info-prompts li").Select(prompt => prompt.TextContent));
        Assert.Equal("/share", during.QuerySelector("main .govuk-button")!.GetAttribute("href"));
        Assert.Contains("Yours could be the first", during.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Leeds", during.QuerySelector("a[href='/case-studies?place=leeds']")!.TextContent);
        Assert.Contains("What came of it", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(after.QuerySelector("main a[href='/case-studies']"));
    }

    [Fact]
    public async Task Words_that_a_rule_points_at_are_refused_beside_their_field_and_saved_with_a_reason()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        var form = Form(new() { ["Form.Summary"] = "Mrs Angela Whitcombe, 07700 900123, never rang back." });
        var asked = await administrator.PageAsync("/moderation/campaigns/new");

        var refused = await administrator.SubmitAsync("/moderation/campaigns/new", form);
        var page = await TestBrowser.DocumentAsync(refused);
        form["Form.WhyPublic"] = "Public";
        var saved = await administrator.SubmitAsync(page, "/moderation/campaigns/new", form);

        Assert.Null(asked.QuerySelector("[name='Form.WhyPublic']"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("looks like a name", page.QuerySelector("#form-summary-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("[name='Form.WhyPublic']").Length);
        Assert.Contains("never rang back", page.QuerySelector("#form-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/moderation/campaigns/what-is-yours", saved.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_change_is_read_by_everyone_at_once_on_the_page_at_home_and_in_the_sitemap()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        using var reader = site.Browser();
        await administrator.DoAsync("/moderation/campaigns/new", Form(new() { ["Form.FirstDay"] = "2026-11-01" }));
        await reader.GetAsync("/campaigns/what-is-yours");

        await administrator.DoAsync("/moderation/campaigns/what-is-yours", new() { ["Form.Summary"] = "Other words now." });

        Assert.Contains("Other words now.", (await reader.PageAsync("/campaigns/what-is-yours")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await reader.PageAsync("/")).QuerySelector("a[href='/campaigns/what-is-yours']"));
        Assert.Contains(
            "https://localhost/campaigns/what-is-yours",
            await reader.Client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_counter_is_silent_below_five_and_as_old_as_the_cache()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        await administrator.DoAsync("/moderation/campaigns/new", Form(new() { ["Form.FirstDay"] = "2026-11-01" }));
        for (var number = 0; number < 4; number++) await site.Given(A.Story());
        using var reader = site.Browser();

        var few = await reader.PageAsync("/campaigns/what-is-yours");
        await site.Given(A.Story());
        var cached = await reader.PageAsync("/campaigns/what-is-yours");
        var fresh = await AgainAsync(reader);

        Assert.Contains("Stories that have come in: fewer than 5.", few.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(cached.QuerySelector(".info-count"));
        Assert.Equal("Told 5 times in 5 stories", fresh.QuerySelector(".info-count")!.TextContent);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);

        var answer =
            await administrator.SubmitAsync("/moderation/campaigns/new", Form(new() { ["Form.Hashtag"] = "no hash", ["Form.LastDay"] = "2026-11-30" }));

        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["#form-hashtag", "#form-lastday"], page.QuerySelectorAll(".govuk-error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["no hash", "2026-12-01", "2026-11-30"], new[] { "hashtag", "firstday", "lastday" }.Select(field => page.QuerySelector($"#form-{field}")!
            .GetAttribute("value")));
    }

    [Fact]
    public async Task A_form_that_somebody_overtook_keeps_what_was_typed_and_can_be_sent_again()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        const string Edit = "/moderation/campaigns/what-is-yours";
        await administrator.DoAsync("/moderation/campaigns/new", Form([]));
        var opened = await administrator.PageAsync(Edit);
        await administrator.DoAsync(Edit, new() { ["Form.Summary"] = "Theirs." });

        var answer = await administrator.SubmitAsync(opened, Edit, new() { ["Form.Summary"] = "Mine." });
        var page = await TestBrowser.DocumentAsync(answer);
        var again = await administrator.SubmitAsync(page, Edit, []);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (answer.StatusCode, again.StatusCode));
        Assert.Equal("Mine.", page.QuerySelector("#form-summary")!.TextContent);
        Assert.Equal("Mine.", (await administrator.PageAsync(Edit)).QuerySelector("#form-summary")!.TextContent);
    }

    [Fact]
    public async Task Staff_see_in_their_header_the_pages_that_they_can_open()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        using var moderator = await site.SignedIn(Roles.Moderator);

        string[] Words(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("header nav a").Select(link => link.TextContent)];

        Assert.Equal(
            ["Overview", "Dissemination", "Campaigns", "Tags", "Replies", "Rules", "Staff", "Your account", "Public site"],
            Words(await administrator.PageAsync("/account")));
        Assert.Equal(["Queue", "Enter a story", "Invitations", "Your account", "Public site"], Words(await moderator.PageAsync("/account")));
    }

    public void Dispose() => site.Dispose();

    /// <summary>What the page says once the cache has forgotten it, as it does by itself within ten minutes.</summary>
    private async Task<AngleSharp.Html.Dom.IHtmlDocument> AgainAsync(TestBrowser reader)
    {
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.Get<CampaignCalendar>().AddAsync(
            new()
            {
                Slug = $"past-{site.Clock.UtcNow:ddHHmm}",
                Name = "Past",
                Hashtag = "#Past",
                Summary = "Over.",
                StartsAt = site.Clock.UtcNow.AddDays(-2),
                EndsAt = site.Clock.UtcNow.AddDays(-1)
            },
            CancellationToken.None);
        await site.Get<EditionWatch>().WaitUntilKnownAsync(CancellationToken.None);
        return await reader.PageAsync("/campaigns/what-is-yours");
    }

    private static Dictionary<string, string> Form(Dictionary<string, string> changed)
    {
        var form = new Dictionary<string, string>
        {
            ["Form.Name"] = "What is yours?",
            ["Form.Hashtag"] = "#InfoStory",
            ["Form.Summary"] = "Tell us.",
            ["Form.FirstDay"] = "2026-12-01",
            ["Form.LastDay"] = "2026-12-31"
        };
        foreach (var (field, value) in changed) form[field] = value;
        return form;
    }
}
