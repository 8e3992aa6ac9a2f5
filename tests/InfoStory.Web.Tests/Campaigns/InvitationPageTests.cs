using System.Net;
using InfoStory.Campaigns;
using InfoStory.Data.Access;
using InfoStory.Data.Time;

namespace InfoStory.Web.Tests.Campaigns;

/// <summary>An invitation over HTTP: made on the desk, printed, followed by somebody, and ended.</summary>
public sealed class InvitationPageTests(TestSite site) : IClassFixture<TestSite>
{
    private static int numbered;

    [Fact]
    public async Task The_square_on_the_poster_leads_where_the_address_beside_it_leads()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "poster@example.org");

        var made = (await moderator.SubmitAsync("/moderation/invitations/new", new() { ["Form.Name"] = "Housing workshop" })).Headers.Location!.OriginalString;
        var page = await moderator.PageAsync(made);
        var square = await moderator.GetAsync(page.QuerySelector(".desk-poster img")!.GetAttribute("src")!);
        var code = made.Split('/')[^1];

        Assert.Equal("image/svg+xml", square.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"https://localhost/i/{code}", await QrReader.ReadAsync(await square.Content.ReadAsStringAsync()));
        Assert.Equal($"localhost/i/{code}", page.QuerySelector(".desk-poster__address strong")!.TextContent);
        Assert.DoesNotContain("Housing workshop", page.QuerySelector(".desk-poster")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_follows_it_finds_filled_in_what_it_knows_and_it_counts_one_story_without_saying_one()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "fills@example.org");
        var form = await moderator.PageAsync("/moderation/invitations/new");
        string Value(string select, string words) =>
            form.QuerySelectorAll($"{select} option").First(option => option.TextContent == words).GetAttribute("value")!;
        var made = (await moderator.SubmitAsync("/moderation/invitations/new", new()
        {
            ["Form.Name"] = "W",
            ["Form.Place"] = Value("#form-place", "Leeds"),
            ["Form.Service"] = Value("#form-service", "Housing")
        })).Headers.Location!.OriginalString;
        using var author = site.Browser();
        var link = $"/i/{made.Split('/')[^1].ToLowerInvariant()}";

        var page = await author.PageAsync(link);
        var started = await author.SubmitAsync(link, []);
        var where = await author.PageAsync("/share/where");
        await author.TellAsync("I followed the square.");
        await author.SendAsync();

        Assert.Contains("Leeds", page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/share/story", started.Headers.Location!.OriginalString);
        Assert.Equal(["Housing", "Leeds"], where.QuerySelectorAll("option[selected]").Select(option => option.TextContent));
        Assert.Contains("fewer than 5", (await moderator.PageAsync(made)).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("fewer than 5", (await moderator.PageAsync("/moderation/invitations")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_an_invitation_starts_nothing()
    {
        var code = await InviteAsync();
        using var reader = site.Browser();
        var before = await site.DumpAsync();

        var answer = await reader.GetAsync($"/i/{code}");

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(reader.Cookies.GetAllCookies(), cookie => cookie.Name == "__Host-infostory-draft");
        Assert.Equal(before, await site.DumpAsync());
    }

    [Fact]
    public async Task One_that_is_over_says_so_kindly_and_lets_nobody_start_by_it()
    {
        var code = await InviteAsync();
        using var early = site.Browser();
        var before = await early.PageAsync($"/i/{code}");
        using var moderator = await site.SignedIn(Roles.Moderator, "closes@example.org");
        await moderator.DoAsync($"/moderation/invitations/{code}", [], "Close");

        var late = await early.SubmitAsync(before, $"/i/{code}", []);
        var after = await early.GetAsync($"/i/{code}");
        var unknown = await early.GetAsync("/i/AAAAAAAA");

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.NotFound), (late.StatusCode, after.StatusCode, unknown.StatusCode));
        var page = await TestBrowser.DocumentAsync(after);
        Assert.Equal("This invitation has ended", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/share']"));
        Assert.Null((await moderator.PageAsync($"/moderation/invitations/{code}")).QuerySelector(".desk-poster"));
    }

    [Fact]
    public async Task Somebody_whose_six_words_are_not_read_yet_reads_them_first()
    {
        var code = await InviteAsync();
        using var author = site.Browser();
        await author.TellAsync("Sent, not seen.");
        await author.DoAsync("/share/check", []);

        var answer = await author.SubmitAsync($"/i/{code}", []);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.NotNull((await TestBrowser.DocumentAsync(answer)).QuerySelector("a[href='/share/sent']"));
    }

    [Fact]
    public async Task A_story_that_is_begun_on_this_device_stays_as_it_is_and_can_be_gone_on_with_or_cleared()
    {
        var code = await InviteAsync();
        using var author = site.Browser();
        var early = await author.PageAsync($"/i/{code}");
        await author.TellAsync("Begun before I saw the poster.");
        var before = await site.DumpAsync();

        var late = await author.SubmitAsync(early, $"/i/{code}", []);
        var page = await author.PageAsync($"/i/{code}");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(before, await site.DumpAsync());
        Assert.Equal("/share/check", page.QuerySelector("#begun ~ a")!.GetAttribute("href"));
        Assert.DoesNotContain(page.QuerySelectorAll("main button"), button => button.TextContent == "Start your story");
        await author.DoAsync($"/i/{code}", [], "Clear");
        Assert.Equal("/share/story", (await author.SubmitAsync($"/i/{code}", [])).Headers.Location!.OriginalString);
    }

    private Task<string> InviteAsync() =>
        site.Get<Invitations>().CreateAsync(
            new() { Name = $"Workshop {Interlocked.Increment(ref numbered)}", LastDay = DateOnly.FromDateTime(site.Clock.UtcNow).AddDays(9) },
            A.Moderator(), default);
}
