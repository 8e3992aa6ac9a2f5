using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using InfoStory.Data;
using InfoStory.Testing.Architecture;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.CaseStudies;
using InfoStory.Web.Tests.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Web.Tests.Public;

/// <summary>What a page costs, in statements: a number that does not depend on the machine.</summary>
[Collection(nameof(LibrarySite))]
public sealed partial class CacheTests(LibrarySite site)
{
    /// <summary>More statements than this no page runs that is not a search.</summary>
    private const int Most = 5;

    /// <summary>
    /// What belongs to a case study is saved with it, the index follows its table, a count may be some minutes old, and taps and counts make one page anew
    /// (HereTooTests, ImpactPageTests).
    /// </summary>
    private static readonly string[] RenewedOtherwise =
        ["CaseStudyTags", "CaseStudyStories", "CaseStudyPictures", "SearchIndex", "Stories", "HereTooTaps", "ImpactCounts"];

    [Theory]
    [InlineData("/", 2)]
    [InlineData("/case-studies/case-number-9", 3)]
    [InlineData("/case-studies", 3)]
    [InlineData("/case-studies?problem=referral-lost-or-refused&place=leeds", 3)]
    [InlineData("/case-studies?words=nurse", 5)]
    [InlineData("/case-studies?words=nures&place=leeds", 3)]
    [InlineData("/brief", 3)]
    [InlineData("/case-studies/feed", 3)]
    [InlineData("/case-studies/feed.json?problem=referral-lost-or-refused", 3)]
    [InlineData("/api/v1/case-studies?place=leeds", 3)]
    [InlineData("/api/v1/case-studies/case-number-9", 2)]
    [InlineData("/api/v1/counts", 2)]
    [InlineData("/api/v1/gone", 1)]
    [InlineData("/campaigns/in-the-library", 3)]
    [InlineData("/sitemap.xml", 5)]
    [InlineData("/impact", 1)]
    [InlineData("/promises", 3)]
    [InlineData("/promises/one-number-to-call", 2)]
    [InlineData("/case-studies/was-never-there", 3)]
    public async Task A_page_that_is_not_in_the_cache_runs_few_statements_and_one_that_is_runs_none(string path, int most)
    {
        using var reader = site.Browser();
        await site.ForgetAsync();

        var first = await site.StatementsAsync(() => reader.GetAsync(path));
        var second = await site.StatementsAsync(() => reader.GetAsync(path));

        Assert.True(first.Count > 0 && first.Count <= most, string.Join("\n", first.Select(statement => statement.Sql)));
        Assert.Equal(
            path.EndsWith("never-there", StringComparison.Ordinal) ? first.Select(statement => statement.Sql) : [], second.Select(statement => statement.Sql));
    }

