using System.Net;
using InfoStory.Web.Pages.CaseStudies;

namespace InfoStory.Web.Tests.Public;

[Collection(nameof(LibrarySite))]
public sealed class LibraryAddressTests(LibrarySite site)
{
    [Theory]
    [InlineData("place=leeds&kind=failed", "kind=failed&place=leeds")]
    [InlineData("kind=worked&kind=failed", "kind=failed&kind=worked")]
    [InlineData("kind=failed&kind=failed&kind=FAILED", "kind=failed")]
    [InlineData("KIND=Failed", "kind=failed")]
    [InlineData("words=&kind=&place=leeds", "place=leeds")]
    [InlineData("words=+told++story+&place=leeds", "words=told%20story&place=leeds")]
    [InlineData("words=%E2%80%AE%E2%81%A6nurse%EF%BF%BE%EF%BF%BF%07%E2%80%8F", "words=nurse")]
    [InlineData("words=%E2%80%AE%00&place=leeds", "place=leeds")]
    [InlineData("words=nurse&sort=relevance", "words=nurse")]
    [InlineData("words=nurse&sort=NEWEST", "words=nurse&sort=newest")]
    [InlineData("sort=newest&page=1", "")]
    [InlineData("words=nurse&page=1&after=638000000000000000-5", "words=nurse")]
    [InlineData("words=nurse&page=02", "words=nurse&page=2")]
    [InlineData("after=0638000000000000000-05", "after=638000000000000000-5")]
    [InlineData("kind=failed&kind=&utm_source=x", "kind=failed")]
    [InlineData("tag=referral-lost-or-refused&kind=failed", "kind=failed&problem=referral-lost-or-refused")]
    [InlineData("service=referral-lost-or-refused", "problem=referral-lost-or-refused")]
    [InlineData("tag=housing&tag=referral-lost-or-refused", "problem=referral-lost-or-refused&service=housing")]
    public async Task Every_other_spelling_leads_in_one_step_to_the_one_address(string typed, string one)
    {
        using var reader = site.Browser();
        var address = one.Length == 0 ? "/case-studies" : $"/case-studies?{one}";

        var led = await reader.GetAsync($"/case-studies?{typed}");
        var there = await reader.GetAsync(address);

        Assert.Equal((HttpStatusCode.MovedPermanently, address), (led.StatusCode, led.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
    }

    [Theory]
    [InlineData("words=told+story")]
    [InlineData("words=told%20story&kind=failed&utm_source=x")]
    [InlineData("utm_source=x&words=nurse")]
    [InlineData("words=caf%C3%A9%20carer%E2%80%99s%20%F0%9F%98%80")]
    [InlineData("words=nurse&changed=yes&sort=newest&after=638000000000000000-5")]
    public async Task What_is_spelt_so_already_or_is_no_business_of_ours_is_answered_at_once(string typed)
    {
        using var reader = site.Browser();

        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/case-studies?{typed}")).StatusCode);
    }

    [Fact]
    public async Task Every_link_of_the_library_is_spelt_as_it_stays()
    {
        using var reader = site.Browser();
        List<string> moved = [];
        string[] pages = ["/case-studies", "/case-studies?words=nurse&kind=failed&place=england", "/case-studies?kind=worked&place=leeds&year=2020"];
        foreach (var path in pages)
        {
            var links = (await reader.PageAsync(path)).QuerySelectorAll("main a[href^='/case-studies?']").Select(link => link.GetAttribute("href")!).ToList();
            foreach (var link in links.Distinct())
            {
                if ((await reader.GetAsync(link)).StatusCode != HttpStatusCode.OK) moved.Add(link);
            }
        }

        Assert.Empty(moved);
    }

    [Fact]
    public async Task The_boxes_say_what_is_chosen_and_what_each_would_find()
    {
        using var reader = site.Browser();

        var page = await reader.PageAsync("/case-studies?kind=failed&place=leeds");

        Assert.Equal(["kind-failed", "place-leeds"], page.QuerySelectorAll("#filter input[checked]").Select(box => box.Id!).Order());
        Assert.Equal(
            ["/case-studies?place=leeds", "/case-studies?kind=failed", "/case-studies"],
            page.QuerySelectorAll(".info-chips a").Select(link => link.GetAttribute("href")));
        Assert.Equal($"{LibrarySite.Studies}", page.QuerySelector("label[for='service-housing'] .info-facet__count")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("#filter input[name='area']"));
        Assert.NotNull(page.QuerySelector("a[href='/subscribe?kind=failed&place=leeds']"));
    }

    [Fact]
    public async Task What_finds_nothing_offers_what_does_with_the_number_that_it_finds_and_says_what_a_word_means()
    {
        using var reader = site.Browser();

        var page = await reader.PageAsync("/case-studies?words=nurse+England+where+it+unicorn");
        var offer = page.QuerySelectorAll("main li").First(item => item.TextContent.StartsWith("search for", StringComparison.Ordinal));
        var there = await reader.PageAsync(offer.QuerySelector("a")!.GetAttribute("href")!);
        var means = await reader.PageAsync("/case-studies?words=MASH");
        var one = (await reader.PageAsync("/case-studies?words=unicorn")).Body!.TextContent;
        var two = (await reader.PageAsync("/case-studies?words=unicorn+griffin")).Body!.TextContent;

        Assert.Equal("/case-studies?words=nurse&place=england", offer.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal($"search for “nurse” in England: {there.QuerySelector(".info-results__count strong")!.TextContent}", offer.TextContent.Trim());
        Assert.All([page.Body!.TextContent, one], said => Assert.DoesNotContain("use fewer words", said, StringComparison.Ordinal));
        Assert.Contains("use fewer words", two, StringComparison.Ordinal);
        Assert.Contains(
            "“MASH” means “Multi-agency safeguarding hub”. No case study is about it yet.", means.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_would_ask_is_refused_in_a_sentence_and_costs_little()
    {
        using var reader = site.Browser();
        string[] asked =
        [
            string.Join('&', Enumerable.Range(0, 10_000).Select(number => $"kind=k{number}")),
            string.Join('&', Enumerable.Range(2001, 11).Select(year => $"year={year}")),
            string.Join('&', Enumerable.Range(0, 11).Select(number => $"tag=t{number}")),
            "place=leeds%00", "kind=fai%0d%0aled", "area=%F0%9F%92%A9", "enabler=ＬＥＥＤＳ", "changed=maybe", "year=1850", "sort=;drop", "words=%2F",
            "after=9999999999999999999-1", "after=-1-1", "after=638000000000000000-99999999999999999999", "words=nurse&page=1000000",
        ];

        foreach (var query in asked)
        {
            var answer = await reader.GetAsync($"/case-studies?{query}");
            if (answer.StatusCode == HttpStatusCode.MovedPermanently) answer = await reader.GetAsync(answer.Headers.Location!.OriginalString);
            var page = await TestBrowser.DocumentAsync(answer);

            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{query[..Math.Min(60, query.Length)]}: {answer.StatusCode}");
            Assert.NotEmpty(page.QuerySelector(".govuk-error-summary__list li")!.TextContent.Trim());
        }
    }

    [Fact]
    public void Every_name_is_understood_in_the_order_of_the_list()
    {
        Assert.Equal(LibraryQuery.Names.Count, LibraryQuery.Names.Distinct().Count());
        Assert.Equal(["words", "kind", "area"], LibraryQuery.Names.Take(3));
    }
}
