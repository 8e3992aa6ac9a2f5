using InfoStory.Web.Http;

namespace InfoStory.Web.Tests.Access;

/// <summary>Who may do what: access.csv, walked.</summary>
[Collection(nameof(PeopledSite))]
public sealed class AccessTests(PeopledSite site)
{
    [Fact]
    public async Task Every_way_into_the_site_has_a_row_in_the_table()
    {
        var doors = await Doors.OfAsync(site);

        var rows = AccessTable.Rows.Select(row => row.Door).ToHashSet();

        Assert.Empty(doors.Except(rows));
        Assert.Empty(rows.Except(doors));
    }

    [Fact]
    public async Task What_no_policy_closes_is_a_public_page_or_on_a_list_of_what_else_is_open()
    {
        var open = await Doors.OpenToAnybodyAsync(site);

        var elsewhere = open.Where(route => !PublicPages.Journeys.Concat(PublicPages.Apart).Any(start => route.StartsWith(start, StringComparison.Ordinal)));

        Assert.Equal(PublicPages.All.Select(page => page.Route).Order(StringComparer.Ordinal), elsewhere.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_method_that_the_table_does_not_name_is_refused()
    {
        List<string> wrong = [];

        foreach (var row in AccessTable.Rows.Where(row => row.Method == "GET").DistinctBy(row => row.Address))
        {
            foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE", "PAGE" }.Where(method =>
                !AccessTable.Rows.Any(other => other.Method == method && other.Route == row.Route)))
            {
                var answer = await site.SendAsync(row, "publisher", method: method);
                if ((int)answer.StatusCode is not (404 or 405 or 302) && !(row.Answers["publisher"] == "403" && (int)answer.StatusCode == 403))
                    wrong.Add($"{method} {row.Address} answered {(int)answer.StatusCode}");
                if ((int)answer.StatusCode == 302 && answer.Headers.Location!.OriginalString is var to
                        && to != "/moderation" && to != $"/my-story?from={Uri.EscapeDataString(row.Address)}"
                        && to != $"/respond?from={Uri.EscapeDataString(site.Address(row))}")
                    wrong.Add($"{method} {row.Address} leads to {answer.Headers.Location}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?story=2")]
    [InlineData("?reference={other}")]
    [InlineData("?handler=Show&Key=2")]
    public async Task An_author_only_ever_sees_the_story_whose_words_they_gave(string query)
    {
        var author = await site.Opened((await site.Given(A.Story().Titled("Mine alone"))).Receipt.ToString());

        var page = await (await author.GetAsync("/my-story/open" + query.Replace("{other}", site.SomeoneElses.Reference, StringComparison.Ordinal)))
            .Content.ReadAsStringAsync();

        Assert.DoesNotContain(site.SomeoneElses.Reference, page, StringComparison.Ordinal);
        Assert.DoesNotContain(site.AuthorsOwn.Reference, page, StringComparison.Ordinal);
        Assert.Contains("Your story", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_visitors_are_sent_does_not_depend_on_the_host_they_name()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/moderation") { Headers = { Host = "evil.example" } };

        var answer = await site.Browser().Client.SendAsync(request);

        Assert.Equal("/sign-in?ReturnUrl=%2Fmoderation", answer.Headers.Location!.OriginalString);
    }
}
