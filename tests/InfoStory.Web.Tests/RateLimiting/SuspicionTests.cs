using System.Net;
using InfoStory.Data.Access;

namespace InfoStory.Web.Tests.RateLimiting;

/// <summary>
/// What looks as if no person had sent it is never thrown away: it waits in the queue with the reason, and its sender is told nothing different.
/// </summary>
public sealed class SuspicionTests(AbuseSite site) : IClassFixture<AbuseSite>
{
    private static readonly TimeSpan AWhile = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task A_story_that_a_person_sends_is_not_suspicious()
    {
        using var author = site.From("203.0.113.1");
        await author.TellAsync("Told by a person. See https://example.org/one for the letter.");
        site.Clock.Advance(AWhile);

        await author.SendAsync();

        Assert.Null((await site.StoryAsync("Told by a person. See https://example.org/one for the letter."))!.Suspicion);
    }

    [Fact]
    public async Task A_field_that_people_do_not_see_gives_a_program_away()
    {
        using var author = site.From("203.0.113.2");
        await author.TellAsync("Filled in by a program.");
        site.Clock.Advance(AWhile);
        var field = (await author.PageAsync("/share/check")).QuerySelector("#form-website")!;

        var answer = await author.SubmitAsync("/share/check", new() { ["Form.Website"] = "https://example.org" });
        var shown = await Journeys.ReadAsync(await author.GetAsync("/share/sent"));

        Assert.Equal(
            ("-1", "off", "true"), (field.GetAttribute("tabindex"), field.GetAttribute("autocomplete"), field.ParentElement!.GetAttribute("aria-hidden")));
        Assert.Equal((HttpStatusCode.SeeOther, 6), (answer.StatusCode, shown.Receipt.Split(' ').Length));
        Assert.Equal("A field that people do not see was filled in.", (await site.StoryAsync("Filled in by a program."))!.Suspicion);
    }

    [Theory]
    [InlineData(0, "Sent less than a second after the first answer.")]
    [InlineData(2, "Sent 2 seconds after the first answer.")]
    [InlineData(5, null)]
    public async Task Nobody_tells_a_story_within_five_seconds(int seconds, string? suspicion)
    {
        using var author = site.From($"203.0.113.3{seconds}");
        await author.TellAsync($"Told within {seconds} seconds.");
        site.Clock.Advance(TimeSpan.FromSeconds(seconds));

        var shown = await author.SendAsync();

        Assert.Equal(6, shown.Receipt.Split(' ').Length);
        Assert.Equal(suspicion, (await site.StoryAsync($"Told within {seconds} seconds."))!.Suspicion);
    }

    [Fact]
    public async Task Links_and_little_else_are_suspicious()
    {
        using var author = site.From("203.0.113.4");
        await author.TellAsync("Cheap! https://a.example www.b.example HTTP://c.example");
        site.Clock.Advance(AWhile);

        await author.SendAsync();

        Assert.Equal("It has 3 links and little else.", (await site.StoryAsync("Cheap! https://a.example www.b.example HTTP://c.example"))!.Suspicion);
    }

    [Fact]
    public async Task Three_links_in_a_long_story_are_not_suspicious()
    {
        using var author = site.From("203.0.113.5");
        var told = "See https://a.example and https://b.example and https://c.example. " + string.Join(' ', Enumerable.Repeat("I rang and nobody knew.", 20));
        await author.TellAsync(told);
        site.Clock.Advance(AWhile);

        await author.SendAsync();

        Assert.Null((await site.StoryAsync(told))!.Suspicion);
    }

    [Fact]
    public async Task A_form_that_was_not_made_for_the_story_is_suspicious_and_the_story_arrives()
    {
        using var other = site.From("203.0.113.6");
        await other.TellAsync("Another story.");
        var foreign = (await other.PageAsync("/share/check")).QuerySelector("input[name='Form.Stamp']")!.GetAttribute("value")!;

        foreach (var (stamp, told) in new[]
        {
            ("", "Without a stamp."), ("made up", "With a stamp that was made up."),
            (foreign, "With the stamp of another."), ("é✆ %0", "With signs."), (new('A', 100_000), "With very much.")
        })
        {
            using var author = site.From("203.0.113.7");
            await author.TellAsync(told);
            site.Clock.Advance(AWhile);

            var answer = await author.SubmitAsync("/share/check", new() { ["Form.Stamp"] = stamp });

            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Equal("The form that sent it was not made for it.", (await site.StoryAsync(told))!.Suspicion);
        }
    }

    [Fact]
    public async Task The_queue_and_the_desk_say_so_and_say_why()
    {
        using var author = site.From("203.0.113.8");
        await author.TellAsync("Everything at once https://a.example https://b.example https://c.example");
        await author.DoAsync("/share/check", new() { ["Form.Website"] = "x", ["Form.Stamp"] = "" });
        var shown = await Journeys.ReadAsync(await author.GetAsync("/share/sent"));
        var clean = await site.Given(A.Story());
        using var moderator = await site.SignedIn(Roles.Moderator, "looks@example.org");

        var queue = await moderator.PageAsync("/moderation");
        var desk = await moderator.PageAsync($"/moderation/stories/{shown.Reference}");

        Assert.Contains("May not be from a person", Row(shown.Reference), StringComparison.Ordinal);
        Assert.DoesNotContain("May not be from a person", Row(clean.Reference), StringComparison.Ordinal);
        Assert.Contains(
            "Why this may not be from a person: A field that people do not see was filled in. The form that sent it was not made for it. "
            + "Sent less than a second after the first answer. It has 3 links and little else.",
            desk.Body!.TextContent, StringComparison.Ordinal);

        string Row(string reference) => queue.QuerySelector($"a[href*='/stories/{reference}']")!.Closest("tr")!.TextContent;
    }
}
