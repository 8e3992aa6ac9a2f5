using InfoStory.Data.Time;
using InfoStory.Stories;
using InfoStory.Web.Words;

namespace InfoStory.Web.Tests.Share;

/// <summary>What an author takes away from the last page.</summary>
public sealed class SentPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_six_words_stand_with_the_reference_the_address_and_the_day_and_can_be_copied_as_they_are()
    {
        using var author = site.Browser();
        await author.TellAsync("Told and kept.");
        await author.SubmitAsync("/share/check", []);
        var today = site.Clock.Today();

        var page = await author.PageAsync("/share/sent");

        var receipt = page.QuerySelector(".info-receipt")!;
        var words = string.Join(' ', receipt.QuerySelectorAll(".info-receipt__words li").Select(word => word.TextContent));
        Assert.Equal(words, page.QuerySelector("[data-copy]")!.GetAttribute("data-copy"));
        Assert.True(page.QuerySelector("[data-copy]")!.HasAttribute("hidden"));
        Assert.Contains("localhost/my-story", receipt.TextContent, StringComparison.Ordinal);
        Assert.Contains(today.ToString("d MMMM yyyy"), receipt.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("teller@example.org", false)]
    public async Task Who_left_no_contact_is_told_on_which_day_to_look_again(string? email, bool told)
    {
        using var author = site.Browser();
        await author.TellAsync("Told without a name.");
        if (email is not null) await author.DoAsync("/share/contact", new() { ["Form.Email"] = email });
        await author.SubmitAsync("/share/check", []);

        var said = (await author.PageAsync("/share/sent")).QuerySelector("main")!.TextContent;

        var day = DueDates.Decided(site.Clock.UtcNow).ToString("dddd d MMMM");
        Assert.Equal(told, said.Contains($"look again on {day}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_story_on_hold_the_last_page_and_My_story_say_the_same_and_name_no_day()
    {
        using var author = site.Browser();
        await author.TellAsync("He said that he will kill her.");
        await author.SubmitAsync("/share/check", []);

        var page = await author.PageAsync("/share/sent");
        await author.DoAsync(page, "/share/sent", [], "More");
        var sent = page.QuerySelector("main")!;
        var mine = (await author.PageAsync("/my-story/open")).QuerySelector("main")!;

        Assert.All([sent, mine], page => Assert.Contains(TrackWords.OnHold, page.Words(), StringComparison.Ordinal));
        Assert.Contains("meanwhile. You left no contact", sent.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("reads it by", sent.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("look again on", sent.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Website", false)]
    [InlineData("Press", true)]
    public async Task Who_did_not_allow_this_website_is_told_that_it_does_not_stand_there(string audience, bool told)
    {
        using var author = site.Browser();
        await author.TellAsync("Told to some.");
        await author.DoAsync("/share/permission", new() { ["Form.Audiences"] = audience });
        await author.SubmitAsync("/share/check", []);

        var said = (await author.PageAsync("/share/sent")).QuerySelector("main")!.Words();

        Assert.Equal(told, said.Contains(". We do not put it on this website, as you said.", StringComparison.Ordinal));
    }
}
