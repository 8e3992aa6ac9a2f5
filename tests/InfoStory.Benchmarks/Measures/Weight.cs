using System.IO.Compression;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using InfoStory.Benchmarks.Running;

namespace InfoStory.Benchmarks.Measures;

/// <summary>What a first visit fetches: the page and everything that its HTML links to be fetched, as sent under brotli.</summary>
internal sealed class Weight : IMeasure
{
    private const int MostKilobytes = 25, MostRequests = 4;
    private const string Fetched = "link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], "
        + "link[rel~=modulepreload], link[rel~=manifest], script[src], img[src], source[src], iframe[src]";

    public string Name => "weight";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var database = await bench.CorpusDatabaseAsync(cancellation);
        await using var site = await bench.StartSiteAsync(database, cancellation);
        using var client = new HttpClient { BaseAddress = site.Url };
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        List<Figure> figures = [];
        foreach (var (name, path) in ((string, string)[])[("home", "/"), ("library", "/case-studies"), ("case study",
            Bench.CaseStudies(database)[0]), ("share", "/share")])
        {
            var (html, bytes) = await FetchAsync(client, path, cancellation);
            var links = Links(html);
            var foreign = links.Count(link => !link.StartsWith('/') || link.StartsWith("//", StringComparison.Ordinal));
            foreach (var link in links.Where(link => link.StartsWith('/'))) bytes += (await FetchAsync(client, link, cancellation)).Bytes;

            figures.Add(Figure.NoMoreThan($"weight {name}", $"{path} and what it fetches, brotli", bytes / 1024.0, "KB", MostKilobytes));
            figures.Add(Figure.NoMoreThan($"requests {name}", $"of these {foreign} to third parties", 1 + links.Count, "requests", MostRequests));
        }

        return figures;
    }

    private static IReadOnlyList<string> Links(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return [.. document.QuerySelectorAll(Fetched).Select(element => element.GetAttribute("src") ?? element.GetAttribute("href"))
            .OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static async Task<(string Text, int Bytes)> FetchAsync(HttpClient client, string path, CancellationToken cancellation)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        var bytes = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellation);
        var compressed = answer.Content.Headers.ContentEncoding.Contains("br");
        await using Stream plain = compressed ? new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress) : new MemoryStream(bytes);
        using var reader = new StreamReader(plain);
        return (await reader.ReadToEndAsync(cancellation), bytes.Length);
    }
}
