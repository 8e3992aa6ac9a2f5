using AngleSharp.Html.Dom;

namespace InfoStory.Web.Tests.Share;

/// <summary>Who tells of danger reads at once whom to ring, and nobody else is frightened.</summary>
public sealed class CareTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Danger = "He said that he will kill her.";

    public static TheoryData<string, Dictionary<string, string>> Ways => new()
    {
        { "/share/story", new() { ["Form.Told"] = "I rang three times.", ["Form.SomeoneAtRisk"] = "true" } },
        { "/share/story", new() { ["Form.Told"] = Danger } },
        { "/share/story?change=true", new() { ["Form.Told"] = Danger } },
        { "/share/hand-offs", new() { ["Form.Steps[0].Happened"] = Danger } },
        { "/share/missing", new() { ["Form.Needed"] = Danger } },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Whom_to_ring_stands_on_the_very_next_page_and_on_the_last(string page, Dictionary<string, string> answer)
    {
        using var author = site.Browser();
        await author.TellAsync("I rang three times.");

        var next = (await author.SubmitAsync(page, answer)).Headers.Location!.OriginalString;

        Assert.True(Cares(await author.PageAsync(next)));
        Assert.True(Cares(await author.PageAsync("/share/check")));
        await author.DoAsync("/share/check", []);
        Assert.True(Cares(await author.PageAsync("/share/sent")));
    }

    [Fact]
    public async Task Another_step_that_is_added_shows_it_too()
    {
        using var author = site.Browser();

        var added = await author.SubmitAsync("/share/hand-offs", new() { ["Form.Steps[0].Happened"] = Danger }, "Add");

        Assert.Equal("/share/hand-offs?care=true#step-2", added.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Nobody_else_sees_it_and_after_the_next_page_it_is_quiet_until_the_last()
    {
        using var author = site.Browser();
        await author.TellAsync("I rang three times.");
        var calm = (await author.SubmitAsync("/share/story", new() { ["Form.Told"] = "I rang four times." })).Headers.Location!.OriginalString;
        Assert.False(Cares(await author.PageAsync(calm)));
        Assert.False(Cares(await author.PageAsync("/share/check")));
        await author.DoAsync("/share/story", new() { ["Form.Told"] = Danger });

        var later = (await author.SubmitAsync("/share/missing", [])).Headers.Location!.OriginalString;

        Assert.Equal("/share/more?after=missing", later);
        Assert.False(Cares(await author.PageAsync(later)));
    }

    private static bool Cares(IHtmlDocument page) => page.QuerySelector(".info-care")?.TextContent is { } words
        && new[] { "999", "101", "116\u00a0123", "A trained person reads your story first" }.All(part => words.Contains(part, StringComparison.Ordinal));
}
