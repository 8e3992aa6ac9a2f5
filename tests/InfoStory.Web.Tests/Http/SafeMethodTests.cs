using System.Net;
using AngleSharp.Html.Dom;
using InfoStory.Data;
using InfoStory.Dissemination.Recalls;
using InfoStory.History;
using InfoStory.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Http;

/// <summary>Looking changes nothing; whoever changes something has the page's own token.</summary>
[Collection(nameof(PeopledSite))]
public sealed class SafeMethodTests(PeopledSite site)
{
    // A session that is used slides on, which is what keeps somebody signed in while they read.
    private const string StaffSlideOn = "StaffSessions", AuthorsSlideOn = "AuthorSessions";

    // Leaving takes the visitor's cookies with it.
    private const string Exit = "/exit";

    // Sessions slide on, and a job folds what is counted of impact, whoever looks.
    private static readonly string[] Counted = [StaffSlideOn, AuthorsSlideOn, "ImpactCounts", "ImpactMarks"];

    // Whoever looks at a story on hold is written down. The first opening stops the alarm. That is all that looking may write.
    private static readonly string[] Looking = [.. Counted, "History", "HistoryHead", "SafeguardingCases"];

    [Fact]
    public async Task Looking_at_every_page_and_following_every_link_as_everyone_changes_nothing()
    {
        await site.Visitors["anonymous"].TellAsync("A story that is not sent yet.");
        // What the site was built of was taken down too: no job finds anything of that to write while everybody looks.
        await site.Get<RecallRun>().RunAsync(CancellationToken.None);
        var (before, from) = (await site.DumpAsync(Looking), await HeadAsync());

        var addresses = AccessTable.Rows.Where(row => row.Method == "GET" && row.Address != Exit).Select(site.Address).ToList();

        var seen = 0;
        foreach (var visitor in AccessTable.Visitors) seen += await CrawlAsync(site.Visitors[visitor], addresses);

        Assert.Equal(before, await site.DumpAsync(Looking));
        Assert.Empty(await site.Get<InfoStoryContext>()
            .History.Where(entry => entry.Number > from && entry.Act != HistoryAct.Opened).ToListAsync());
        Assert.True(seen > AccessTable.Visitors.Length * addresses.Count, $"Only {seen} pages were seen.");
    }

    [Theory]
    [InlineData("HEAD", null)]
    [InlineData("HEAD", "prefetch")]
    [InlineData("GET", "prefetch")]
    [InlineData("GET", "prefetch;prerender")]
    public async Task Asking_for_the_head_of_every_page_or_for_a_page_ahead_as_everyone_changes_nothing_at_all(string method, string? purpose)
    {
        var before = await site.DumpAsync(Counted);
        List<string> usedUp = [];

        foreach (var row in AccessTable.Rows.Where(row => row.Method == "GET"))
        {
            foreach (var visitor in AccessTable.Visitors)
            {
                using var browser = site.Copy(site.Visitors[visitor]);
                using var request = new HttpRequestMessage(new(method), site.Address(row));
                if (purpose is not null) request.Headers.Add("Sec-Purpose", purpose);
                var answer = await browser.Client.SendAsync(request);
                if (answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.Contains("expires=Thu, 01 Jan 1970")))
                    usedUp.Add($"{visitor}: {row.Address}");
            }
        }

