using System.Diagnostics;
using InfoStory.Authors;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations;
using InfoStory.Places;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.TagUpkeep;
using InfoStory.Web.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Web.Tests.Public;

/// <summary>What is kept goes where something that it is made of changes, and nowhere else, in every process.</summary>
public sealed class KeptPagesTests
{
    private const int Others = 6;

    public static TheoryData<string> OfOne => [.. ActsOfOne.Keys];

    public static TheoryData<string> OfAll => [.. ActsOfAll.Keys];

    private static Dictionary<string, Func<TestSite, GivenStory, Task>> ActsOfOne { get; } = new(StringComparer.Ordinal)
    {
        ["published"] = (site, _) => site.Given(A.Story().Titled("One more").Published()),
        ["edited"] = (site, story) => EditAsync(site, story, (editing, command) => editing.SaveAsync(story.CaseStudy, command, A.Publisher(), default)),
        ["something is promised"] = (site, story) => site.Get<IServiceProvider>().PromiseAsync(story, what: "A name on every letter"),
        ["allowed for a shorter time"] = (site, story) =>
            site.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 6 }, default),
        ["taken down"] = (site, story) => EditAsync(site, story, (editing, command) =>
            editing.TakeDownAsync(story.CaseStudy, command, A.Publisher(), default)),
        ["taken back"] = (site, story) => site.Get<Withdrawal>().WithdrawAsync(story.Id, default),
    };

    private static Dictionary<string, Func<TestSite, Task>> ActsOfAll { get; } = new(StringComparer.Ordinal)
    {
        ["a tag is renamed"] = async site =>
        {
            var tag = await site.Get<InfoStoryContext>().Tags.AsNoTracking().SingleAsync(tag => tag.Slug == "trust");
            await site.Get<TagEditing>().ChangeAsync(
                "trust", new() { Revision = tag.Revision, Name = "Confidence", Group = tag.Group }, A.Administrator(), default);
        },
        ["a place is renamed"] = async site =>
        {
            var db = site.Get<InfoStoryContext>();
            db.Entry(await db.Set<Place>().SingleAsync(place => place.Slug == "leeds")).Property(place => place.Name).CurrentValue = "Leodis";
            await db.SaveChangesAsync();
        },
        ["an organisation is renamed"] = async site =>
        {
            var db = site.Get<InfoStoryContext>();
            (await db.Organisations.FirstAsync()).Name = "Another Council";
            await db.SaveChangesAsync();
        },
        ["a permission ends"] = async site =>
            site.Clock.Advance(await site.Get<InfoStoryContext>().CaseStudies.MinAsync(study => study.PublicUntil!.Value) - site.Clock.UtcNow),
    };

    [Theory]
    [MemberData(nameof(OfOne))]
    public async Task What_changes_one_case_study_throws_away_only_what_shows_it(string act)
    {
        await using var site = new TestSite();
        var stories = await FillAsync(site);
        await MadeAsync(site, await AddressesAsync(site));
        var none = await MadeAsync(site, await AddressesAsync(site));

        await ActsOfOne[act](site, stories[0]);
        await KnownAsync(site);

        var made = await MadeAsync(site, await AddressesAsync(site));
        Assert.Empty(none);
        Assert.Empty(made.Intersect(stories[1..].Select(Page)));
        Assert.Empty(made.Intersect(["/about", "/privacy", "/accessibility", "/robots.txt"]));
        Assert.Superset(new HashSet<string> { "/", "/case-studies", "/case-studies/feed", "/sitemap.xml", "/promises" }, made.ToHashSet());
        Assert.Equal(act is not ("published" or "taken down" or "taken back"), made.Contains(Page(stories[0])));
    }

    [Theory]
    [MemberData(nameof(OfAll))]
    public async Task What_may_change_more_throws_all_of_it_away(string act)
    {
        await using var site = new TestSite();
        var stories = await FillAsync(site);
        await MadeAsync(site, await AddressesAsync(site));

        await ActsOfAll[act](site);
        await KnownAsync(site);

        Assert.Superset(stories[1..].Select(Page).Append("/").ToHashSet(), (await MadeAsync(site, await AddressesAsync(site))).ToHashSet());
    }

    [Fact]
    public async Task Whatever_happens_a_process_that_kept_all_of_it_shows_what_one_shows_that_kept_nothing()
    {
        await using var site = new TestSite();
        var stories = await FillAsync(site);
        await using var other = site.Beside();
        List<string> stale = [];

        foreach (var (number, (name, act)) in ActsOfOne.Index())
        {
            await MadeAsync(site, await AddressesAsync(site));
            await MadeAsync(other, await AddressesAsync(site));
            await act(number % 2 == 0 ? site : other, stories[number]);
            await CompareAsync(name);
        }

        foreach (var (name, act) in ActsOfAll)
        {
            await act(other);
            await CompareAsync(name);
        }

        Assert.Empty(stale);

        async Task CompareAsync(string act)
        {
            // As the answer to whoever did it waits.
            await KnownAsync(site);
            await using var fresh = site.Beside();
            var addresses = (await AddressesAsync(site)).Concat(stories.Select(Page)).Distinct().ToList();
            foreach (var address in addresses)
            {
                var right = await TextAsync(fresh, address);
                if (await TextAsync(site, address) != right) stale.Add($"{act}: {address}");
                if (await TextAsync(other, address) != right) stale.Add($"{act}: {address} in the other process");
            }
        }
    }

    [Fact]
    public async Task What_was_begun_before_a_change_and_made_after_it_is_given_to_nobody_who_asks_then()
    {
        await using var site = new TestSite();
        await site.Given(A.Story().Titled("Beside it").Tagged("Referral lost or refused").Published());
        var story = await site.Given(A.Story().Titled("Calls of the quokka").Tagged("Referral lost or refused").Published());
        await using var other = site.Beside();
        await TextAsync(other, "/");
        // What is related is read after the words.
        using var between = new Meanwhile(site.File, "SELECT \"c\".\"Id\", \"c\".\"Slug\", \"c\".\"Title\"\n", async () =>
        {
            await ActsOfOne["taken down"](other, story);
            await other.Get<EditionWatch>().WaitUntilKnownAsync(default);
        });

        var (during, after) = (await TextAsync(site, Page(story)), await TextAsync(site, Page(story)));

        Assert.True(between.IsDone);
        Assert.StartsWith("200", during, StringComparison.Ordinal);
        Assert.StartsWith("410", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_waits_for_what_somebody_else_asks_for_gets_it_also_where_that_one_goes_away()
    {
        await using var site = new TestSite();
        var story = await site.Given(A.Story().Published());
        using var browser = site.CreateDefaultClient(new Uri("https://localhost"));
        using var goes = new CancellationTokenSource();
        await TextAsync(site, "/about");
        using var between = new Meanwhile(site.File, "FROM \"CaseStudies\"", () => goes.CancelAsync());

        var first = browser.GetAsync(new Uri(Page(story), UriKind.Relative), goes.Token);
        var rest = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TextAsync(site, Page(story))));

        Assert.All(rest, answer => Assert.StartsWith("200", answer, StringComparison.Ordinal));
        Assert.Single(rest.Distinct());
        await Record.ExceptionAsync(() => first);
    }

    [Fact]
    public async Task What_is_not_kept_is_answered_to_everyone_who_asks_at_once()
    {
        await using var site = new TestSite();
        await site.Given(A.Story().Published());

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TextAsync(site, "/case-studies/was-never-there")));

        Assert.All(answers, answer => Assert.StartsWith("404", answer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task Who_asks_for_the_head_alone_hears_what_who_asks_for_all_of_it_does(string encoding)
    {
        await using var site = new TestSite();
        var story = await site.Given(A.Story().Published());
        using var client = site.CreateDefaultClient(new Uri("https://localhost"));
        using var sql = new SqlWatch(site.File);

        var head = await AskAsync(HttpMethod.Head);
        sql.Take();
        var whole = await AskAsync(HttpMethod.Get);

        Assert.DoesNotContain(sql.Take(), statement => statement.Sql.Contains("CaseStudies", StringComparison.Ordinal));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(Told(whole), Told(head));
        Assert.Equal((await whole.Content.ReadAsByteArrayAsync()).Length, whole.Content.Headers.ContentLength);

        async Task<HttpResponseMessage> AskAsync(HttpMethod method)
        {
            using var request = new HttpRequestMessage(method, Page(story));
            request.Headers.AcceptEncoding.Add(new(encoding));
            return await client.SendAsync(request);
        }

        static string Told(HttpResponseMessage answer) =>
            string.Join('\n', answer.Headers.Concat(answer.Content.Headers).OrderBy(header => header.Key, StringComparer.Ordinal)
                .Select(header => $"{header.Key}: {string.Join(',', header.Value)}"));
    }

    [Fact]
    public async Task Two_searches_that_are_not_the_same_are_never_kept_as_one()
    {
        await using var site = new TestSite();
        await site.Given(A.Story().Titled("Calls of the quokka").PublicText("The quokka rang.").Published());
        string[] asked =
        [
            "?words=quokka%3Fkind%3Dfix-we-made", "?words=quokka&kind=fix-we-made", "?words=quokka%26kind%3Dfix-we-made", "?words=quokka%3Fwords%3Dx",
            "?words=quokka",
        ];

        foreach (var query in asked) Assert.NotEmpty(await MadeAsync(site, [$"/case-studies{query}"]));
    }

    /// <summary>Each of these addresses that was made anew: whatever is kept never gets as far as a route.</summary>
    private static async Task<IReadOnlyList<string>> MadeAsync(TestSite site, IEnumerable<string> addresses)
    {
        List<string> made = [];
        var asked = "";
        using var routes = site.Services.GetRequiredService<DiagnosticListener>().Subscribe(new Routed(() => made.Add(asked)));
        foreach (var address in addresses)
        {
            asked = address;
            await TextAsync(site, address);
        }

        return made;
    }

    private static Task KnownAsync(TestSite site) => site.Get<EditionWatch>().WaitUntilKnownAsync(default);

    private static string Page(GivenStory story) => $"/case-studies/{story.Slug}";

    private static async Task<string> TextAsync(TestSite site, string address)
    {
        using var reader = site.Browser();
        var answer = await reader.GetAsync(address);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }

    /// <summary>All that is kept: one of each kind, and every case study.</summary>
    private static async Task<IReadOnlyList<string>> AddressesAsync(TestSite site) =>
    [
        .. (await site.PublicAddressesAsync()).Where(one => one.Page.IsCached).Select(one => one.Address)
            .Concat(await PublicPages.All.Single(page => page.Route == PublicPages.CaseStudy).AddressesAsync(site.Get<IServiceProvider>(), default)
                .Select(one => one.Address).ToListAsync()).Distinct(),
    ];

    private static async Task<GivenStory[]> FillAsync(TestSite site)
    {
        List<GivenStory> stories = [];
        for (var number = 0; number <= Others; number++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            stories.Add(await site.Given(
                (number == Others ? A.Story().WithPicture() : A.Story()).Titled($"Number {number}").About("Housing", "Leeds").Tagged("Trust")
                    .For(Audience.Website, Audience.NamedService).Published()));
        }

        await site.Get<CampaignCalendar>().AddAsync(
            new()
            {
                Slug = "w",
                Name = "W",
                Hashtag = "#W",
                Summary = "Tell us.",
                StartsAt = site.Clock.UtcNow.AddDays(-9),
                EndsAt = site.Clock.UtcNow.AddDays(900),
            },
            default);
        foreach (var story in stories) await site.Get<IServiceProvider>().PromiseAsync(story);
        await KnownAsync(site);
        return [.. stories];
    }

    private static async Task EditAsync(TestSite site, GivenStory story, Func<CaseStudyEditing, EditCaseStudy, Task> act)
    {
        var revision = (await site.Get<CaseStudyEditing>().ShowAsync(story.CaseStudy, default)).Revision;
        await act(site.Get<CaseStudyEditing>(), new EditCaseStudy { Revision = revision, Title = "T", Summary = "S", TheStory = "X" }.Answered());
    }

    private sealed class Routed(Action act) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == "Microsoft.AspNetCore.Routing.EndpointMatched") act();
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
