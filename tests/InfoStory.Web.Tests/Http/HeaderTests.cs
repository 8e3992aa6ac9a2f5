using System.Net;
using System.Net.Http.Headers;
using InfoStory.Web.Http;
using InfoStory.Web.Tests.Access;
using Microsoft.Data.Sqlite;

namespace InfoStory.Web.Tests.Http;

/// <summary>Every answer carries the headers that keep a browser from harm, whatever its route, method and status.</summary>
[Collection(nameof(PeopledSite))]
public sealed class HeaderTests(PeopledSite site)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    [Fact]
    public async Task Every_route_and_method_carries_them()
    {
        List<string> wrong = [];

        foreach (var row in AccessTable.Rows.Where(row => row.Address is not ("/sign-out" or "/my-story/open/take-back") || row.Method == "GET"))
        {
            foreach (var visitor in new[] { "anonymous", "author", "publisher", "administrator" })
            {
                using var answer = await site.SendAsync(row, visitor);
                wrong.AddRange(Problems(answer).Select(problem => $"{row.Method} {row.Address} as {visitor}, {(int)answer.StatusCode}: {problem}"));
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_status_carries_them()
    {
        using var broken = new TestSite();
        var study = await broken.Given(A.Story().Published());
        using var moderator = await broken.SignedIn(InfoStory.Data.Access.Roles.Moderator);
        var story = await broken.Given(A.Story());
        using var browser = broken.Browser();
        var unchanged = (await browser.GetAsync("/")).Headers.ETag!;

        List<HttpResponseMessage> answers =
        [
            await browser.GetAsync("/"),
            await browser.GetAsync("/site.css"),
            await browser.GetAsync("/moderation"),
            await browser.Client.SendAsync(new(HttpMethod.Get, "/") { Headers = { IfNoneMatch = { unchanged } } }),
            await browser.Client
                .SendAsync(new(HttpMethod.Get, "/favicon.svg") { Headers = { IfNoneMatch = { (await browser.GetAsync("/favicon.svg")).Headers.ETag! } } }),
            await browser.PostAsync("/share/story", []),
            await moderator.GetAsync("/moderation/case-studies"),
            await browser.GetAsync("/nothing"),
            await browser.PostAsync("/about", []),
            await moderator.SubmitAsync($"/moderation/stories/{story.Reference}", new() { ["Form.Revision"] = "999" }, "Claim"),
            await browser.GetAsync("/sign-in/choose-password"),
            await browser.Client.PostAsync(new Uri("/share/story", UriKind.Relative), new StringContent("{}", new MediaTypeHeaderValue("application/json"))),
            await browser.GetAsync("/error/413"),
            await browser.GetAsync("/error/500"),
        ];
        Break(broken);
        answers.Add(await browser.GetAsync($"/case-studies/{study.Slug}"));

        var statuses = answers.Select(answer => (int)answer.StatusCode).Distinct().Order();
        Assert.Equal([200, 302, 304, 400, 403, 404, 405, 409, 410, 413, 415, 500, 503], statuses);
        Assert.Empty(
            answers.SelectMany(answer => Problems(answer).Select(problem => $"{answer.RequestMessage!.RequestUri} {(int)answer.StatusCode}: {problem}")));
    }

    [Fact]
    public async Task Every_cookie_is_bound_to_this_host_and_out_of_reach_of_scripts()
    {
        using var author = site.Browser();
        await author.TellAsync("I rang three times.");
        List<HttpResponseMessage> answers =
        [
            await site.Browser().GetAsync("/share/story"),
            await author.SubmitAsync("/share/story", new() { ["Form.Told"] = "I rang four times." }),
            await author.SubmitAsync("/share/check", []),
            await author.GetAsync("/share/sent"),
            await site.Browser().SubmitAsync("/my-story", new() { ["Form.Receipt"] = site.SomeoneElses.Receipt.ToString() }),
            await site.Browser().SubmitAsync("/sign-in", new() { ["Form.Email"] = "Publisher@example.org", ["Form.Password"] = A.Password }),
            await (await site.SignedIn(InfoStory.Data.Access.Roles.Moderator, "enterer@example.org")).SubmitAsync(
                "/moderation/enter",
                new() { ["Form.Channel"] = "Paper", ["Form.Story.Told"] = "Told.", ["Form.Permission.Nobody"] = "true", ["Form.Agreed"] = "true" }),
            await (await site.SignedIn(InfoStory.Data.Access.Roles.Moderator, "leaver@example.org")).SubmitAsync("/sign-out", []),
        ];

        var set = answers.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []).ToList();

        Assert.Equal(
            [
                "__Host-infostory-author", "__Host-infostory-draft", "__Host-infostory-first-step",
                "__Host-infostory-flash", "__Host-infostory-form", "__Host-infostory-known", "__Host-infostory-left",
                "__Host-infostory-slip", "__Host-infostory-staff"
            ],
            set.Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(set, cookie =>
        {
            var parts = cookie.Split("; ").Skip(1).Select(part => part.ToLowerInvariant()).ToList();
            Assert.Contains("secure", parts);
            Assert.Contains("httponly", parts);
            Assert.Contains("path=/", parts);
            Assert.Contains(parts, part => part is "samesite=lax" or "samesite=strict");
            Assert.DoesNotContain(parts, part => part.StartsWith("domain", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_public_page_sets_no_cookie()
    {
        using var reader = site.Browser();

        foreach (var (_, address) in await site.PublicAddressesAsync())
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(address)).StatusCode);
        await reader.GetAsync("/nothing");

        Assert.Empty(reader.Cookies.GetAllCookies());
    }

    [Fact]
    public async Task Only_a_public_page_that_is_cached_may_be_kept_by_anybody()
    {
        List<string> wrong = [];

        foreach (var row in AccessTable.Rows.Where(row => row.Method == "GET" && row.Route[0] == '/'))
        {
            var kept = PublicPages.All.Any(page => page.Route == row.Route && page.IsCached);
            foreach (var visitor in new[] { "anonymous", "author", "publisher" })
            {
                using var answer = await site.SendAsync(row, visitor);
                var expected = kept && answer.StatusCode == HttpStatusCode.OK ? "no-cache, with a tag" : "no-store";
                var found =
                    $"{(answer.Headers.CacheControl!.NoStore ? "no-store" : answer.Headers.CacheControl)}{(answer.Headers.ETag is null ? "" : ", with a tag")}";
                if (found != expected) wrong.Add($"{row.Address} as {visitor}, {(int)answer.StatusCode}: {found}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task No_page_has_a_script_a_style_or_a_handler_in_its_markup()
    {
        List<string> wrong = [];

        foreach (var row in AccessTable.Rows.Where(row => row.Method == "GET"))
        {
            foreach (var visitor in new[] { "anonymous", "author", "publisher", "administrator" })
            {
                var page = await TestBrowser.DocumentAsync(await site.SendAsync(row, visitor));
                wrong.AddRange(page.All
                    .Where(element => element.LocalName is "style" or "iframe" or "object" or "base"
                        || (element.LocalName == "script" && (element.TextContent.Length > 0 || element.GetAttribute("src")?.StartsWith('/') != true))
                        || element.Attributes.Any(attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal)
                            || attribute.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)))
                    .Select(element => $"{row.Address} as {visitor}: {element.OuterHtml}"));
            }
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Problems(HttpResponseMessage answer)
    {
        // A page that may be framed has a policy of its own (QuoteTests), and all the rest.
        var page = answer.StatusCode is HttpStatusCode.OK ? PublicPages.Find(answer.RequestMessage!.RequestUri!.AbsolutePath) : null;
        var isFramed = page is { IsFramed: true };
        string[] apart = isFramed ? ["Content-Security-Policy", "Cross-Origin-Resource-Policy", "X-Frame-Options"] : [];
        (string Name, string Value)[] expected =
        [
            ("Content-Security-Policy", Policy), ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", page is { IsEmbedded: true } ? "cross-origin" : "same-origin"), ("X-Frame-Options", "DENY"),
        ];
        foreach (var (name, value) in expected.Where(header => !apart.Contains(header.Name)))
        {
            if (!answer.Headers.TryGetValues(name, out var values) || string.Join('|', values) != value) yield return $"no {name}";
        }

        if (answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By")) yield return "says what serves it";
        if (answer.Headers.CacheControl is null) yield return "no Cache-Control";
        if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType is null && answer.RequestMessage!.Method == HttpMethod.Get)
            yield return "no Content-Type";
    }

    private static void Break(TestSite site)
    {
        using var connection = new SqliteConnection(site.Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DROP TABLE CaseStudyTags; INSERT INTO Editions (At) VALUES ('2026-11-24')";
        command.ExecuteNonQuery();
    }
}