        Assert.Empty(usedUp);
        Assert.Equal(before, await site.DumpAsync(Counted));
    }

    [Fact]
    public async Task A_lead_is_shown_nothing_ahead_and_everybody_the_public_pages()
    {
        var held = site.Named("/moderation/safeguarding/{held}");

        Assert.Equal(HttpStatusCode.Forbidden, (await AheadAsync("lead", held)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AheadAsync("lead", "/case-studies")).StatusCode);

        Task<HttpResponseMessage> AheadAsync(string visitor, string address)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Sec-Purpose", "prefetch");
            return site.Visitors[visitor].Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_head_uses_up_neither_a_message_nor_what_is_shown_once()
    {
        using var administrator = site.Copy(site.Visitors["administrator"]);
        var answer = await administrator.SubmitAsync(
            "/moderation/staff/new", new() { ["Form.Email"] = "head@example.org", ["Form.Roles"] = "Moderator" });
        var account = answer.Headers.Location!.OriginalString;

        await administrator.Client.SendAsync(new(HttpMethod.Head, account));
        var page = await administrator.PageAsync(account);

        Assert.NotNull(page.QuerySelector(".desk-flash"));
        Assert.NotNull(page.QuerySelector(".govuk-inset-text .desk-address"));
    }

    [Fact]
    public async Task A_copy_of_what_is_held_is_written_down_once_a_day()
    {
        using var author = site.Copy(site.Visitors["author"]);
        var from = await HeadAsync();

        for (var time = 0; time < 5; time++)
            Assert.Equal(HttpStatusCode.OK, (await author.SubmitAsync("/my-story/open/data", [], "Download")).StatusCode);

        Assert.Single(
            await site.Get<InfoStoryContext>().History.Where(entry => entry.Number > from).ToListAsync(), entry => entry.Act == HistoryAct.Downloaded);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_changes_nothing()
    {
        var before = await site.DumpAsync(Looking);
        List<string> wrong = [];

        // Whoever has the link of a letter may press its button, and the one of this row is real.
        foreach (var row in AccessTable.Rows.Where(row => row.Method == "POST" && row.Address != "/called-back/{called-back}"))
        {
            foreach (var visitor in AccessTable.Visitors)
            {
                var answer = await site.SendAsync(row, visitor, token: false);
                // Where a visitor may open the page, the token is looked at before the service asks for a role.
                var opens = AccessTable.Rows.Any(page => page.Method == "GET" && page.Address == row.Address.Split('?')[0] && page.LetsIn(visitor));
                // What a link of a letter opens needs no token: whoever has the link may press its button, and this one is forged.
                var byLink = row.Route.StartsWith("/subscribe/", StringComparison.Ordinal);
                var expected = !byLink && (row.LetsIn(visitor) || opens) ? "400" : row.Answers[visitor].Split(' ')[0];
                // What is not there, or not theirs, answers so with a token and without.
                var missing = answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone
                    && (row.Address.Contains("{missing", StringComparison.Ordinal) || row.Answers[visitor] is "404" or "410");
                if (!missing && ((int)answer.StatusCode).ToString() != expected)
                    wrong.Add($"{visitor}: {row.Address} answered {(int)answer.StatusCode}, not {expected}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await site.DumpAsync(Looking));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("%00%FF")]
    public async Task A_token_of_somebody_else_or_of_nobody_is_refused(string token)
    {
        using var author = site.Browser();
        await author.GetAsync("/share/story");
        using var other = site.Browser();
        var theirs = ((IHtmlInputElement)(await other.PageAsync("/share/story")).QuerySelector("input[name=__RequestVerificationToken]")!).Value;

        var nobodys = await author.PostAsync("/share/story", [new("Form.Told", "Typed with care"), new("__RequestVerificationToken", token)]);
        var somebodys = await author.PostAsync("/share/story", [new("Form.Told", "Typed with care"), new("__RequestVerificationToken", theirs)]);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (nobodys.StatusCode, somebodys.StatusCode));
        Assert.Contains("Typed with care", await nobodys.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<long> HeadAsync() => (await site.Get<HistoryCheck>().HeadAsync(CancellationToken.None))!.Value.Number;

    private static async Task<int> CrawlAsync(TestBrowser browser, IEnumerable<string> from)
    {
        var waiting = new Queue<string>(from);
        HashSet<string> seen = [];
        while (waiting.TryDequeue(out var address))
        {
            if (seen.Count >= 400 || !seen.Add(address)) continue;

            var page = await TestBrowser.DocumentAsync(await browser.GetAsync(address));
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0])
                    .Where(link => link != Exit && !link.Contains('&') && !seen.Contains(link)))
                waiting.Enqueue(link);
        }

        return seen.Count;
    }
}
