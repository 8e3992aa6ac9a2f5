using AngleSharp.Dom;
using InfoStory.Data.Access;
using InfoStory.Letters;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>Where an administrator begins.</summary>
public sealed class OverviewTests : IDisposable
{
    private const string Address = "/moderation/overview";

    private readonly TestSite site = new();

    [Fact]
    public async Task It_counts_what_waits_what_is_late_what_is_open_and_who_has_no_second_factor()
    {
        for (var number = 0; number < 2; number++) await site.Given(A.Story());
        await site.Given(A.Story().InReview());
        await site.Get<Outbox>().WriteAsync("staff 1", "one@example.org", "T", "B", default);
        using var moderator = await site.SignedIn(Roles.Moderator);
        await moderator.DoAsync("/moderation/invitations/new", new() { ["Form.Name"] = "A workshop" });
        using var administrator = await site.SignedIn(Roles.Administrator);

        var before = Numbers(await administrator.PageAsync(Address));
        site.Clock.Advance(TimeSpan.FromDays(9));
        using var later = await site.SignedIn(Roles.Administrator, "later@example.org");
        var after = Numbers(await later.PageAsync(Address));

        Assert.Equal(
            ["2 wait for someone", "0 of the stories received are not read in time", "0 of the stories in review are not decided in time",
                "0 of the safeguarding cases are not opened in time", "0 of the campaigns run",
                "1 of the invitations is open", "1 letter waits", "0 were given up", "2 of the accounts have no second factor"],
            before);
        Assert.Equal(
            ["2 wait for someone", "2 of the stories received are not read in time", "1 of the stories in review is not decided in time"], after.Take(3));
    }

    [Fact]
    public async Task Who_was_invited_and_has_not_come_is_not_missed_for_a_second_factor()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        await administrator.DoAsync("/moderation/staff/new", new() { ["Form.Email"] = "invited@example.org", ["Form.Roles"] = "Moderator" });

        Assert.Equal("1 of the accounts has no second factor", Numbers(await administrator.PageAsync(Address)).Last());
    }

    [Fact]
    public async Task Each_number_leads_on_for_whoever_may_go_there()
    {
        using var both = await site.SignedIn(Roles.Administrator | Roles.Moderator);
        using var alone = await site.SignedIn(Roles.Administrator, "alone@example.org");

        Assert.Equal(
            ["/moderation?lane=someone", "/moderation?state=received&late=true", "/moderation?state=inreview&late=true", "/moderation/campaigns",
                "/moderation/invitations",
                "/share", "/moderation/enter", "/moderation/letters", "/moderation/letters", "/moderation/staff"],
            Links(await both.PageAsync(Address)));
        Assert.Equal(
            ["/moderation/campaigns", "/share", "/moderation/letters", "/moderation/letters", "/moderation/staff"], Links(await alone.PageAsync(Address)));
    }

    [Fact]
    public async Task A_number_of_what_is_late_leads_to_what_it_counts_and_a_case_that_nobody_opened_has_a_number_of_its_own()
    {
        var late = await site.Given(A.Story().InReview());
        await site.Given(A.Story().OnHold());
        site.Clock.Advance(TimeSpan.FromDays(9));
        await site.Given(A.Story().InReview());
        using var both = await site.SignedIn(Roles.Administrator | Roles.Moderator | Roles.SafeguardingLead, "late@example.org");

        var page = await both.PageAsync(Address);
        var queue = await both.PageAsync(Links(page).Single(link => link!.Contains("state=inreview", StringComparison.Ordinal))!);

        Assert.Equal("1 of the stories in review is not decided in time", Numbers(page).ElementAt(2));
        Assert.Equal(late.Reference, Assert.Single(queue.QuerySelectorAll("tbody th .info-reference")).TextContent);
        Assert.Equal("1 of the safeguarding cases is not opened in time", Numbers(page).ElementAt(3));
        Assert.Contains("/moderation/safeguarding", Links(page));
    }

    [Fact]
    public async Task An_administrator_comes_to_it_by_signing_in_and_by_the_name_of_the_site()
    {
        await site.AddStaffAsync("home@example.org", Roles.Administrator);
        using var browser = site.Browser();

        var answer = await browser.SubmitAsync("/sign-in", new() { ["Form.Email"] = "home@example.org", ["Form.Password"] = A.Password });

        Assert.Equal(Address, answer.Headers.Location!.OriginalString);
        Assert.Equal(Address, (await browser.PageAsync("/account")).QuerySelector(".info-header__home")!.GetAttribute("href"));
    }

    public void Dispose() => site.Dispose();

    private static IEnumerable<string> Numbers(IDocument page) =>
        page.QuerySelectorAll(".desk-overview li").Where(line => line.QuerySelector("strong") is not null)
            .Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static IEnumerable<string?> Links(IDocument page) => page.QuerySelectorAll(".desk-overview a").Select(link => link.GetAttribute("href"));
}
