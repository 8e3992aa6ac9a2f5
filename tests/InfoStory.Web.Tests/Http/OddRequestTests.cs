using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using InfoStory.Web.Tests.Access;

namespace InfoStory.Web.Tests.Http;

/// <summary>Whatever is asked, the answer is one of ours: a page, or a refusal, and never a fault.</summary>
[Collection(nameof(PeopledSite))]
public sealed class OddRequestTests(PeopledSite site)
{
    /// <summary>Everything that any page reads from a query.</summary>
    private static readonly string[] Queries =
    [
        "ReturnUrl", "from", "person", "token", "words", "kind", "service", "place", "tag", "after", "page", "state", "of", "lane", "channel", "campaign",
        "criticality", "flag", "before", "kept", "handler", "change", "number", "code", "status", "session", "step", "rule", "rest",
    ];

    public static TheoryData<string> Odd =>
    [
        "%00", "%0D%0AX:%20y", "%1B%7F", "%C3%A9", "%E2%80%AE%F0%9F%98%80", "%FF%FE", "%ED%A0%80", "%EF%BF%BF%00", "/%C3%A9", "..%2F..%2F", "%25%2500",
        "99999999999999999999999", "-1", "%27%22%3C%5B*%25_", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Odd_letters_in_every_address_and_query_are_answered_with_a_page_or_a_refusal(string odd)
    {
        List<string> wrong = [];
        var query = string.Join('&', Queries.Select(name => $"{name}={odd}"));
        foreach (var visitor in new[] { "anonymous", "author", "publisher", "lead", "administrator" })
        {
            using var browser = site.Copy(site.Visitors[visitor]);
            foreach (var address in AccessTable.Rows.Where(row => row.Method == "GET").Select(row => row.Route).Where(route => route[0] == '/').Distinct())
            {
                // The client of these tests sends no NUL in a path; the real server refuses it, as the last test here shows.
                var path = Regex.Replace(
                    address, @"\{[^}]*\}", _ => odd.Replace("%00", "%01", StringComparison.Ordinal), RegexOptions.NonBacktracking);
                foreach (var asked in new[] { path, $"{path}?{query}" })
                {
                    var answer = await browser.GetAsync(asked.StartsWith("//", StringComparison.Ordinal) ? asked[1..] : asked);
                    if ((int)answer.StatusCode >= 500) wrong.Add($"{visitor}: {asked} answered {(int)answer.StatusCode}");
                    var headers = answer.Headers.Concat(answer.Content.Headers).SelectMany(header => header.Value);
                    if (headers.Any(value => value.Any(letter => letter is < ' ' or > '~')))
                        wrong.Add($"{visitor}: {asked} has a header that cannot be sent");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("/moderation?words=caf%C3%A9", "/moderation?words=caf%C3%A9")]
    [InlineData("/moderation/%E2%80%AE", "/moderation/%E2%80%AE")]
    [InlineData("/moderation%0D%0AX: y", "/moderation")]
    [InlineData("//evil.example", "/moderation")]
    [InlineData("/%5Cevil.example", "/%5Cevil.example")]
    public async Task Where_somebody_wanted_to_go_is_a_header_that_can_be_sent(string wanted, string leadsTo)
    {
        using var browser = site.Copy(site.Visitors["moderator"]);

        var typed = Uri.UnescapeDataString(wanted.Replace("%5C", "%255C", StringComparison.Ordinal));
        var answer = await browser.GetAsync($"/sign-in?ReturnUrl={Uri.EscapeDataString(typed)}");

        Assert.Equal((HttpStatusCode.Redirect, leadsTo), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    /// <summary>What only the real server reads, and no client sends.</summary>
    [Fact]
    public async Task Old_and_broken_requests_get_a_page_or_a_refusal()
    {
        await using var real = await RealSite.StartAsync();
        List<string> wrong = [];
        foreach (var path in AccessTable.Rows.Where(row => row.Method == "GET" && row.Route[0] == '/')
                     .Select(row => Regex.Replace(row.Route, @"\{[^}]*\}", "1", RegexOptions.NonBacktracking)).Distinct())
        {
            foreach (var head in new[]
                     {
                         "GET {0} HTTP/1.0\r\n", "HEAD {0} HTTP/1.0\r\n", "GET {0} HTTP/1.0\r\nHost:\r\n", "GET {0} HTTP/1.1\r\nHost:\r\n",
                         "GET {0} HTTP/1.1\r\n", "GET {0}%00 HTTP/1.1\r\nHost: localhost\r\n",
                         "GET {0} HTTP/1.1\r\nHost: xn--\r\n", "GET {0} HTTP/1.1\r\nHost: a..b:99999\r\n", "GET {0} HTTP/1.1\r\nHost: [::1\r\n",
                         "GET {0} HTTP/1.1\r\nHost: evil.example\r\nHost: other.example\r\n", "GET {0}?ReturnUrl=/%C3%A9&from=%00 HTTP/1.0\r\n",
                         "GET {0}?é=ÿ HTTP/1.1\r\nHost: localhost\r\n", "GET http://evil.example{0} HTTP/1.1\r\nHost: evil.example\r\n",
                     })
            {
                var asked = head.Replace("{0}", path, StringComparison.Ordinal);
                var answer = await AskAsync(real.Port, asked);
                if (!Regex.IsMatch(answer, "^HTTP/1.1 [234]", RegexOptions.NonBacktracking)) wrong.Add($"{asked.Trim()} answered {answer.Split('\r')[0]}");
                if (answer.Contains("evil.example", StringComparison.Ordinal)) wrong.Add($"{asked.Trim()} was believed");
            }
        }

        Assert.Empty(wrong);
        Assert.DoesNotContain("Fault", await real.LogAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(int port, string head)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{head}Connection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
