using System.IO.Compression;
using InfoStory.Web.Http;

namespace InfoStory.Web.Tests.Public;

/// <summary>What a first visit to a page fetches: the page, and everything that its HTML has fetched, as sent under brotli.</summary>
[Collection(nameof(LibrarySite))]
public sealed class WeightTests(LibrarySite site)
{
    private const int MostKilobytes = 25, MostRequests = 4;

    /// <summary>Of what is loaded before anybody scrolls: lazy pictures are not.</summary>
    private const string Fetched = "link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=modulepreload], script[src], "
        + "img[src]:not([loading=lazy])";

    public static TheoryData<string> ForPeople => [.. PublicPages.All.Where(page => page.ForPeople).Select(page => page.Route)];

    [Theory, MemberData(nameof(ForPeople))]
    public async Task A_public_page_with_all_it_needs_is_light(string route)
    {
        using var reader = site.Browser();

        var weighed = await WeighAsync(reader, (await site.PublicAddressesAsync()).Single(one => one.Page.Route == route).Address);

        IsLight(weighed);
    }

    [Fact]
    public async Task Every_page_of_the_share_journey_with_all_it_needs_is_light()
    {
        const string Sent = "/share/sent";
        using var author = site.Browser();
        await author.TellAsync("I rang the ward three times and nobody rang back.");
        var pages = AccessTable.Rows.Where(row => row.Method == "GET" && row.Route.StartsWith("/share/", StringComparison.Ordinal)).Select(row => row.Address)
            .Distinct().ToList();

        List<Weighed> weighed = [];
        foreach (var page in pages.Where(page => page != Sent)) weighed.Add(await WeighAsync(author, page));
        await author.SendAsync();
        weighed.Add(await WeighAsync(author, Sent));

        Assert.Contains(weighed, one => one.Page == "/share/more");
        Assert.All(weighed, IsLight);
    }

    /// <summary>Else its compressed length would tell whoever makes the addresses, and watches the line, what else stands in it.</summary>
    [Fact]
    public async Task No_page_of_the_share_journey_says_anything_that_stands_in_its_address()
    {
        using var author = site.Browser();
        await author.TellAsync("I rang the ward three times and nobody rang back.");

        foreach (var row in AccessTable.Rows.Where(row => row.Method == "GET" && row.Route.StartsWith("/share", StringComparison.Ordinal)))
        {
            var page = await author.GetAsync($"{row.Address}?change=pangolin&after=pangolin&care=pangolin&question=pangolin&steps=pangolin&words=pangolin");
            Assert.DoesNotContain("pangolin", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static void IsLight(Weighed one) => Assert.True(
        one.Bytes <= MostKilobytes * 1024 && one.Requests <= MostRequests, $"{one}, and may have {MostKilobytes} KB in {MostRequests} requests");

    private static async Task<Weighed> WeighAsync(TestBrowser browser, string path)
    {
        var page = await browser.PageAsync(path);
        var needed = page.QuerySelectorAll(Fetched).Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).Distinct().ToList();

        var bytes = (await FetchAsync(browser, path)).Length;
        // The build output is not compressed; what is published is.
        foreach (var address in needed) bytes += Compressed(await FetchAsync(browser, address));
        return new(path, bytes, 1 + needed.Count);
    }

    private static async Task<byte[]> FetchAsync(TestBrowser browser, string address)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (Path.GetExtension(address).Length == 0) asked.Headers.AcceptEncoding.Add(new("br"));
        using var answer = await browser.Client.SendAsync(asked);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private static int Compressed(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true)) brotli.Write(bytes);
        return (int)compressed.Length;
    }

    private sealed record Weighed(string Page, int Bytes, int Requests);
}
