using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InfoStory.Web.Tests.Processes;

/// <summary>What only a real process on a real port shows.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task A_site_that_is_asked_to_stop_answers_what_is_under_way_and_ends_well()
    {
        await using var site = await RealSite.StartAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, site.Port);
        await using var stream = connection.GetStream();
        const string Body = "Form.Told=Half+of+it+came+before+the+end";
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /share/story HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {Body.Length}\r\n\r\n"));
        // The site says this when it begins to read the form.
        await stream.ReadExactlyAsync(new byte["HTTP/1.1 100 Continue\r\n\r\n".Length]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Body[..20]));

        site.Terminate();
        await UntilAsync(() => site.Output.Any(line => line.Contains("shutting down", StringComparison.Ordinal)));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Body[20..]));
        var answer = await new StreamReader(stream).ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("Half of it came before the end</textarea>", answer, StringComparison.Ordinal);
        Assert.EndsWith("</html>", answer.TrimEnd().TrimEnd('0').TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(0, await site.EndAsync());
    }

    [Theory]
    [InlineData("Site:Url", "--Site:Url", "no address")]
    [InlineData("Site:Url", "--Site:Url", "https://example.org/")]
    [InlineData("Database:Provider", "--Database:Provider", "Oracle")]
    [InlineData("Site:TrustForwardedFor", "--Site:TrustForwardedFor", "-1")]
    [InlineData("Limits", "--Limits:StoriesAtOnce:Most", "0")]
    [InlineData("MaxBatchSize", "--Database:MaxBatchSize", "0")]
    [InlineData("Body:Address", "--Body:Name", "Office of the Tests", "--Body:Email", "office@example.org")]
    [InlineData("Body:Name", "--Body:Telephone", "01632 960002")]
    [InlineData("Body:Email", "--Body:Name", "Office of the Tests", "--Body:Address", "2 Proof Road", "--Body:Email", "office")]
    public async Task A_wrong_setting_ends_the_program_with_one_sentence_that_names_it(string named, params string[] setting)
    {
        var (code, output) = await RealSite.RunAsync(setting);

        var said = output.Where(line => line.Length > 0).ToList();
        Assert.Equal(1, code);
        Assert.Contains(named, Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_ends_the_program_with_one_sentence()
    {
        var (code, output) = await RealSite.RunAsync("--ConnectionStrings:InfoStory", "Data Source=/proc/infostory/infostory.db");

        Assert.Equal(1, code);
        Assert.Single(output, line => line.Length > 0);
    }

    [Fact]
    public async Task Words_that_make_no_sense_end_the_program_with_2()
    {
        var (code, output) = await RealSite.RunCommandAsync("staff", "promote", "someone");

        Assert.Equal(2, code);
        Assert.Contains(output, line => line.Contains("staff add EMAIL ROLE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_refused_before_it_is_read_with_every_header_in_place()
    {
        await using var site = await RealSite.StartAsync();
        using var browser = site.Browser();
        List<HttpResponseMessage> answers = [];

        foreach (var page in (string[])["/share/story", "/my-story", "/sign-in", "/sign-in/choose-password", "/share/check", "/about", "/nothing"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, page)
            {
                Content = new ByteArrayContent(new byte[10 * 1024 * 1024]) { Headers = { ContentType = new("application/x-www-form-urlencoded") } }
            };
            request.Headers.ExpectContinue = true;
            answers.Add(await browser.Client.SendAsync(request));
        }

        Assert.All(answers.Take(5), answer => Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode));
        Assert.All(answers, answer =>
        {
            Assert.InRange((int)answer.StatusCode, 404, 413);
            Assert.True(answer.Headers.Contains("Content-Security-Policy")
                && answer.Headers.Contains("Strict-Transport-Security") && answer.Headers.Contains("Cross-Origin-Opener-Policy"));
            Assert.False(answer.Headers.Contains("Server"));
        });
        Assert.Contains("That is too much at once", await answers[0].Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_in_every_encoding_over_a_real_connection_are_whole_and_nothing_fails_behind_them()
    {
        await using var site = await RealSite.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        List<string> wrong = [];

        foreach (var page in (string[])["/", "/about", "/case-studies", "/case-studies?words=x",
            "/case-studies/feed", "/sitemap.xml", "/robots.txt", "/case-studies/nothing", "/share"])
        {
            foreach (var encoding in (string[])["", "identity", "gzip", "br", "*", "br;q=0", "nonsense"])
            {
                foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Get, HttpMethod.Head])
                {
                    using var request = new HttpRequestMessage(method, page);
                    if (encoding.Length > 0) request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
                    using var answer = await client.SendAsync(request);
                    var bytes = await answer.Content.ReadAsByteArrayAsync();
                    if ((int)answer.StatusCode is not (200 or 404) || method == HttpMethod.Get == (bytes.Length == 0))
                        wrong.Add($"{method} {page} in {encoding}: {(int)answer.StatusCode}, {bytes.Length} bytes");
                }
            }
        }

        site.Terminate();
        Assert.Equal(0, await site.EndAsync());
        Assert.Empty(wrong);
        Assert.DoesNotContain(site.Output, line => line.Contains(" ERR ", StringComparison.Ordinal) || line.Contains("xception", StringComparison.Ordinal));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition()) await Task.Delay(20, patience.Token);
    }
}
