using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using InfoStory.Stories;

namespace InfoStory.Web.Tests.MyStory;

/// <summary>What an author sees with six words, and what they can do.</summary>
public sealed class MyStoryPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_six_words_open_the_story_however_they_are_typed()
    {
        var story = await site.Given(A.Story());
        var words = story.Receipt.Words;

        using var author = await site.Opened($"  {words[0].ToUpperInvariant()}, {words[1]}-{words[2]}\t{words[3]};{words[4]} 1 {words[5]}. ");

        Assert.Contains(story.Reference, await author.Client.GetStringAsync(new Uri("/my-story/open", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one two three")]
    [InlineData("these words are not from our")]
    [InlineData("zebra zebra zebra zebra zebra zebra zebra")]
    [InlineData("' OR 1=1 -- x y z")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202e\u0001 \ud83d\ude00")]
    public async Task Words_that_open_nothing_are_refused_with_a_sentence_and_kept(string typed)
    {
        using var browser = site.Browser();

        var answer = await browser.SubmitAsync("/my-story", new() { ["Form.Receipt"] = typed });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await TestBrowser.DocumentAsync(answer);
        Assert.NotEmpty(page.QuerySelector(".govuk-error-summary__list a[href='#form-receipt']")!.TextContent);
        Assert.Equal(typed, page.QuerySelector("#form-receipt")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Six_known_words_that_belong_to_no_story_are_refused()
    {
        using var browser = site.Browser();

        var answer = await browser.SubmitAsync("/my-story", new() { ["Form.Receipt"] = Receipt.Of(new byte[32]).ToString() });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Words_far_too_long_are_refused()
    {
        using var browser = site.Browser();

        var answer = await browser.SubmitAsync("/my-story", new() { ["Form.Receipt"] = new string('a', 100_000) });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Closing_the_story_closes_it_on_this_device()
    {
        using var author = await site.Opened((await site.Given(A.Story())).Receipt.ToString());

        await author.DoAsync("/my-story/open", [], "Close");

        Assert.Equal("/my-story?from=%2Fmy-story%2Fopen", (await author.GetAsync("/my-story/open")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task How_often_it_was_told_says_the_same_to_its_author_wherever_it_was_answered()
    {
        using var author = site.Browser();
        await author.TellAsync("I rang four times.");
        await author.DoAsync("/share/story", new() { ["Form.TimesTold"] = "4", ["Form.ServicesTold"] = "3" });
        var before = (await author.PageAsync("/share/hand-offs")).QuerySelector("main")!.TextContent;
        await author.DoAsync("/share/hand-offs", new() { ["Form.Steps[0].Waited"] = "Week" });
        string[] Said(IHtmlDocument page) => [.. page.QuerySelectorAll(".govuk-summary-list__row")
            .Where(row => row.QuerySelector("dt")!.TextContent.Trim() is "How often it was told" or "Who you tried to reach")
            .Select(row => row.QuerySelector("dd")!.TextContent.Trim())];
        string[] expected = ["Told 4 times to 3 services in about 7 days or more.", "1. About a week"];

        var check = Said(await author.PageAsync("/share/check"));
        using var opened = await site.Opened((await author.SendAsync()).Receipt);

        Assert.Contains("You said before: Told 4 times to 3 services.", before, StringComparison.Ordinal);
        Assert.Equal(expected, check);
        Assert.Equal(expected, Said(await opened.PageAsync("/my-story/open/data")));
        Assert.Contains(
            "You said before: Told 4 times", (await opened.PageAsync("/my-story/open/more/hand-offs")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_held_shows_every_answer_and_names_services_and_places_in_the_file_too()
    {
        using var author = site.Browser();
        await author.TellAsync("I rang three times.");
        var (steps, where) = (await author.PageAsync("/share/hand-offs"), await author.PageAsync("/share/where"));
        string Key(IHtmlDocument page, string name) => page.QuerySelectorAll("option").First(option => option.TextContent == name).GetAttribute("value")!;
        var (housing, leeds) = (Key(steps, "Housing"), Key(where, "Leeds"));
        await author.SubmitAsync("/share/kind", new() { ["Form.Kind"] = "Failed" });
        await author.SubmitAsync("/share/hand-offs", new()
        {
            ["Form.Steps[0].ServiceId"] = housing,
            ["Form.Steps[0].ToldAgain"] = "True",
            ["Form.Steps[0].Happened"] = "They rang off.",
        });
        await author.SubmitAsync("/share/missing", new() { ["Form.Needed"] = "The new address", ["Form.HeldBy"] = housing });
        await author.SubmitAsync("/share/where", new() { ["Form.Service"] = housing, ["Form.Place"] = leeds });
        await author.SubmitAsync("/share/when", new() { ["Form.When"] = "LastMonth" });
        await author.SubmitAsync("/share/hears", new() { ["Form.WhoNeedsToHear"] = "Councillors" });
        using var opened = await site.Opened((await author.SendAsync()).Receipt);

        var page = await opened.PageAsync("/my-story/open/data");
        var file = await (await opened.SubmitAsync(page, "/my-story/open/data", [], "Download")).Content.ReadFromJsonAsync<JsonElement>();

        var rows = page.QuerySelectorAll(".govuk-summary-list__row")
            .ToDictionary(row => row.QuerySelector("dt")!.TextContent, row => row.QuerySelector("dd")!.TextContent);
        Assert.Equal("I rang three times.", rows["Your own words"]);
        Assert.Equal("Told once to 1 service.\n1. Housing · told it again · They rang off.", rows["Who you tried to reach"]);
        Assert.Equal("The new address\nKnown to: Housing", rows["What was not shared"]);
        Assert.Equal(
            ("Failed because information was not shared", "Housing", "Leeds", "In the last month", "Councillors"),
            (rows["Kind of story"], rows["Main service"], rows["Council area"], rows["When it happened"], rows["Who needs to hear it"]));
        Assert.Equal(
            """
            {"kind":"failed","told":"I rang three times.",
            "handOffs":[{"step":1,"service":"Housing","channel":null,"waited":null,"toldAgain":true,"happened":"They rang off."}],
            "timesTold":null,"servicesTold":null,
            "missing":{"needed":"The new address","heldBy":"Housing","reasonGiven":null,"existed":null,"wouldHaveChanged":null},
            "whoIsTelling":"manager","service":"Housing","place":"Leeds","when":"lastMonth","whoNeedsToHear":"councillors"}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(file.GetProperty("answers")));
        Assert.False(file.TryGetProperty("names", out _));
    }
}
