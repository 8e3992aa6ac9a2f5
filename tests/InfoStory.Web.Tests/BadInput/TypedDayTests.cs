using System.Net;
using InfoStory.Data.Access;

namespace InfoStory.Web.Tests.BadInput;

/// <summary>Days are typed and shown as in the UK.</summary>
public sealed class TypedDayTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("4 December 2026")]
    [InlineData("4/12/2026")]
    [InlineData("4.12.26")]
    [InlineData(" 04-12-2026 ")]
    [InlineData("4 dec 26")]
    [InlineData("4th of December, 2026")]
    [InlineData("Friday 4 December 2026")]
    [InlineData("Fri, 4 Dec 2026")]
    [InlineData("the 4th of December 2026")]
    [InlineData("Friday the 4th of December 2026")]
    [InlineData("2026-12-04")]
    public async Task A_day_is_understood_however_people_write_it_and_shown_in_one_way(string typed)
    {
        using var administrator = await site.SignedIn(Roles.Administrator);

        var saved = await administrator.SubmitAsync("/moderation/campaigns/new", Campaign(typed, typed));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await administrator.PageAsync(saved.Headers.Location!.OriginalString);
        Assert.Equal("4 December 2026", page.QuerySelector("#form-firstday")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Weds 2 Dec 2026", "2 December 2026")]
    [InlineData("Wed 2 Dec 2026", "2 December 2026")]
    [InlineData("Thurs, 3 Dec 2026", "3 December 2026")]
    public async Task The_short_names_of_days_that_people_use_are_known(string typed, string shown)
    {
        using var administrator = await site.SignedIn(Roles.Administrator, $"{shown[0]}-{typed.Length}@example.org");

        var saved = await administrator.SubmitAsync("/moderation/campaigns/new", Campaign(typed, typed));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await administrator.PageAsync(saved.Headers.Location!.OriginalString);
        Assert.Equal(shown, page.QuerySelector("#form-firstday")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("12/25/2026")]
    [InlineData("31 February 2026")]
    [InlineData("4 December")]
    [InlineData("Monday 4 December 2026")]
    [InlineData("December 4, 2026")]
    [InlineData("tomorrow")]
    [InlineData("4.12")]
    [InlineData("4/12/026")]
    [InlineData("4 December 1026")]
    [InlineData("31/12/1899")]
    [InlineData("1/1/0001")]
    [InlineData("1/1/0027")]
    [InlineData("Weds 4 December 2026")]
    [InlineData("the the 4th of December 2026")]
    public async Task What_is_no_day_is_refused_in_one_sentence_and_stays_in_its_field(string typed)
    {
        using var moderator = await site.SignedIn(Roles.Moderator);

        var answer = await moderator.SubmitAsync("/moderation/invitations/new", new() { ["Form.Name"] = "A workshop", ["Form.LastDay"] = typed });

        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            ["The last day must be a real day, such as 4 December 2026"],
            page.QuerySelectorAll(".govuk-error-summary li a[href='#form-lastday']").Select(line => line.TextContent));
        Assert.Equal(
            (typed, "A workshop"), (page.QuerySelector("#form-lastday")!.GetAttribute("value"), page.QuerySelector("#form-name")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Whoever_types_no_day_reads_which_one_it_is_and_what_else_is_wrong_at_once()
    {
        using var administrator = await site.SignedIn(Roles.Administrator, "all-at-once@example.org");

        var answer = await administrator.SubmitAsync("/moderation/campaigns/new", new() { ["Form.FirstDay"] = "31/2/2026" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            ["Give the campaign a name", "Write the hashtag as # and then letters and digits, such as #InfoStory", "Write what the campaign asks for",
                "The first day must be a real day, such as 4 December 2026", "Choose the last day"],
            (await TestBrowser.DocumentAsync(answer)).QuerySelectorAll(".govuk-error-summary li").Select(line => line.TextContent.Trim()));
    }

    private static Dictionary<string, string> Campaign(string first, string last) => new()
    {
        ["Form.Name"] = $"Days {first}",
        ["Form.Hashtag"] = "#Days",
        ["Form.Summary"] = "Told.",
        ["Form.FirstDay"] = first,
        ["Form.LastDay"] = last,
        ["Form.WhyPublic"] = "NotWhatItLooksLike",
    };
}