    [Fact]
    public async Task Every_public_page_that_is_cached_costs_nothing_the_second_time_whatever_a_stranger_asks_beside_it()
    {
        using var reader = site.Browser();
        List<string> wrong = [];
        await site.ForgetAsync();

        foreach (var (page, address) in (await site.PublicAddressesAsync()).Where(one => one.Page.IsCached))
        {
            var first = await site.StatementsAsync(() => reader.GetAsync(address));
            var unknown = page.Queries.Count == 0 ? "words" : "word";
            foreach (var again in (string[])[address, $"{address}?stranger=1", $"{address.ToUpperInvariant()}?{unknown}=x"])
            {
                if (await site.StatementsAsync(() => reader.GetAsync(again)) is { Count: > 0 } ran) wrong.Add($"{again}: {ran.Count} statements");
            }

            if (first.Count > Most) wrong.Add($"{address}: {first.Count} statements at first");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_second_value_of_a_name_is_kept_for_nobody()
    {
        using var reader = site.Browser();
        List<string> wrong = [];

        foreach (var (page, address) in (await site.PublicAddressesAsync()).Where(one => one.Page is { IsCached: true, Chooses: false }))
        {
            foreach (var asked in page.Queries.Select(query => (First: $"{address}?{query}=2026", Second: $"&{query}=1")))
            {
                await reader.GetAsync(asked.First);
                var kept = site.Get<KeptPages>().Count;
                await reader.GetAsync(asked.First + asked.Second);
                if (site.Get<KeptPages>().Count > kept) wrong.Add(asked.First + asked.Second);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Whatever_a_cached_page_reads_begins_an_edition_when_it_changes()
    {
        using var reader = site.Browser();
        await site.ForgetAsync();
        List<Statement> statements = [];

        foreach (var (page, address) in (await site.PublicAddressesAsync()).Where(one => one.Page.IsCached))
        {
            foreach (var asked in page.Queries.Select(query => $"{address}?{query}=housing").Prepend(address))
                statements.AddRange(await site.StatementsAsync(() => reader.GetAsync(asked)));
        }

        var tables = statements.SelectMany(statement => FromOrJoin().Matches(statement.Sql)).Select(match => match.Groups["table"].Value).Distinct().ToList();
        var renewed = site.Get<InfoStoryContext>().Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IPublic)))
            .Select(entity => entity.GetTableName()!);
        Assert.Superset(new HashSet<string> { "CaseStudies", "Campaigns", "Tags" }, tables.ToHashSet());
        Assert.Empty(tables.Except(renewed).Except(RenewedOtherwise));
    }

    [Fact]
    public async Task What_a_page_is_asked_that_it_knows_is_answered_for_itself()
    {
        using var reader = site.Browser();
        var known = (await site.PublicAddressesAsync())
            .SelectMany(one => one.Page.Queries.Select(query => $"{one.Address}?{query}=such-as-nobody-asked")).ToList();

        List<string> mixed = [];
        foreach (var address in known)
        {
            var plain = await (await reader.GetAsync(address.Split('?')[0])).Content.ReadAsStringAsync();
            var asked = "";
            var ran = await site.StatementsAsync(async () =>
            {
                var answer = await reader.GetAsync(address);
                asked = await answer.Content.ReadAsStringAsync();
                return answer;
            });
            if (ran.Count == 0 && asked == plain) mixed.Add(address);
        }

        Assert.NotEmpty(known);
        Assert.Empty(mixed);
    }

    [Fact]
    public async Task A_cached_page_reads_nothing_of_the_query_but_what_its_row_names()
    {
        var namings = TypeReferences.In(typeof(Composition).Assembly).Where(naming => naming.Named.Name == nameof(IQueryCollection)).ToList();
        List<string> wrong = [];

        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var page = PublicPages.All.SingleOrDefault(page => page.Route.TrimStart('/') == endpoint.RoutePattern.RawText!.TrimStart('/') && page.IsCached);
            if (page is null || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor) continue;

            var compiled = await Doors.LoadAsync(site, descriptor);
            wrong.AddRange(compiled.BoundProperties.Concat(compiled.HandlerMethods.SelectMany(handler => handler.Parameters).Cast<ParameterDescriptor>())
                .Where(bound => bound.BindingInfo is { } info && info.BindingSource?.CanAcceptDataFrom(BindingSource.Query) == true)
                .Select(bound => $"{page.Route} binds {bound.Name}"));
            if (page.Queries.Count == 0 && namings.Exists(naming => naming.By.ToString() == compiled.ModelTypeInfo!.FullName))
                wrong.Add($"{page.Route} reads the query");
        }

        Assert.Empty(wrong);
        Assert.Equal(LibraryQuery.Names, PublicPages.All.Single(page => page.Route == LibraryQuery.Path).Queries);
    }

    [Fact]
    public async Task A_page_that_was_taken_down_is_in_the_cache_too()
    {
        using var down = new TestSite();
        using var sql = new SqlWatch(down.File);
        var story = await down.Given(A.Story().Published());
        using var author = await down.Opened(story.Receipt.ToString());
        await author.DoAsync("/my-story/open/take-back", []);
        using var reader = down.Browser();
        sql.Take();
        await reader.GetAsync($"/case-studies/{story.Slug}");
        var first = sql.Take();

        var answer = await reader.GetAsync($"/case-studies/{story.Slug}");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains(first, statement => statement.Sql.Contains("CaseStudies", StringComparison.Ordinal));
        Assert.DoesNotContain(sql.Take(), statement => statement.Sql.Contains("CaseStudies", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/case-studies/case-number-3?x=1", null, null)]
    [InlineData("/case-studies/case-number-3?words=a&after=b", null, null)]
    [InlineData("/CASE-STUDIES/Case-Number-3", null, null)]
    [InlineData("/case-studies/case-number-3", "Authorization", "Bearer x")]
    [InlineData("/case-studies/case-number-3", "Cookie", "a=b; __Host-infostory-draft=x; __Host-infostory-author=x; ai_user=1")]
    [InlineData("/case-studies/case-number-3", "Host", "evil.example:8443")]
    [InlineData("/case-studies/case-number-3", "Cache-Control", "no-cache, no-store, max-age=0")]
    [InlineData("/case-studies/case-number-3", "Pragma", "no-cache")]
    [InlineData("/case-studies/case-number-3", "Accept-Language", "cy")]
    [InlineData("/case-studies/case-number-3", "X-Forwarded-For", "203.0.113.9")]
    [InlineData("/case-studies?utm_campaign=x", null, null)]
    [InlineData("/Case-Studies?x", null, null)]
    [InlineData("/?fbclid=1", null, null)]
    [InlineData("/Campaigns/In-The-Library?x=1", null, null)]
    public async Task Nothing_that_a_stranger_adds_costs_us_more(string path, string? header, string? value)
    {
        using var plain = site.CreateDefaultClient(new Uri("https://localhost"));
        foreach (var page in (string[])["/case-studies/case-number-3", "/case-studies", "/", "/campaigns/in-the-library"])
            await plain.GetAsync(new Uri(page, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is not null) Assert.True(request.Headers.TryAddWithoutValidation(header, value));

        var ran = await site.StatementsAsync(() => plain.SendAsync(request));

        Assert.Empty(ran);
    }

    [Fact]
    public async Task A_browser_that_has_the_page_is_told_so_in_both_encodings()
    {
        using var client = site.CreateDefaultClient(new Uri("https://localhost"));

        foreach (var encoding in (string[])["br", "gzip", "identity"])
        {
            var tag = (await client.SendAsync(Ask(encoding))).Headers.ETag!;
            var again = await client.SendAsync(Ask(encoding, tag));
            Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
        }

        static HttpRequestMessage Ask(string encoding, EntityTagHeaderValue? tag = null)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/case-studies/case-number-5");
            request.Headers.AcceptEncoding.Add(new(encoding));
            if (tag is not null) request.Headers.IfNoneMatch.Add(tag);
            return request;
        }
    }

    [Fact]
    public async Task A_thousand_requests_at_once_for_a_cold_page_are_answered_by_one_execution()
    {
        using var reader = site.Browser();
        await site.ForgetAsync();

        var ran = await site.StatementsAsync(async () =>
            (await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => reader.GetAsync("/case-studies/case-number-11"))))[0]);

        // Jobs run beside them, and none reads a story.
        Assert.Single(ran, statement => statement.Sql.Contains("\"c\".\"TheStory\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_author_or_the_team_sees_is_never_in_the_cache()
    {
        using var author = await site.Opened(site.Latest.Receipt.ToString());
        using var desk = await site.SignedIn(InfoStory.Data.Access.Roles.Publisher);
        var (mine, queue) = (await author.GetAsync("/my-story/open"), await desk.GetAsync("/moderation"));
        using var stranger = site.Browser();

        Assert.All([mine, queue], answer => Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl!.NoStore)));
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/my-story/open")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/moderation")).StatusCode);
    }

