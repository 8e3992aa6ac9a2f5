namespace InfoStory.Web.Tests.Access;

/// <summary>Who may do what: access.csv, walked from top to bottom. The last rows end the sessions, so this site serves nothing else.</summary>
public sealed class AccessWalkTests(PeopledSite site) : IClassFixture<PeopledSite>
{
    [Fact]
    public async Task Every_visitor_is_answered_as_the_table_says()
    {
        List<string> wrong = [];

        foreach (var row in AccessTable.Rows)
        {
            foreach (var visitor in AccessTable.Visitors)
            {
                var sent = await site.SendAsync(row, visitor);
                var answer = Describe(sent);
                if (answer != site.Named(row.Answers[visitor]))
                    wrong.Add($"{visitor}: {row.Method} {row.Address} answered {answer}, not {row.Answers[visitor]}");
                // Razor's own word, written where it is none of its own.
                if (row.Method == "GET" && (await sent.Content.ReadAsStringAsync()).Contains("<text>", StringComparison.Ordinal))
                    wrong.Add($"{visitor}: {row.Address} has an element that HTML does not know");
                if (row.Method == "GET" && (visitor is "anonymous" or "publisher")
                        && Describe(await site.SendAsync(row, visitor, method: "HEAD")) is var head && head != site.Named(row.Answers[visitor]))
                    wrong.Add($"{visitor}: HEAD {row.Address} answered {head}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Describe(HttpResponseMessage answer) => answer.Headers.Location is { } location
        ? $"{(int)answer.StatusCode} {location.OriginalString.Split('?')[0]}"
        : $"{(int)answer.StatusCode}";
}