    [Fact]
    public async Task A_page_with_a_form_is_made_anew_for_everyone_and_shows_nobody_what_another_typed()
    {
        using var author = site.Browser();
        await author.TellAsync("Typed by one author.");
        using var stranger = site.Browser();
        List<string> forms = [], wrong = [];

        foreach (var path in AccessTable.Rows.Where(row => row.Method == "GET" && !row.Address.Contains('{') && row.Address != "/exit")
            .Select(row => row.Address).Distinct())
        {
            var (first, second) = (await author.GetAsync(path), await stranger.GetAsync(path));
            if (await TokenAsync(second) is not { } token) continue;

            forms.Add(path);
            if (!first.Headers.CacheControl!.NoStore || !second.Headers.CacheControl!.NoStore) wrong.Add($"{path} may be kept by browsers");
            if (await TokenAsync(first) == token || await TokenAsync(await stranger.GetAsync(path)) == token) wrong.Add($"{path} was not made anew");
            if ((await second.Content.ReadAsStringAsync()).Contains("Typed by one author.", StringComparison.Ordinal))
                wrong.Add($"{path} shows another's words");
        }

        Assert.Empty(new[] { "/share/story", "/share/permission", "/my-story", "/sign-in" }.Except(forms));
        Assert.Empty(wrong);
        Assert.Contains("Typed by one author.", (await author.PageAsync("/share/story")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string?> TokenAsync(HttpResponseMessage answer) =>
        (await TestBrowser.DocumentAsync(answer)).QuerySelector("main input[name=__RequestVerificationToken]")?.GetAttribute("value");

    [GeneratedRegex("""(?:FROM|JOIN) "?(?<table>[A-Z][A-Za-z]+)""", RegexOptions.None, 1000)]
    private static partial Regex FromOrJoin();
}
